import { newId } from '../offline/new-id.ts'

/** Puts a photo that was made small before back where it was chosen: from there it is sent like any other. */
export function showPhoto(block: Element | null | undefined, jpeg: string, id = newId()) {
  const field = block?.querySelector<HTMLInputElement>('input[hidden]')
  const shown = block?.querySelector('img')
  const plain = block?.querySelector<HTMLInputElement>('[type=hidden]')
  if (!field || !shown || !plain) return
  shown.src = plain.value = jpeg
  field.dataset.jpeg = jpeg.slice(jpeg.indexOf(',') + 1)
  field.value = id
}
