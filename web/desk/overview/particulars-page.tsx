import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { type Meanwhile, SavedMeanwhile, saveWords, toWrong, wrongPlace } from '../meanwhile.tsx'

/** What the law wants named in the notice, and only the committee can know. */
export const particularLabels = {
  organiser: '组织单位',
  address: '办理地址',
  phone: '联系电话',
  contact: '联系人（姓名或岗位）',
  complaints: '投诉电话',
  storage: '数据存放在哪里',
  childOfficer: '儿童信息保护负责人',
  resultsBy: '结果公布日期',
} as const

export type Particular = keyof typeof particularLabels

const hints: Partial<Record<Particular, string>> = {
  organiser: '例如：长桥街道办事处、××居民委员会',
  storage: '例如：上海市内的政务机房',
  childOfficer: '姓名和电话。家长要查看、更正、删除孩子的答卷时找这位。',
  resultsBy: '例如：2026年12月20日。最晚不超过征询结束后三十天。',
}

interface FilledIn {
  particulars: Partial<Record<Particular, string>>
  /** How long after sending answers can be corrected. */
  correctionMinutes: number
}

interface ParticularsPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  filled: FilledIn
  /** Which words the form began with. */
  mark: string
  saved: boolean
  /** The time for corrections could not be made shorter. */
  promised: boolean
  /** The consultation was opened just now. */
  opened: boolean
  problem?: Particular | undefined
  /** Somebody else filled in something else meanwhile: this. */
  clash?: { meanwhile: Meanwhile; stored: FilledIn } | undefined
}

export function ParticularsPage(props: ParticularsPageProps) {
  const { place, consultation, filled, mark, saved, promised, opened, problem, clash } = props
  const { particulars, correctionMinutes } = filled
  return (
    <DeskFrame place={place} title="告知里的联系信息">
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>告知里的联系信息</h1>
        <p class="standfirst">
          居民答题前会读到这些。空着的地方，问卷上显示「【待填写：…】」，发布前应当填完。
        </p>
      </header>
      {opened && (
        <p class="told" role="status">
          征询已经打开，居民现在就能答。请核对下面的联系信息，把空着的填完。
        </p>
      )}
      {saved && (
        <p class="told" role="status">
          已保存，居民的页面马上就是新的。
        </p>
      )}
      {promised && (
        <p class="problem" role="alert">
          更正的时间没有缩短：最近投出的答卷，回执上答应的时间还没有到。等它们都到了再改。
        </p>
      )}
      {problem && (
        <p class="problem" role="alert" id={wrongPlace}>
          「{particularLabels[problem]}」太长了，最多 300 个字。
        </p>
      )}
      <form
        method="post"
        action={toWrong(`/desk/c/${consultation.id}/particulars`)}
        class="stacked"
      >
        <input type="hidden" name="began" value={mark} />
        {clash && (
          <SavedMeanwhile
            {...{ meanwhile: clash.meanwhile, labels: allLabels, spell }}
            stored={(name) => standsIn(clash.stored, name)}
            typed={(name) => standsIn(filled, name)}
          />
        )}
        {(Object.keys(particularLabels) as Particular[]).map((name) => (
          <>
            <label for={name}>
              {particularLabels[name]}
              {!particulars[name] && <span class="tag">待填写</span>}
            </label>
            {hints[name] && (
              <p class="hint" id={`${name}-hint`}>
                {hints[name]}
              </p>
            )}
            <input
              id={name}
              name={name}
              value={particulars[name] ?? ''}
              maxlength={300}
              aria-describedby={hints[name] ? `${name}-hint` : undefined}
              aria-invalid={problem === name ? 'true' : undefined}
            />
          </>
        ))}
        <label for="correctionMinutes">{allLabels.correctionMinutes}</label>
        <p class="hint" id="correctionMinutes-hint">
          写在每一份回执上。之后仍然可以查看和删除。随时可以延长，已经投出的也照长的算；答应过的时间没有到以前，不能缩短。
        </p>
        <select
          id="correctionMinutes"
          name="correctionMinutes"
          aria-describedby="correctionMinutes-hint"
        >
          {lengths(correctionMinutes).map(([minutes, label]) => (
            <option value={String(minutes)} selected={minutes === correctionMinutes}>
              {label}
            </option>
          ))}
        </select>
        <div class="buttons">
          <button class="primary" type="submit">
            {saveWords('保存', clash?.meanwhile)}
          </button>
          <a href="/desk">回到总览</a>
        </div>
      </form>
    </DeskFrame>
  )
}

const allLabels = { ...particularLabels, correctionMinutes: '投出后多久之内可以更正' }

const standsIn = ({ particulars, correctionMinutes }: FilledIn, name: string) =>
  name === 'correctionMinutes' ? String(correctionMinutes) : (particulars[name as Particular] ?? '')

const spell = (name: string, value: string) =>
  name === 'correctionMinutes' ? lengthName(Number(value)) : value

/** Ten minutes is the least the accessibility rules allow for taking something back. */
export const correctionLengths: readonly (readonly [minutes: number, label: string])[] = [
  [10, '10 分钟'],
  [60, '1 小时'],
  [1440, '24 小时'],
  [4320, '3 天'],
  [10_080, '7 天'],
  [43_200, '30 天'],
]

// A definition may have set any length; it stays on the list.
function lengths(minutes: number) {
  const isListed = correctionLengths.some(([listed]) => listed === minutes)
  return isListed
    ? correctionLengths
    : [...correctionLengths, [minutes, lengthName(minutes)] as const].sort(([a], [b]) => a - b)
}

const lengthName = (minutes: number) =>
  correctionLengths.find(([listed]) => listed === minutes)?.[1] ?? `${minutes} 分钟`
