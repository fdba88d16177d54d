import type { Child } from 'hono/jsx'
import { MailboxMark } from '../drawings/mailbox.tsx'
import type { DeskPlace } from './desk-frame.tsx'
import { audienceName } from './names.ts'

/** The way around the desk: the house, and each consultation from what came back to what was answered. */
export function Rail({ place }: { place: DeskPlace }) {
  return (
    <header class="rail">
      <a class="brand" href="/desk">
        <MailboxMark />
        <span>
          邮筒森林 <small>工作台</small>
        </span>
      </a>
      <nav aria-label="工作台">
        <ul>
          <RailLink place={place} href="/desk" label="总览" />
          <RailLink place={place} href="/desk/mailboxes" label="邮筒" />
          <RailLink place={place} href="/desk/openings" label="新开征询" />
          {place.members && <RailLink place={place} href="/desk/members" label="同事" />}
          {place.members && <RailLink place={place} href="/desk/audit" label="操作记录" />}
        </ul>
        {place.consultations.map((consultation) => (
          <Consultation place={place} consultation={consultation} />
        ))}
      </nav>
      <form method="post" action="/desk/sign-out" class="sign-out">
        <a
          class="soft"
          href="/desk/account"
          aria-current={place.path === '/desk/account' ? 'page' : undefined}
        >
          <bdi>{place.memberName}</bdi>
        </a>
        <button class="quiet" type="submit">
          退出
        </button>
      </form>
    </header>
  )
}

interface ConsultationProps {
  place: DeskPlace
  consultation: DeskPlace['consultations'][number]
}

// On the pages of one consultation, the others are folded away.
function Consultation({ place, consultation }: ConsultationProps) {
  const { id, title, audiences, topics, texts, suggestions, contacts, pictures, drafts } =
    consultation
  const link = (page: string, label: string) => (
    <RailLink place={place} href={`/desk/c/${id}/${page}`} label={label} />
  )
  const isElsewhere = place.path.startsWith('/desk/c/') && !place.path.startsWith(`/desk/c/${id}/`)
  return (
    <details class="rail-round" open={!isElsewhere}>
      <summary>{title}</summary>
      <Links name="看结果">
        {audiences.map((audience) => link(`results/${audience}`, `${audienceName(audience)}结果`))}
        {link('compare', '比较')}
        {topics && link('topics', '大人孩子对照')}
        {texts && link('texts', '原话整理')}
        {link('coverage', '谁还没说')}
        {link('quality', '答卷质量')}
        {pictures.map(({ href, label }) => (
          <RailLink place={place} href={href} label={label} />
        ))}
      </Links>
      <Links name="作答复">
        {suggestions && link('suggestions', '居民建议')}
        {link('decisions', '决定')}
        {link('releases', drafts > 0 ? `公示 · ${drafts} 份等着看` : '公示')}
      </Links>
      <Links name="带出去">
        {link('report', '报告')}
        {link('export', '导出')}
      </Links>
      <Links name="准备和现场">
        {link('sessions', '代填和设备')}
        {link('media', '录音与图纸')}
        {link('languages', '各种语言')}
        {contacts && link('contacts', '联系方式')}
      </Links>
    </details>
  )
}

function Links({ name, children }: { name: string; children?: Child }) {
  return (
    <>
      <p class="rail-title">{name}</p>
      <ul>{children}</ul>
    </>
  )
}

function RailLink({ place, href, label }: { place: DeskPlace; href: string; label: string }) {
  // Pictures lie beneath the results, but have a link of their own.
  const beneath = place.path.startsWith(`${href}/`) && !place.path.endsWith('/pictures')
  const here = place.path === href ? 'page' : href !== '/desk' && beneath
  return (
    <li>
      <a href={href} aria-current={here || undefined}>
        {label}
      </a>
    </li>
  )
}
