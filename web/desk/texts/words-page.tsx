import type { WordCount } from '../../../surveys/engine/open-text/count-words.ts'
import { FileLink } from '../file-link.tsx'
import { number } from '../names.ts'
import { TextsFrame, type TextsHead, textsPath } from './texts-head.tsx'

interface WordsPageProps {
  head: TextsHead
  k: number
  /** Texts that were looked through, and whether there are older ones. */
  texts: number
  isCut: boolean
  words: readonly WordCount[]
  phrases: readonly WordCount[]
  /** A word that was chosen, with the texts that use it; `few` where fewer than k people do. */
  chosen?: { word: string; texts: { seq: number; text: string }[] | 'few' } | undefined
}

/** What people often say, by how many of them say it; a word leads to the texts it stands in. */
export function WordsPage(props: WordsPageProps) {
  const { head, k, texts, isCut, words, phrases, chosen } = props
  const path = textsPath(head)
  return (
    <TextsFrame head={head} tab="" title="大家常说的词">
      <p>
        {isCut ? `看了最近的 ${number(texts)} 段。` : `一共 ${number(texts)} 段。`}
        每个词数的是用了它的人，一个人说几遍也算一位；不到 {k} 位用的词不列。
      </p>
      <form method="get" action={path} class="find-word on-screen">
        <label for="word">找一个词</label>
        <input id="word" name="word" value={chosen?.word ?? ''} maxlength={20} required />
        <button type="submit">找</button>
      </form>
      {chosen && <Chosen {...props} chosen={chosen} />}
      {words.length === 0 ? (
        <p class="empty">还没有一个词有 {k} 位以上的人用。原话多了就会出来。</p>
      ) : (
        <div class="side-by-side">
          <Counts caption="常用的词" counts={words.slice(0, 40)} texts={texts} path={path} />
          {phrases.length > 0 && (
            <Counts
              caption="常连在一起说的词"
              counts={phrases.slice(0, 20)}
              texts={texts}
              path={path}
            />
          )}
        </div>
      )}
      {words.length > 0 && <FileLink href={path} k={k} />}
      <footer class="page-foot on-screen">
        <p>
          词切错了，或者不想数某个词，在
          <a href={`/desk/c/${head.consultation.id}/texts/lexicon`}>词表</a>里改。
        </p>
      </footer>
    </TextsFrame>
  )
}

function Counts({
  caption,
  counts,
  texts,
  path,
}: {
  caption: string
  counts: readonly WordCount[]
  texts: number
  path: string
}) {
  const most = counts[0]?.people ?? 1
  return (
    <table class="word-counts">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">词</th>
          <th scope="col" class="num">
            人数
          </th>
          <th scope="col" class="num">
            占写话的人
          </th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ word, people }) => (
          <tr>
            <th scope="row">
              <a href={`${path}?word=${encodeURIComponent(word)}#chosen`}>{word}</a>
              <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                <rect width={Math.round((people / most) * 1000) / 10} height="4" />
              </svg>
            </th>
            <td class="num">{number(people)}</td>
            <td class="num">{Math.round((people / texts) * 100)}%</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Chosen({
  head,
  k,
  chosen,
}: WordsPageProps & { chosen: { word: string; texts: { seq: number; text: string }[] | 'few' } }) {
  const path = textsPath(head)
  const { word, texts } = chosen
  return (
    <section class="panel" id="chosen">
      <h2>
        用了「<bdi>{word}</bdi>」的原话
        {texts !== 'few' && <span class="soft">{number(texts.length)} 位</span>}
      </h2>
      {texts === 'few' ? (
        <p>不到 {k} 位用了这个词，不单独列出来。</p>
      ) : (
        <ul class="texts">
          {texts.map(({ seq, text }) => (
            <li>
              <bdi>
                <Marked text={text} word={word} />
              </bdi>
              <a class="aside on-screen" href={`${path}/coding?at=${seq}`}>
                归类
              </a>
              {head.audience !== 'child' && (
                <a class="aside on-screen" href={`${path}/quotes?seq=${seq}#propose`}>
                  摘出来
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      <p class="buttons on-screen">
        <a href={path}>收起</a>
      </p>
    </section>
  )
}

/** The text with the words that were looked for marked in it. */
function Marked({ text, word }: { text: string; word: string }) {
  const wanted = word.split(' ').join('')
  const parts = text.split(wanted)
  return (
    <>
      {parts.map((part, at) => (
        <>
          {at > 0 && <mark>{wanted}</mark>}
          {part}
        </>
      ))}
    </>
  )
}
