/** Of questions, their rows and options, and sections. It stands in columns, files and form fields, so it is plain. */
export const idPattern = /^[A-Za-z][A-Za-z0-9_]{0,40}$/

/** A question, or one of its rows: `Q6` or `K8.garden`. */
export const keyPattern = /^[A-Za-z][A-Za-z0-9_]{0,40}(\.[A-Za-z][A-Za-z0-9_]{0,40})?$/

/** Of what has an address: consultations, neighbourhoods, topics. */
export const slugPattern = /^[a-z][a-z0-9-]{0,40}$/

/** Printed on a mailbox. */
export const mailboxCodePattern = /^[A-Z0-9]{3,12}$/

/** The same as it may come in an address. */
export const typedCodePattern = /^[A-Za-z0-9]{3,12}$/
