import type { Audience } from '../../../surveys/engine/definition.ts'
import { number } from '../names.ts'
import { type Count, cellText, countText, shareText } from '../results/result-table.ts'
import type { WeightedTable, Weighting } from './coverage.ts'

interface WeightingPartProps {
  path: string
  audience: Audience
  weighting: Weighting
  weighted: WeightedTable | undefined
  questions: readonly { id: string; label: string }[]
  asked: string
}

/** What weighting by the targets would change, beside the plain figures; or why there is none. */
export function WeightingPart(props: WeightingPartProps) {
  const { weighting, weighted, questions, asked, audience, path } = props
  return (
    <section class="chapter" id="weighted">
      <h2>按构成加权</h2>
      <p>
        让来得少的人说的话重一些，使每种构成都合乎应有的比例（迭代比例拟合，权重在 0.3 到 3
        之间）。加权改不了没来的人怎么想，所以只和没加权的并排看，公示的结果不加权。
      </p>
      <WeightingWords weighting={weighting} />
      {weighting.kind === 'weighted' && (
        <form class="choose" method="get" action={`${path}#weighted`}>
          <input type="hidden" name="edition" value={audience} />
          <p>
            <label for="weighted-q">看哪一题</label>
            <select id="weighted-q" name="q">
              {questions.map(({ id, label }) => (
                <option value={id} selected={id === asked}>
                  {label}
                </option>
              ))}
            </select>
          </p>
          <button class="primary" type="submit">
            并排看
          </button>
        </form>
      )}
      {weighted && <Weighted table={weighted} />}
    </section>
  )
}

function WeightingWords({ weighting }: { weighting: Weighting }) {
  switch (weighting.kind) {
    case 'no-targets':
      return <p class="empty">还没有填应有的构成，所以没有加权。</p>
    case 'too-few':
      return (
        <p class="empty">
          「{weighting.label}」不到 10 人，不能让这么少的人替一群人说话，所以不加权。
        </p>
      )
    case 'out-of-reach':
      return (
        <p class="empty">来的人和应有的构成差得太远，权重在 0.3 到 3 之间凑不出来，所以不加权。</p>
      )
    case 'too-uneven':
      return (
        <p class="empty">
          加权以后设计效应是 {weighting.designEffect.toFixed(1)}，超过
          3：少数人的话会被放得太大，所以不加权。
        </p>
      )
    case 'weighted': {
      const { by, people, unknown, effective, designEffect } = weighting
      return (
        <>
          <p class="base">
            按{by.map((title) => `「${title}」`).join('')}加权 · {whoTakesPart(people, unknown)} ·
            相当于 {number(Math.round(effective))} 份不加权的 · 设计效应 {designEffect.toFixed(2)}
          </p>
          {designEffect > 1.5 && (
            <p class="problem" role="note">
              设计效应超过 1.5，加权的数字很不稳，请小心用。
            </p>
          )}
        </>
      )
    }
  }
}

function whoTakesPart(people: Count, unknown: Count): string {
  if (people === null || unknown === null) return '少数几份缺这些题，没有参加'
  return `${number(people)} 份参加${unknown > 0 ? `（${number(unknown)} 份缺这些题，没有参加）` : ''}`
}

function Weighted({ table: { title, base, leftOut, rows } }: { table: WeightedTable }) {
  return (
    <>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">选项</th>
            <th scope="col" class="num">
              没加权
            </th>
            <th scope="col" class="num">
              加权以后
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, count, share, weighted }) => (
            <tr>
              <th scope="row">{label}</th>
              <td class="num">{cellText({ count, share })}</td>
              <td class="num">{shareText(weighted)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">n（被问到、又参加加权的人）</th>
            <td class="num">{countText(base)}</td>
            <td class="num">{countText(base)}</td>
          </tr>
        </tfoot>
      </table>
      <p class="base">两栏算的是同一些人，所以「没加权」可能和结果页不同。{sameOnly(leftOut)}</p>
    </>
  )
}

function sameOnly(leftOut: Count): string {
  switch (leftOut) {
    case 0:
      return '被问到这一题的人都算在内。'
    case null:
      return '另有少数几个人被问到、却缺加权要用的回答，两栏都不算；和结果页一减会认出他们，所以遮住人数。'
    default:
      return `另有 ${number(leftOut)} 人被问到这一题，但缺加权要用的回答，两栏都不算。`
  }
}
