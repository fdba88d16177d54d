import type { Audience } from '../../../surveys/engine/definition.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { audienceName, number } from '../names.ts'
import { NotAVote } from '../results/results-page.tsx'

interface ListedTextQuestion {
  audience: Audience
  id: string
  number: string | undefined
  title: string
  /** People who wrote something; null where that may not be told. */
  written: number | null
  /** Of them, whose text has been read. */
  read: number
  codes: number
}

interface TextsPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  questions: readonly ListedTextQuestion[]
}

/** Every question that was answered in words, and how far its answers have been worked through. */
export function TextsPage({ place, consultation, questions }: TextsPageProps) {
  const here = `/desk/c/${consultation.id}/texts`
  return (
    <DeskFrame place={place} title="原话整理">
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>原话整理</h1>
        <p class="standfirst">
          居民写的话，先看大家常说什么，再一段一段读、归类。归好的类像题目一样进结果、比较和导出。
        </p>
        <NotAVote />
      </header>
      {questions.length === 0 ? (
        <p class="empty">这次征询没有让人写话的题目。</p>
      ) : (
        <ul class="text-questions">
          {questions.map((one) => (
            <li class="panel">
              <p class="soft">
                {audienceName(one.audience)}
                {one.number && ` · 第 ${one.number} 题`}
              </p>
              <h2>
                <a href={`${here}/${one.audience}/${one.id}`}>{one.title}</a>
              </h2>
              <p>{progress(one)}</p>
              {one.written !== null && one.written > 0 && (
                <p class="buttons">
                  <a href={`${here}/${one.audience}/${one.id}`}>看常说的词</a>
                  <a href={`${here}/${one.audience}/${one.id}/codes`}>分类表</a>
                  {one.codes > 0 && (
                    <a href={`${here}/${one.audience}/${one.id}/coding`}>接着归类</a>
                  )}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      <footer class="page-foot">
        <p>
          数词的时候，哪些词不拆开、哪些词不计，在<a href={`${here}/lexicon`}>词表</a>里改。
        </p>
      </footer>
    </DeskFrame>
  )
}

function progress({ written, read, codes }: ListedTextQuestion): string {
  if (written === null) return '有几位写了话，不显示；原话也先不列出来。'
  if (written === 0) return '还没有人写。'
  const coded = codes === 0 ? '还没有分类表' : `分成 ${codes} 类，已经读过 ${number(read)} 段`
  return `${number(written)} 位写了话；${coded}。`
}
