import { missingTexts, textsOf } from '../../../surveys/engine/texts-of.ts'
import { languages, untranslated } from '../../words/words.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { number } from '../names.ts'

interface LanguagesPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  /** What is written for people, part by part: 征询本身, 成人版, … */
  parts: { name: string; definition: unknown }[]
}

/** For whoever writes the questionnaire: what residents still see in Chinese, language by language. */
export function LanguagesPage({ place, consultation, parts }: LanguagesPageProps) {
  const [chinese, ...others] = languages
  return (
    <DeskFrame place={place} title="各种语言">
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>各种语言</h1>
        <p class="standfirst">
          {chinese?.name}
          是原文。别的语言里没有译出的地方，居民看到的是中文；在这里一处一处列出来，补在问卷的定义里，再发布新的一版。
        </p>
      </header>
      {others.map(({ tag, name }) => (
        <section class="panel" id={tag}>
          <h2 lang={tag}>{name}</h2>
          {parts.map((part) => (
            <Part name={part.name} definition={part.definition} locale={tag} />
          ))}
          <Pages locale={tag} />
        </section>
      ))}
    </DeskFrame>
  )
}

interface PartProps {
  name: string
  definition: unknown
  locale: string
}

function Part({ name, definition, locale }: PartProps) {
  const all = textsOf(definition).length
  const missing = missingTexts(definition, locale)
  if (missing.length === 0) return <Complete name={name} count={all} />
  return (
    <details>
      <summary>
        {name}：{number(all)} 处文字，还缺 <b>{number(missing.length)}</b> 处
      </summary>
      <ul>
        {missing.map(({ path, text }) => (
          <li>
            <span class="soft">{path.map((step) => stepNames[step] ?? step).join(' › ')}</span>{' '}
            {text['zh-CN']}
          </li>
        ))}
      </ul>
    </details>
  )
}

// The words of the pages themselves belong to the program, not to this consultation.
function Pages({ locale }: { locale: string }) {
  const missing = untranslated(locale)
  if (missing.length === 0) return <Complete name="页面上的按钮和说明" />
  return (
    <details>
      <summary>
        页面上的按钮和说明：还缺 <b>{number(missing.length)}</b> 处（请维护网站的人补）
      </summary>
      <p class="soft">{missing.join('、')}</p>
    </details>
  )
}

function Complete({ name, count }: { name: string; count?: number }) {
  return (
    <p>
      {name}：{count !== undefined && `${number(count)} 处文字，`}都齐了
    </p>
  )
}

const stepNames: Record<string, string> = {
  title: '标题',
  background: '背景',
  door: '入口',
  intro: '开头的话',
  closing: '结尾的话',
  notice: '告知',
  assent: '问孩子愿不愿意',
  contact: '留联系方式',
  heading: '小标题',
  label: '选项或名称',
  body: '正文',
  agree: '同意',
  decline: '不同意',
  hint: '提示',
  read: '朗读的话',
  unit: '单位',
  alt: '图的说明',
  image: '图',
  plan: '平面图',
  name: '名称',
  place: '位置',
  neighbourhood: '居民区',
}
