import { parentPort } from 'node:worker_threads'
import { redrawHere } from './redraw-here.ts'

// A thread of its own for what strangers send: what goes wrong in here harms nobody else.
parentPort?.on('message', async ({ bytes, mostOnASide }) => {
  const redrawn = await redrawHere(bytes, mostOnASide)
  parentPort?.postMessage(redrawn, redrawn ? [redrawn.bytes.buffer] : [])
})
