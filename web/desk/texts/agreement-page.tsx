import type { CodeAgreement } from '../../../surveys/engine/open-text/agreement.ts'
import { FileLink } from '../file-link.tsx'
import { number } from '../names.ts'
import { TextsFrame, type TextsHead, textsPath } from './texts-head.tsx'

interface AgreementPageProps {
  head: TextsHead
  /** Of all that were drawn to be read twice. */
  drawn: number
  twice: number
  codes: readonly CodedAgreement[]
  overall: CodeAgreement
  differing: readonly Differing[]
  settled: number
}

/** A code, and how far two readers agree on it. */
export interface CodedAgreement {
  id: string
  name: string
  agreement: CodeAgreement
}

interface Differing {
  seq: number
  text: string
  first: readonly string[]
  second: readonly string[]
}

/** How far two readers agree, code by code, and where they do not: to be settled by both. */
export function AgreementPage(props: AgreementPageProps) {
  const { head, drawn, twice, codes, overall, differing, settled } = props
  const path = textsPath(head)
  return (
    <TextsFrame head={head} tab="/agreement" title="两人对照">
      <p>
        随机抽出五分之一（{number(drawn)} 段），由另一位同事再读一遍；两位都读过的有 {number(twice)}{' '}
        段。
      </p>
      {twice === 0 ? (
        <p class="empty">
          还没有两位都读过的。第一遍读了一些以后，请另一位同事到
          <a href={`${path}/coding?round=2`}>第二位归类</a>去读。
        </p>
      ) : (
        <>
          <p class="lead">
            总的一致程度（Cohen κ）{kappaText(overall.kappa)}：{kappaWords(overall.kappa, twice)}。
          </p>
          <div class="scroll">
            <table>
              <caption>两位各自归类，每一类合得上多少（n = {number(twice)} 段）</caption>
              <thead>
                <tr>
                  <th scope="col">类</th>
                  {['κ', '都归', '只有第一位', '只有第二位', '都没归'].map((name) => (
                    <th scope="col" class="num">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {codes.map(({ name, agreement }) => (
                  <tr>
                    <th scope="row">{name}</th>
                    <td class="num">{kappaText(agreement.kappa)}</td>
                    <td class="num">{agreement.both}</td>
                    <td class="num">{agreement.firstOnly}</td>
                    <td class="num">{agreement.secondOnly}</td>
                    <td class="num">{agreement.neither}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p class="base">
            κ 是除去碰巧以外还合得上的程度：1 是全合，0 是和碰巧一样；说法依
            Landis、Koch（1977）。两位都没用过或都用在每一段的类，算不出 κ。段数少的时候，κ
            会晃得厉害。
          </p>
          <FileLink href={`${path}/agreement`} />
        </>
      )}
      {differing.length > 0 && (
        <section>
          <h2 class="gap">归得不一样的，两位商量定下来</h2>
          <ul class="differing">
            {differing.map((one) => (
              <DifferingText one={one} action={`${path}/agreement`} />
            ))}
          </ul>
        </section>
      )}
      {settled > 0 && <p class="soft">商量定下来的有 {number(settled)} 段。</p>}
      {twice > 0 && twice < drawn && (
        <p class="buttons on-screen">
          <a href={`${path}/coding?round=2`}>接着读第二遍</a>
        </p>
      )}
    </TextsFrame>
  )
}

function DifferingText({ one, action }: { one: Differing; action: string }) {
  const { seq, text, first, second } = one
  return (
    <li class="panel">
      <blockquote>
        <bdi>{text}</bdi>
      </blockquote>
      <form method="post" action={action} class="two-readings">
        <input type="hidden" name="seq" value={seq} />
        <p>
          第一位：{namesText(first)}
          <button type="submit" name="as" value="1">
            按第一位的
          </button>
        </p>
        <p>
          第二位：{namesText(second)}
          <button type="submit" name="as" value="2">
            按第二位的
          </button>
        </p>
        <p>
          两位说的都对
          <button type="submit" name="as" value="both">
            都算
          </button>
        </p>
      </form>
    </li>
  )
}

const namesText = (names: readonly string[]) => (names.length > 0 ? names.join('、') : '都不属于')

const kappaText = (kappa: number | undefined) =>
  kappa === undefined ? '–' : kappa.toFixed(2).replace('-', '−')

function kappaWords(kappa: number | undefined, readings: number): string {
  if (kappa === undefined) return '还算不出来'
  if (readings < 20) return '读过两遍的还不到 20 段，先不下结论'
  if (kappa > 0.8) return '几乎完全一致'
  if (kappa > 0.6) return '比较一致'
  if (kappa > 0.4) return '一般，分类的说法可以再写清楚些'
  return '偏低，请把什么算哪一类写清楚，再读一遍'
}
