import { number } from '../names.ts'
import { TextsFrame, type TextsHead, textsPath } from './texts-head.tsx'

interface SameText {
  seq: number
  text: string
}

interface SamePageProps {
  head: TextsHead
  /** Texts, and what is left when the same are counted once. */
  texts: number
  wishes: number
  groups: readonly { texts: readonly SameText[]; merged: readonly Merged[] }[]
  alike: readonly { one: SameText; other: SameText; overlap: number }[]
  apart: readonly { one: SameText; other: SameText }[]
  /** Nobody has put texts under codes yet, so there is nothing to compare. */
  isUncoded: boolean
}

/** Two texts a person put together. */
interface Merged {
  a: number
  b: number
}

/** What was said by several people: alike to the letter, put together by staff, or perhaps the same. */
export function SamePage(props: SamePageProps) {
  const { head, texts, wishes, groups, alike, apart, isUncoded } = props
  const action = `${textsPath(head)}/same`
  return (
    <TextsFrame head={head} tab="/same" title="相同的话">
      <p>
        {number(texts)} 段话，相同的合起来是 {number(wishes)}{' '}
        件。一字不差的自动合；意思相同的由人来合，随时能分开，每一位的回执都留着。
      </p>
      <section>
        <h2 class="gap">可能相同</h2>
        {alike.length === 0 ? (
          <p class="empty">
            {isUncoded ? (
              <>
                先<a href={`${textsPath(head)}/coding`}>归类</a>，同一类里相像的话会列在这里。
              </>
            ) : (
              '同一类里没有还没看过的、相像的话。'
            )}
          </p>
        ) : (
          <ul class="differing">
            {alike.map(({ one, other, overlap }) => (
              <li class="panel">
                <div class="pair">
                  <blockquote>
                    <bdi>{one.text}</bdi>
                  </blockquote>
                  <blockquote>
                    <bdi>{other.text}</bdi>
                  </blockquote>
                </div>
                <form method="post" action={action} class="buttons">
                  <input type="hidden" name="a" value={one.seq} />
                  <input type="hidden" name="b" value={other.seq} />
                  <button class="primary" type="submit" name="as" value="same">
                    是一件事，合起来
                  </button>
                  <button type="submit" name="as" value="apart">
                    不是一件事
                  </button>
                  <span class="soft">字面相像 {Math.round(overlap * 100)}%</span>
                </form>
              </li>
            ))}
          </ul>
        )}
      </section>
      {groups.length > 0 && (
        <section>
          <h2 class="gap">合在一起的</h2>
          <ul class="differing">
            {groups
              .filter(({ merged }) => merged.length > 0)
              .map(({ texts: together, merged }) => (
                <SameGroup texts={together} merged={merged} action={action} />
              ))}
          </ul>
          <Copies groups={groups.filter(({ merged }) => merged.length === 0)} />
        </section>
      )}
      {apart.length > 0 && (
        <details class="on-screen">
          <summary>看过、不是一件事的（{apart.length}）</summary>
          <ul class="texts">
            {apart.map(({ one, other }) => (
              <li>
                <bdi>{one.text}</bdi>
                <span class="soft"> / </span>
                <bdi>{other.text}</bdi>
                <Unlink action={action} a={one.seq} b={other.seq} label="重新看" />
              </li>
            ))}
          </ul>
        </details>
      )}
    </TextsFrame>
  )
}

/** Alike to the letter: nothing to decide. */
function Copies({ groups }: Pick<SamePageProps, 'groups'>) {
  if (groups.length === 0) return null
  return (
    <div class="panel">
      <h3>一字不差</h3>
      <ul class="texts">
        {groups.map(({ texts }) => (
          <li>
            <bdi>{texts[0]?.text}</bdi>
            <span class="soft"> {number(texts.length)} 位</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function SameGroup({
  texts,
  merged,
  action,
}: {
  texts: readonly SameText[]
  merged: readonly Merged[]
  action: string
}) {
  const wordings = new Map<string, number>()
  for (const { text } of texts) wordings.set(text, (wordings.get(text) ?? 0) + 1)
  const textOf = (seq: number) => texts.find((one) => one.seq === seq)?.text ?? ''
  return (
    <li class="panel">
      <h3>{number(texts.length)} 位说的是一件事</h3>
      <ul class="texts">
        {[...wordings].map(([text, people]) => (
          <li>
            <bdi>{text}</bdi>
            {people > 1 && <span class="soft"> {people} 位</span>}
          </li>
        ))}
      </ul>
      {merged.map(({ a, b }) => (
        <Unlink
          action={action}
          a={a}
          b={b}
          label={`分开「${brief(textOf(a))}」和「${brief(textOf(b))}」`}
        />
      ))}
    </li>
  )
}

function Unlink({ action, a, b, label }: { action: string; a: number; b: number; label: string }) {
  return (
    <form method="post" action={action} class="on-screen">
      <input type="hidden" name="a" value={a} />
      <input type="hidden" name="b" value={b} />
      <button class="quiet" type="submit" name="as" value="unlink">
        {label}
      </button>
    </form>
  )
}

const brief = (text: string) =>
  [...text].length > 12 ? `${[...text].slice(0, 11).join('')}…` : text
