/** A line below a question that is read out when the script changes it, and seen by nobody. */
export const Told = () => <p class="quiet" role="status" />
