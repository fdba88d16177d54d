/** Where a question's answer stands in the JSON of a response's `answers` or `others`, for SQLite. */
export const pathTo = (question: string) => `$."${question}"`

/** The same in SQL, for the question that a column names. */
export const pathToNamedIn = (column: string) => `('$."' || ${column} || '"')`
