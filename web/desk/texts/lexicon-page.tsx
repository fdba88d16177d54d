import type { LexiconChange } from '../../../surveys/lexicon/lexicon.ts'
import { stopWords } from '../../../surveys/lexicon/stops.ts'
import { lexiconWords } from '../../../surveys/lexicon/words.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { OneOf } from '../one-of.tsx'

interface LexiconPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  changes: readonly LexiconChange[]
  saved: boolean
  entered?: { words: string; as: string } | undefined
}

/** What a change does, in the order of the form. */
const lexiconDoings = [
  ['keep', '当一个词，不拆开（如「社区客厅」）'],
  ['split', '不再当一个词'],
  ['leave', '数词时不计（如「希望」）'],
  ['count', '数词时要计'],
] as const

/** The words of the neighbourhood: what is kept in one piece, and what is not counted. For all consultations of this site. */
export function LexiconPage({ place, consultation, changes, saved, entered }: LexiconPageProps) {
  const action = `/desk/c/${consultation.id}/texts/lexicon`
  return (
    <DeskFrame place={place} title="词表">
      <header class="headline">
        <p class="kicker">
          <a href={`/desk/c/${consultation.id}/texts`}>← {consultation.title} · 原话整理</a>
        </p>
        <h1>词表</h1>
        <p class="standfirst">
          数词靠它：哪些字连在一起是一个词，哪些词不用数。改了马上重数，所有征询都用这一份。
        </p>
      </header>
      {saved && (
        <p class="told" role="status">
          改好了。
        </p>
      )}
      <section class="panel">
        <h2>改几个词</h2>
        <form method="post" action={action} class="stacked">
          {entered && (
            <p class="problem" role="alert" id="words-problem">
              请写 1 到 50 个词，一行一个，每个 2 到 20 个字，再选怎么办。
            </p>
          )}
          <label for="words">词（一行一个）</label>
          <textarea
            id="words"
            name="words"
            rows={4}
            maxlength={1500}
            required
            aria-describedby={entered ? 'words-problem' : undefined}
          >
            {entered?.words ?? ''}
          </textarea>
          <OneOf
            name="as"
            legend="怎么办"
            choices={lexiconDoings}
            chosen={entered?.as ?? lexiconDoings[0]?.[0]}
          />
          <button class="primary" type="submit">
            改
          </button>
        </form>
      </section>
      <section class="panel">
        <h2>
          这里改过的<span class="soft">{changes.length} 个</span>
        </h2>
        {changes.length === 0 ? (
          <p class="soft">还没有改过，用的是随程序来的词表。</p>
        ) : (
          <ul class="texts">
            {changes.map(({ list, word, present }) => (
              <li>
                <bdi>{word}</bdi> <span class="soft">{changeText(list, present)}</span>
                <form method="post" action={`${action}/removal`}>
                  <input type="hidden" name="word" value={word} />
                  <input type="hidden" name="list" value={list} />
                  <button class="quiet" type="submit">
                    撤回
                  </button>
                </form>
              </li>
            ))}
          </ul>
        )}
      </section>
      <details class="shipped">
        <summary>随程序来的词（{lexiconWords.length}）</summary>
        <p>{lexiconWords.join('　')}</p>
      </details>
      <details class="shipped">
        <summary>随程序来的、不计的词（{stopWords.length}）</summary>
        <p>{stopWords.join('　')}</p>
      </details>
    </DeskFrame>
  )
}

function changeText(list: LexiconChange['list'], present: boolean): string {
  if (list === 'words') return present ? '当一个词' : '不再当一个词'
  return present ? '不计' : '要计'
}
