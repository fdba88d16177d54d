import { all } from '../dom.ts'
import { newId } from '../offline/new-id.ts'
import { find, put } from './field.ts'

/** Two ways to a photo. It is drawn anew, small: what it told of place, time and camera stays behind. */
export function improvePhoto(block: HTMLElement) {
  const field = find<HTMLInputElement>('input[hidden]', block)
  const plain = find<HTMLInputElement>('.ns[type=file]', block)
  const shown = find<HTMLImageElement>('img', block)
  const warning = find('[role=alert]', block)
  const away = find('button', block)

  // By the time there is a photo it is there, also without a network.
  shrinking().catch(() => undefined)
  // A correction is sent as a plain form: what was made small is carried in the place of the file.
  plain.type = 'hidden'
  // Without a name it is sent by nobody: the photo goes on its own, after the answers.
  if (block.closest('[data-send]')) plain.name = ''
  for (const input of all<HTMLInputElement>('.steps input', block)) {
    input.onchange = async () => {
      const file = input.files?.[0]
      input.value = ''
      if (!file) return
      const jpeg = await shrinking()
        .then(({ smallJpeg }) => smallJpeg(file))
        .catch(() => '')
      warning.hidden = Boolean(jpeg)
      if (!jpeg) return
      shown.src = plain.value = jpeg
      field.dataset.jpeg = jpeg.slice(jpeg.indexOf(',') + 1)
      put(field, newId())
    }
  }
  away.onclick = () => {
    delete field.dataset.jpeg
    plain.value = ''
    put(field, '')
  }

  return () => {
    // A draft names the photo, but nobody keeps it: it has to be taken again. Of a correction the server knows it.
    if (!field.dataset.jpeg) field.value = ''
    shown.hidden = away.hidden = !field.value
  }
}

const shrinking = () => import('./small-jpeg.ts')
