import { channels } from '../../../surveys/engine/answers.ts'
import { channelName, dayName } from '../names.ts'
import { filterQuery, type ResultFilter } from './filter.ts'

export interface FilterChoices {
  neighbourhoods: { id: string; name: string }[]
  /** Single-choice questions whose answer may narrow the results. */
  questions: { id: string; title: string; options: { id: string; label: string }[] }[]
}

interface FilterFormProps {
  action: string
  filter: ResultFilter
  choices: FilterChoices
  /** The version looked at, when it is not the current one. */
  version?: number | undefined
  /** What else stands in the address and stays there. */
  keep?: Readonly<Record<string, string>>
}

/** Narrowing the results: a plain GET form, so that the address says what is seen and can be passed on. */
export function FilterForm({ action, filter, choices, version, keep = {} }: FilterFormProps) {
  const chips = chipsOf(filter, choices)
  const withKept = (query: string) => {
    const kept = new URLSearchParams(keep).toString()
    const whole = withVersion(query, version)
    return kept ? `${whole || '?'}${whole && '&'}${kept}` : whole
  }
  return (
    <section class="filter" aria-label="筛选">
      {chips.length > 0 && (
        <ul class="chips" aria-label="正在筛选">
          {chips.map(({ label, without }) => (
            <li>
              <a class="chip" href={`${action}${withKept(filterQuery(without))}`}>
                {label} <span aria-hidden="true">×</span>
                <span class="unseen">，去掉这个筛选</span>
              </a>
            </li>
          ))}
          {chips.length > 1 && (
            <li>
              <a href={`${action}${withKept('')}`}>全部去掉</a>
            </li>
          )}
        </ul>
      )}
      <details class="filter-fields" data-keep-closed>
        <summary>{chips.length > 0 ? '再筛选' : '筛选'}</summary>
        <form method="get" action={action}>
          {version && <input type="hidden" name="v" value={version} />}
          {filter.asAsked && <input type="hidden" name="order" value="asked" />}
          {Object.entries(keep).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {filter.is.map(({ question, option }) => (
            <input type="hidden" name="is" value={`${question}.${option}`} />
          ))}
          <Select
            name="n"
            label="居民区（按邮筒）"
            all="全部居民区"
            chosen={filter.neighbourhood}
            options={choices.neighbourhoods.map(({ id, name }) => ({ id, label: name }))}
          />
          <Select
            name="via"
            label="渠道"
            all="全部渠道"
            chosen={filter.channel}
            options={channels.map((id) => ({ id, label: channelName(id) }))}
          />
          <p>
            <label for="filter-from">从哪天</label>
            <input id="filter-from" type="date" name="from" value={filter.from ?? ''} />
          </p>
          <p>
            <label for="filter-to">到哪天</label>
            <input id="filter-to" type="date" name="to" value={filter.to ?? ''} />
          </p>
          <p class="broad">
            <label for="filter-is">只看这样回答的人</label>
            <select id="filter-is" name="is">
              <option value="">不限</option>
              {choices.questions.map(({ id, title, options }) => (
                <optgroup label={title}>
                  {options.map((option) => (
                    <option value={`${id}.${option.id}`}>{option.label}</option>
                  ))}
                </optgroup>
              ))}
            </select>
          </p>
          <button class="primary" type="submit">
            看筛选后的结果
          </button>
        </form>
      </details>
    </section>
  )
}

interface SelectProps {
  name: string
  label: string
  all: string
  chosen: string | undefined
  options: { id: string; label: string }[]
}

function Select({ name, label, all, chosen, options }: SelectProps) {
  return (
    <p>
      <label for={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option value={option.id} selected={option.id === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </p>
  )
}

function chipsOf(filter: ResultFilter, choices: FilterChoices) {
  const chips: { label: string; without: ResultFilter }[] = []
  const { neighbourhood, channel, from, to } = filter
  if (neighbourhood) {
    const name = choices.neighbourhoods.find(({ id }) => id === neighbourhood)?.name
    chips.push({ label: name ?? neighbourhood, without: { ...filter, neighbourhood: undefined } })
  }
  if (channel)
    chips.push({ label: channelName(channel), without: { ...filter, channel: undefined } })
  if (from) chips.push({ label: `${dayName(from)}起`, without: { ...filter, from: undefined } })
  if (to) chips.push({ label: `到${dayName(to)}`, without: { ...filter, to: undefined } })
  for (const one of filter.is) {
    const question = choices.questions.find(({ id }) => id === one.question)
    const option = question?.options.find(({ id }) => id === one.option)
    const title = (question?.title ?? one.question).replace(/[？?：:]$/, '')
    const label = `${title}：${option?.label ?? one.option}`
    chips.push({ label, without: { ...filter, is: filter.is.filter((other) => other !== one) } })
  }
  return chips
}

export function withVersion(query: string, version: number | undefined): string {
  if (!version) return query
  return query ? `${query}&v=${version}` : `?v=${version}`
}
