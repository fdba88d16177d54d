import type { Finding } from '../../../surveys/engine/redaction/detect.ts'
import { type Meanwhile, SavedMeanwhile, saveWords } from '../meanwhile.tsx'
import { momentName } from '../names.ts'
import { maskOf, withoutTraces } from './masks.ts'
import { TextsFrame, type TextsHead, textsPath } from './texts-head.tsx'
import { Traces, TracesAgain } from './traces.tsx'

interface ListedQuote {
  seq: number
  /** The words of the resident, with what may tell who somebody is. */
  original: string
  findings: readonly Finding[]
  text: string
  proposedAt: number
  proposedBy: string
  isMine: boolean
  releasedAt: number | null
  releasedBy: string
}

interface ChosenText {
  seq: number
  original: string
  findings: readonly Finding[]
  typed: string | undefined
  /** The wording that stands there now, and which one the form began with. */
  standing: string | undefined
  mark: string
  /** Somebody else wrote another wording meanwhile. */
  meanwhile: Meanwhile | undefined
}

interface QuotesPageProps {
  head: TextsHead
  quotes: readonly ListedQuote[]
  /** A text that is about to be proposed, with the wording typed so far. */
  chosen?: ChosenText | undefined
  problem: 'wording' | 'traces' | 'own' | undefined
  longest: number
}

/** Texts for everybody to read: proposed by one person with what gives people away taken out, released by another. */
export function QuotesPage({ head, quotes, chosen, problem, longest }: QuotesPageProps) {
  const action = `${textsPath(head)}/quotes`
  const waiting = quotes.filter(({ releasedAt }) => releasedAt === null)
  const released = quotes.filter(({ releasedAt }) => releasedAt !== null)
  return (
    <TextsFrame head={head} tab="/quotes" title="摘出来公开">
      <p>
        公开的原话要去掉能认出人的地方：一位同事改好措辞提出来，另一位对着原文看过，才能公开。机器找的只是提示，两位都要自己读一遍。
      </p>
      {problem === 'own' && (
        <p class="problem" role="alert">
          没有公开：要由提出的人以外的同事来看，而且看的是最新的措辞。
        </p>
      )}
      {chosen && (
        <section class="panel proposal" id="propose">
          <h2>改措辞</h2>
          <Original text={chosen.original} findings={chosen.findings} />
          <form method="post" action={`${action}#propose`} class="stacked quote-form">
            <input type="hidden" name="began" value={chosen.mark} />
            <input type="hidden" name="seq" value={chosen.seq} />
            {chosen.meanwhile && (
              <SavedMeanwhile
                {...{ meanwhile: chosen.meanwhile, labels: { text: '公开的措辞' } }}
                stored={() => chosen.standing ?? ''}
                typed={() => chosen.typed ?? ''}
              />
            )}
            <label for="text">公开的措辞</label>
            {problem === 'wording' && (
              <p class="problem" role="alert" id="wording-problem">
                请写下公开的措辞，最多 {longest} 个字。
              </p>
            )}
            <textarea
              id="text"
              name="text"
              rows={5}
              maxlength={longest}
              required
              aria-describedby={problem === 'wording' ? 'wording-problem' : undefined}
            >
              {chosen.typed ?? withoutTraces(chosen.original)}
            </textarea>
            {(problem === 'traces' || chosen.meanwhile) && chosen.typed && (
              <TracesAgain text={chosen.typed} isSeen={chosen.meanwhile !== undefined} />
            )}
            <div class="buttons">
              <button class="primary" type="submit">
                {saveWords('提出来，请另一位看', chosen.meanwhile)}
              </button>
              <a href={action}>不提了</a>
            </div>
          </form>
        </section>
      )}
      {quotes.length === 0 && !chosen && (
        <p class="empty">
          还没有摘出来的。在<a href={textsPath(head)}>词语</a>
          里点一个词，从原话旁边的「摘出来」开始。
        </p>
      )}
      {waiting.length > 0 && <h2 class="gap">等另一位同事看</h2>}
      <ul class="differing">
        {waiting.map((quote) => (
          <Quote quote={quote} action={action} />
        ))}
      </ul>
      {released.length > 0 && <h2 class="gap">可以公开的</h2>}
      <ul class="differing">
        {released.map((quote) => (
          <Quote quote={quote} action={action} />
        ))}
      </ul>
    </TextsFrame>
  )
}

function Quote({ quote, action }: { quote: ListedQuote; action: string }) {
  const { seq, original, findings, text, proposedAt, proposedBy, isMine } = quote
  const { releasedAt, releasedBy } = quote
  return (
    <li class="panel">
      <div class="pair">
        <Original text={original} findings={findings} />
        <div>
          <p class="soft">公开的措辞</p>
          <blockquote class="released">
            <bdi>{text}</bdi>
          </blockquote>
          <Traces text={text} />
        </div>
      </div>
      <p class="soft">
        {proposedBy}，{momentName(proposedAt)}提出
        {releasedAt !== null && `；${releasedBy}，${momentName(releasedAt)}看过，可以公开`}
      </p>
      <form method="post" action={`${action}/removal`} class="buttons on-screen">
        <input type="hidden" name="seq" value={seq} />
        <input type="hidden" name="proposed" value={proposedAt} />
        {releasedAt === null &&
          (isMine ? (
            <span>您提出的，请另一位同事来看。</span>
          ) : (
            <button class="primary" type="submit" formaction={`${action}/release`}>
              看过了，可以公开
            </button>
          ))}
        <a href={`${action}?seq=${seq}#propose`}>改措辞</a>
        <button class="quiet" type="submit">
          {releasedAt === null ? '不提了' : '收回'}
        </button>
      </form>
    </li>
  )
}

/** The resident's words with what was found marked in them. */
function Original({ text, findings }: { text: string; findings: readonly Finding[] }) {
  const parts: { text: string; mask?: string }[] = []
  let at = 0
  for (const { kind, from, to } of findings) {
    parts.push({ text: text.slice(at, from) })
    parts.push({ text: text.slice(from, to), mask: maskOf(kind) })
    at = to
  }
  parts.push({ text: text.slice(at) })
  return (
    <div>
      <p class="soft">原文{findings.length > 0 && `（找到 ${findings.length} 处可能认出人的）`}</p>
      <blockquote>
        <bdi>
          {parts.map((part) =>
            part.mask ? <mark title={part.mask}>{part.text}</mark> : part.text,
          )}
        </bdi>
      </blockquote>
    </div>
  )
}
