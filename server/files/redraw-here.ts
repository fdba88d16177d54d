import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Codecs, type Redraw, redrawer } from './redraw.ts'

/** Redraws in this very thread, with the code that lies in node_modules. */
export const redrawHere: Redraw = redrawer(async (): Promise<Codecs> => {
  const [jpegDecoder, jpegEncoder, pngDecoder] = await Promise.all([
    compiled('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'),
    compiled('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'),
    compiled('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'),
  ])
  return { jpegDecoder, jpegEncoder, pngDecoder }
})

const { resolve } = createRequire(import.meta.url)

const compiled = async (name: string) => WebAssembly.compile(await readFile(resolve(name)))
