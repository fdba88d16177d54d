import type { Child } from 'hono/jsx'
import type { Audience } from '../../../surveys/engine/definition.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { audienceName } from '../names.ts'
import { NotAVote } from '../results/results-page.tsx'

/** What every page about one text question says at its top. */
export interface TextsHead {
  place: DeskPlace
  consultation: { id: string; title: string }
  audience: Audience
  question: { id: string; number: string | undefined; title: string }
  /** How many wrote something; null where that may not be told. */
  written: number | null
}

const tabs = [
  ['', '词语'],
  ['/codes', '分类表'],
  ['/coding', '逐段归类'],
  ['/agreement', '两人对照'],
  ['/same', '相同的话'],
  ['/quotes', '摘出来公开'],
] as const

export type TextsTab = (typeof tabs)[number][0]

/** Children's own words are never made public. */
const tabsFor = (audience: Audience) =>
  tabs.filter(([page]) => audience !== 'child' || page !== '/quotes')

/** The address of the pages about a text question. */
export const textsPath = ({
  consultation,
  audience,
  question,
}: {
  consultation: { id: string }
  audience: Audience
  question: { id: string }
}) => `/desk/c/${consultation.id}/texts/${audience}/${question.id}`

/** A page about one text question: where one is, the ways to the others, then what is on this one. */
export function TextsFrame({
  head,
  tab,
  title,
  children,
}: {
  head: TextsHead
  tab: TextsTab
  title: string
  children?: Child
}) {
  const { place, consultation, audience, question, written } = head
  const path = textsPath(head)
  return (
    <DeskFrame place={place} title={`${title}：${question.title}`}>
      <header class="headline">
        <p class="kicker">
          <a href={`/desk/c/${consultation.id}/texts`}>← {consultation.title} · 原话整理</a>
        </p>
        <h1>{title}</h1>
        <p class="standfirst">
          {audienceName(audience)}
          {question.number ? `第 ${question.number} 题` : ''}「{question.title}」
        </p>
        <NotAVote />
      </header>
      <nav class="tabs" aria-label="这一题的原话">
        <ul>
          {tabsFor(audience).map(([page, label]) => (
            <li>
              <a href={path + page} aria-current={page === tab ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {written === null ? (
        <p class="empty">
          为了不认出个人，有几位写了话不显示，原话也先不列出来。等多几份答卷再看。
        </p>
      ) : written === 0 ? (
        <p class="empty">还没有人在这一题写话。有人写了，就能在这里整理。</p>
      ) : (
        children
      )}
    </DeskFrame>
  )
}
