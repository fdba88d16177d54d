// A test tool that ships no types: only what the tests use.
declare module 'pngjs' {
  interface Picture {
    width: number
    height: number
    data: Uint8Array
  }
  export const PNG: {
    sync: { read(bytes: Uint8Array): Picture; write(picture: Picture): Uint8Array }
  }
}
