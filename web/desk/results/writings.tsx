/** One thing a resident wrote, with the neighbourhood of its mailbox where enough people wrote from there. */
export interface Writing {
  text: string
  neighbourhood?: string | undefined
}

/** What people wrote, as far as it opens: children's words first need a purpose, given at this address. */
export type Written = Writing[] | { access: string }

interface WritingsProps {
  writings: Written
  /** Where the rest stands. */
  more?: string
  /** Only the first few, on a page of many questions. */
  few?: boolean
  heading?: string
}

/** What people wrote, one below the other, each isolated so that odd directions cannot disturb the page. */
export function Writings({ writings, more, few, heading }: WritingsProps) {
  if ('access' in writings) {
    return (
      <p class="buttons on-screen">
        <a href={writings.access}>看孩子写的话（先写明用途）</a>
      </p>
    )
  }
  if (writings.length === 0) return null
  const shown = few ? writings.slice(0, 5) : writings
  return (
    <div class="writings">
      {heading && <h3>{heading}</h3>}
      <ul>
        {shown.map(({ text, neighbourhood }) => (
          <li>
            <bdi>{text}</bdi>
            {neighbourhood && <span class="from">{neighbourhood}</span>}
          </li>
        ))}
      </ul>
      {few && more && writings.length > shown.length && (
        <p class="more">
          <a href={more}>看全部原话</a>
        </p>
      )}
    </div>
  )
}
