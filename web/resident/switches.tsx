import { words } from '../words/words.ts'
import { inPrint, otherLanguages, type Reader, textSizes } from './reader.ts'

/** Top right on every page: the 长辈版, left of it the other languages, below it the size of the print. */
export function Switches({ reader }: { reader: Reader }) {
  const w = words(reader.locale)
  const { elder, size } = reader
  return (
    <>
      <nav class="switches" aria-label={`${w.languages} ${w.elder}`}>
        <a class="mode" href={inPrint(reader, elder ? undefined : textSizes[0])}>
          {elder ? w.standard : w.elder}
        </a>
        <Languages reader={reader} />
      </nav>
      {elder && (
        <nav class="sizes" aria-label={w.textSize}>
          <span aria-hidden="true">{w.textSize}</span>
          {textSizes.map((step, i) => (
            <a href={inPrint(reader, step)} aria-current={step === size ? 'true' : undefined}>
              {w.textSizes[i]}
            </a>
          ))}
        </nav>
      )}
    </>
  )
}

function Languages({ reader }: { reader: Reader }) {
  const others = otherLanguages(reader)
  const links = others.map(({ href, tag, name }) => (
    <a href={href} hreflang={tag} lang={tag}>
      {name}
    </a>
  ))
  if (others.length < 2) return <>{links}</>
  return (
    <details class="tongues">
      <summary>{words(reader.locale).languages}</summary>
      {links}
    </details>
  )
}
