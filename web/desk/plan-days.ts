/** Between these days lie all that a committee decides or promises: 2206 is a slip of the hand. */
export const planDays = { min: '2000-01-01', max: '2100-01-01' }
