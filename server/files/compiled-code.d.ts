declare module '*.wasm?module' {
  const code: WebAssembly.Module
  // biome-ignore lint/style/noDefaultExport: the platform gives such a file's code in this way
  export default code
}
