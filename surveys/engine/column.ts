/** One number for each response. */
export type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array
