/** One number for each response. */
export type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** Room for codes: 0 not shown, 1 skipped, 2 + i option i, and after the last option a "don't know". */
export const codeColumn = (options: number, count: number): Column =>
  options + 2 < 256 ? new Uint8Array(count) : new Uint16Array(count)

/** Room for masks: bit 0 shown, bit i + 1 option i, of at most thirty. */
export const maskColumn = (options: number, count: number): Column =>
  isNarrow(options) ? new Uint16Array(count) : new Uint32Array(count)

/** Masks of so few options fit two bytes, and are counted in a table of their own; of more, that would grow too large. */
export const isNarrow = (options: number): boolean => options < 16
