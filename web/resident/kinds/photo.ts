import { make, makeButton } from '../dom.ts'
import { newId } from '../offline/new-id.ts'
import { put } from './field.ts'

const longestSide = 1_600

/** Two ways to a photo. It is drawn anew, small: what it told of place, time and camera stays behind. */
export function improvePhoto(block: HTMLElement) {
  // Corrected answers go as a plain form, with the file in it.
  if (!block.closest('[data-send]')) return () => {}
  const { take = '', choose = '', remove = '', preview = '', failed = '' } = block.dataset
  const plain = block.querySelector('[type=file]') as HTMLInputElement
  const field = block.querySelector('[hidden]') as HTMLInputElement
  const shown = make('img', '')
  const warning = make('p', 'bad', failed)
  const bar = make('p', 'steps')

  const drop = () => {
    delete field.dataset.jpeg
    put(field, '')
  }
  const away = makeButton('plain', remove, drop)
  const bring = async (input: HTMLInputElement) => {
    const file = input.files?.[0]
    input.value = ''
    if (!file) return
    const jpeg = await smallJpeg(file).catch(() => '')
    warning.hidden = Boolean(jpeg)
    if (!jpeg) return
    shown.src = jpeg
    field.dataset.jpeg = jpeg.slice(jpeg.indexOf(',') + 1)
    put(field, newId())
  }
  for (const words of [take, choose]) {
    const label = make('label', 'plain', words)
    const input = make('input', '')
    input.type = 'file'
    input.accept = 'image/*'
    // Some phones take "capture" as "only the camera", so the album has an input of its own.
    if (words === take) input.setAttribute('capture', 'environment')
    input.onchange = () => bring(input)
    label.append(input)
    bar.append(label)
  }
  shown.alt = preview
  warning.hidden = true
  warning.setAttribute('role', 'alert')
  // Without a name it is sent by nobody: the photo goes on its own, after the answers.
  plain.removeAttribute('name')
  plain.hidden = true
  block.querySelector('label')?.remove()
  block.append(warning, shown, bar, away)

  return () => {
    // A draft names the photo, but nobody keeps it: it has to be taken again.
    if (field.value && !field.dataset.jpeg) field.value = ''
    shown.hidden = away.hidden = !field.value
  }
}

async function smallJpeg(file: Blob): Promise<string> {
  const address = URL.createObjectURL(file)
  try {
    const photo = new Image()
    photo.src = address
    await photo.decode()
    const { naturalWidth, naturalHeight } = photo
    const scale = Math.min(1, longestSide / Math.max(naturalWidth, naturalHeight))
    const canvas = make('canvas', '')
    canvas.width = naturalWidth * scale
    canvas.height = naturalHeight * scale
    canvas.getContext('2d')?.drawImage(photo, 0, 0, canvas.width, canvas.height)
    return canvas.toDataURL('image/jpeg', 0.8)
  } finally {
    URL.revokeObjectURL(address)
  }
}
