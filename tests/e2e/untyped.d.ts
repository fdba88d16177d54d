// A test tool that ships no types: only what the tests use.
declare module 'pngjs' {
  export const PNG: {
    sync: { read(bytes: Uint8Array): { width: number; height: number; data: Uint8Array } }
  }
}
