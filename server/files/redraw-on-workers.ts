import jpegDecoder from '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm?module'
import jpegEncoder from '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm?module'
import pngDecoder from '@jsquash/png/codec/pkg/squoosh_png_bg.wasm?module'
import { redrawer } from './redraw.ts'

// Unpacked twice over, a larger one would not fit into the 128 MB a worker has.
const mostPixels = 6_000_000

/** Redraws with code that the platform compiled when the worker was deployed; it compiles nothing later. */
export const redrawOnWorkers = redrawer(
  async () => ({ jpegDecoder, jpegEncoder, pngDecoder }),
  mostPixels,
)
