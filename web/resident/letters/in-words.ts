import { all, plainText, titleOf } from '../dom.ts'

// What the rarer kinds keep in hidden fields stands beside them in words.
const said =
  ':checked+span,textarea,.beside,[type=text]:not([hidden]),[type=date],.placed .tap,.pins li:not([hidden])>b'

/** Questions and answers as the page says them. */
export function inWords(form: HTMLElement): string {
  return all('.q:not([hidden])', form)
    .map((question) => {
      const words = all<HTMLInputElement>(said, question).map(wordsOf).filter(Boolean)
      return [titleOf(question), ...words].join(' ')
    })
    .join('\n')
}

function wordsOf(element: HTMLInputElement): string {
  const pot = element.value && element.closest('.pot')
  const label = pot ? plainText(pot.querySelector('label')) : ''
  return `${label} ${element.value || plainText(element)}`.trim()
}
