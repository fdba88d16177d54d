import type { Audience } from '../../../surveys/engine/definition.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { audienceName } from '../names.ts'
import { type Choice, ChoiceSelect } from './choice-select.tsx'

/** A question, or one row of it, that groups can be made from. */
export interface GroupsSide extends Choice {
  picks: 'one' | 'several'
  options: { id: string; label: string }[]
}

interface GroupsPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  audience: Audience
  existing: readonly { id: string; name: string; question: string; parts: string[] }[]
  sides: readonly Choice[]
  asked: { q: string; and: string }
  /** What groups are being made from, and whether each option gets the name of its group. */
  chosen: { one: GroupsSide; two: GroupsSide | undefined; isParts: boolean } | undefined
  fields: Readonly<Record<string, string>>
  problem: string | undefined
}

/** Groups made at the desk out of the options of one question, or of two that must both hold. */
export function GroupsPage(props: GroupsPageProps) {
  const { place, consultation, audience, existing, sides, asked, chosen } = props
  const here = `/desk/c/${consultation.id}/groups`
  const query = `?edition=${audience}`
  return (
    <DeskFrame place={place} title="自己分组">
      <header class="headline">
        <p class="kicker">
          <a href={`/desk/c/${consultation.id}/compare${query}`}>← {consultation.title} · 比较</a>
        </p>
        <h1>自己分组</h1>
        <p class="standfirst">
          把一题的几个选项合成一组，例如「44 岁及以下」「45
          岁及以上」；或者挑出同时符合两题的人，例如「有孩子、又觉得缺地方坐」。分好以后，
          {audienceName(audience)}
          的结果、比较、筛选里都多出这一项。会让人算出少数几个人的组，不显示人数。
        </p>
      </header>
      {existing.map(({ id, name, question, parts }) => (
        <section class="panel">
          <h2>{name}</h2>
          <p class="soft">{question}</p>
          <ul>
            {parts.map((part) => (
              <li>{part}</li>
            ))}
          </ul>
          <details>
            <summary>去掉这个分组</summary>
            <p class="hint">居民的回答不变，只是结果、比较和筛选里不再有这一项。</p>
            <form method="post" action={`${here}/${id}/removal${query}`}>
              <button class="quiet" type="submit">
                确定去掉
              </button>
            </form>
          </details>
        </section>
      ))}
      <section class="panel">
        <h2>新的分组</h2>
        <form class="choose" method="get" action={here}>
          <input type="hidden" name="edition" value={audience} />
          <ChoiceSelect
            form="groups"
            name="q"
            label="按哪一题分"
            chosen={asked.q}
            choices={sides}
          />
          <ChoiceSelect
            form="groups"
            name="and"
            label="并且还看（可以不选）"
            chosen={asked.and}
            choices={sides}
            orNone
          />
          <button type="submit">列出选项</button>
        </form>
        {chosen && (
          <form method="post" action={`${here}${query}`} class="stacked">
            <input type="hidden" name="q" value={chosen.one.id} />
            <input type="hidden" name="and" value={chosen.two?.id ?? ''} />
            {props.problem && (
              <p class="problem" role="alert">
                {props.problem}
              </p>
            )}
            <Field name="name" label="分组叫什么" most={40} {...props} required />
            {chosen.isParts ? (
              <PartsFields side={chosen.one} {...props} />
            ) : (
              <AllOfFields {...chosen} {...props} />
            )}
            <div class="buttons">
              <button class="primary" type="submit">
                保存分组
              </button>
            </div>
          </form>
        )}
      </section>
    </DeskFrame>
  )
}

type Fields = Pick<GroupsPageProps, 'fields'>

function PartsFields({ side, fields }: Fields & { side: GroupsSide }) {
  return (
    <>
      <p class="hint">每个选项写上组名，同名的合成一组；空着的不算在任何一组里。</p>
      {side.options.map(({ id, label }) => (
        <Field name={`g-${id}`} label={label} most={20} fields={fields} />
      ))}
    </>
  )
}

function AllOfFields({
  one,
  two,
  fields,
}: Fields & { one: GroupsSide; two: GroupsSide | undefined }) {
  return (
    <>
      {(two ? [one, two] : [one]).map(({ label, options }, at) => (
        <fieldset class="choices">
          <legend>
            {at > 0 && '并且：'}
            {label} <span class="hint">勾中任何一项就算</span>
          </legend>
          {options.map((option) => (
            <label>
              <input
                type="checkbox"
                name={`${at}-${option.id}`}
                checked={fields[`${at}-${option.id}`] === 'on'}
              />{' '}
              {option.label}
            </label>
          ))}
        </fieldset>
      ))}
      <Field name="inside" label="符合的人叫什么" most={20} fields={fields} required />
      <Field name="outside" label="其他被问到的人叫什么" most={20} fields={fields} required />
    </>
  )
}

function Field({
  name,
  label,
  most,
  fields,
  required,
}: Fields & { name: string; label: string; most: number; required?: boolean }) {
  const id = `groups-${name}`
  return (
    <>
      <label for={id}>{label}</label>
      <input id={id} name={name} maxlength={most} required={required} value={fields[name] ?? ''} />
    </>
  )
}
