import { audienceName } from '../names.ts'
import type { OfferedTemplate } from './offered.ts'

/** What a template asks of whom, and whatever its author should think about once more. */
export function EditionsTable({ template: { title, editions } }: { template: OfferedTemplate }) {
  const identifying = editions.flatMap((edition) => edition.identifying)
  return (
    <>
      <div class="scroll">
        <table>
          <caption class="unseen">「{title}」问什么</caption>
          <thead>
            <tr>
              <th scope="col">给谁</th>
              <th scope="col">勾选以外还有</th>
              <th scope="col" class="num">
                题数
              </th>
              <th scope="col" class="num">
                大约
              </th>
            </tr>
          </thead>
          <tbody>
            {editions.map(({ audience, questions, minutes, asks, contact }) => (
              <tr>
                <th scope="row">{audienceName(audience)}</th>
                <td>{[...asks, ...(contact ? ['联系方式（另一页）'] : [])].join('、') || '—'}</td>
                <td class="num">{questions} 题</td>
                <td class="num">{minutes} 分钟</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {identifying.length > 0 && (
        <p class="problem">
          这些题像是在问「您是谁」，不是非问不可就不要问：{identifying.join('；')}
        </p>
      )}
    </>
  )
}
