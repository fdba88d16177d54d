import { detect, type Revealing, redact } from '../../../surveys/engine/redaction/detect.ts'

/** What may tell who somebody is, each named by its kind: 电话「13800138000」. */
export const tracesIn = (text: string): string[] =>
  detect(text).map(
    ({ kind, from, to }) => `${maskOf(kind).slice(1, -1)}「${text.slice(from, to)}」`,
  )

/** What stands in a released text where something was taken out. */
export function maskOf(kind: Revealing): string {
  switch (kind) {
    case 'phone':
      return '〔电话〕'
    case 'id-number':
      return '〔证件号〕'
    case 'long-number':
      return '〔号码〕'
    case 'plate':
      return '〔车牌〕'
    case 'door':
      return '〔门牌〕'
    case 'account':
      return '〔账号〕'
    case 'name':
      return '〔人名〕'
  }
}

/** With a mask for everything that was found: the wording to begin with, which a person looks at before it is proposed. */
export const withoutTraces = (text: string) => redact(text, detect(text), maskOf)
