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
  /** Somebody would lose an answer, and it was not said to be meant. */
  isUnsure: boolean
}

/** Two texts a person put together. */
interface Merged {
  a: number
  b: number
  /** An answer that was given already, and that so many would read no more if these were taken apart. */
  lost: { number: number; people: number } | undefined
}

/** What was said by several people: alike to the letter, put together by staff, or perhaps the same. */
export function SamePage(props: SamePageProps) {
  const { head, texts, wishes, groups, alike, apart, isUncoded, isUnsure } = props
  const action = `${textsPath(head)}/same`
  return (
    <TextsFrame head={head} tab="/same" title="相同的话">
      <p>
        {number(texts)} 段话，相同的合起来是 {number(wishes)}{' '}
        件。一字不差的自动合；意思相同的由人来合，随时能分开，每一位的回执都留着。
      </p>
      {isUnsure && (
        <p class="problem" role="alert">
          没有分开：已经答复过了，分开会有人看不到答复。确实要分开，请先在按钮上面打勾。
        </p>
      )}
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
                <form method="post" action={`${action}/union`} class="buttons">
                  <input type="hidden" name="a" value={one.seq} />
                  <input type="hidden" name="b" value={other.seq} />
                  <button class="primary" type="submit">
                    是一件事，合起来
                  </button>
                  <button type="submit" formaction={`${action}/parting`}>
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
      {merged.map(({ a, b, lost }) => (
        <Unlink
          action={action}
          a={a}
          b={b}
          lost={lost}
          label={`分开「${brief(textOf(a))}」和「${brief(textOf(b))}」`}
        />
      ))}
    </li>
  )
}

interface UnlinkProps {
  action: string
  a: number
  b: number
  label: string
  lost?: Merged['lost']
}

function Unlink({ action, a, b, label, lost }: UnlinkProps) {
  return (
    <form
      method="post"
      action={`${action}/removal`}
      class={lost ? 'on-screen stacked' : 'on-screen'}
    >
      <input type="hidden" name="a" value={a} />
      <input type="hidden" name="b" value={b} />
      {lost && (
        <label class="tick">
          <input type="checkbox" name="sure" value={lost.people} required /> 分开以后，第{' '}
          {lost.number} 号的答复只算它那一边的，另外 {number(lost.people)} 位要重新答复
        </label>
      )}
      <button class="quiet" type="submit">
        {label}
      </button>
    </form>
  )
}

const brief = (text: string) =>
  [...text].length > 12 ? `${[...text].slice(0, 11).join('')}…` : text
