import { byId } from '../dom.ts'

/** Says below what is being written that a telephone number seems to stand in it. Nothing waits for it. */
export function noticePhone(form: HTMLElement) {
  const line = byId('phone')
  if (!line) return
  form.addEventListener('input', ({ target }) => {
    const field = target as HTMLInputElement
    if (!/^text/.test(field.type)) return
    const found = hasPhone(field.value)
    if (found) field.after(line)
    if (found || field.nextElementSibling === line) line.hidden = !found
  })
}

/** A mobile, or a number of eight figures that is no date, however it is spaced. The desk looks more closely. */
export const hasPhone = (text: string) =>
  /(^|\D)(1[3-9]\d{9}|(0\d{2,3})?(?!(19|20)\d\d[01]\d[0-3]\d(?!\d))[2-9]\d{7})(?!\d)/.test(
    text.normalize('NFKC').replace(/(\d)[ -](?=\d)/g, '$1'),
  )
