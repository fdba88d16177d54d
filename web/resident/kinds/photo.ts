import { all, make } from '../dom.ts'
import { newId } from '../offline/new-id.ts'
import { find, put } from './field.ts'

const longestSide = 1_600

/** Two ways to a photo. It is drawn anew, small: what it told of place, time and camera stays behind. */
export function improvePhoto(block: HTMLElement) {
  const field = find<HTMLInputElement>('input[hidden]', block)
  const plain = find<HTMLInputElement>('.ns[type=file]', block)
  const shown = find<HTMLImageElement>('img', block)
  const warning = find('[role=alert]', block)
  const away = find('button', block)
  // Answers are sent by the script and the photo after them; a correction is a plain form with the photo in it.
  const follows = Boolean(block.closest('[data-send]'))
  const before = follows ? '' : field.value

  // Phones too old to fill a file field send what was chosen, and the server draws it anew.
  if (!follows && !asFile('')) {
    for (const one of all('.ns', block)) one.className = ''
    find('.steps', block).className = 'ns'
    return () => {}
  }
  // Without a name it is sent by nobody.
  if (follows) plain.removeAttribute('name')
  for (const input of all<HTMLInputElement>('.steps input', block)) {
    input.onchange = async () => {
      const file = input.files?.[0]
      input.value = ''
      if (!file) return
      const jpeg = await smallJpeg(file).catch(() => '')
      warning.hidden = Boolean(jpeg)
      if (!jpeg) return
      shown.src = jpeg
      field.dataset.jpeg = jpeg.slice(jpeg.indexOf(',') + 1)
      if (!follows) plain.files = asFile(field.dataset.jpeg) ?? null
      put(field, newId())
    }
  }
  away.onclick = () => {
    delete field.dataset.jpeg
    plain.value = ''
    put(field, before)
  }

  return () => {
    const { jpeg } = field.dataset
    // A draft names the photo, but nobody keeps it: it has to be taken again.
    if (follows && field.value && !jpeg) field.value = ''
    shown.hidden = away.hidden = !(field.value && jpeg)
  }
}

function asFile(base64: string): FileList | undefined {
  try {
    const list = new DataTransfer()
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    list.items.add(new File([bytes], 'photo.jpg', { type: 'image/jpeg' }))
    return list.files
  } catch {
    return undefined
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
