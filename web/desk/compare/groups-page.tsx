import type { Audience } from '../../../surveys/engine/definition.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { audienceName } from '../names.ts'

interface GroupsPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  audience: Audience
  existing: readonly { id: string; name: string; question: string; parts: string[] }[]
  questions: readonly { id: string; label: string }[]
  /** The question whose options are being put together. */
  chosen: { id: string; options: { id: string; label: string }[] } | undefined
  fields: Readonly<Record<string, string>>
  problem: string | undefined
}

/** Groups made at the desk out of the options of one question. */
export function GroupsPage(props: GroupsPageProps) {
  const { place, consultation, audience, existing, questions, chosen, fields, problem } = props
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
          把一题的几个选项合成一组，例如「44 岁及以下」「45 岁及以上」。分好以后，
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
          <p>
            <label for="groups-q">按哪一题分</label>
            <select id="groups-q" name="q">
              {questions.map(({ id, label }) => (
                <option value={id} selected={id === chosen?.id}>
                  {label}
                </option>
              ))}
            </select>
          </p>
          <button type="submit">列出选项</button>
        </form>
        {chosen && (
          <form method="post" action={`${here}${query}`} class="stacked">
            <input type="hidden" name="q" value={chosen.id} />
            {problem && (
              <p class="problem" role="alert">
                {problem}
              </p>
            )}
            <label for="groups-name">分组叫什么</label>
            <input id="groups-name" name="name" maxlength={40} required value={fields.name ?? ''} />
            <p class="hint">每个选项写上组名，同名的合成一组；空着的不算在任何一组里。</p>
            {chosen.options.map(({ id, label }) => (
              <>
                <label for={`g-${id}`}>{label}</label>
                <input id={`g-${id}`} name={`g-${id}`} maxlength={20} value={fields[id] ?? ''} />
              </>
            ))}
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
