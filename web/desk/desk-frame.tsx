import { assets } from 'virtual:assets'
import type { Child } from 'hono/jsx'
import type { Audience } from '../../surveys/engine/definition.ts'
import { Document } from '../document.tsx'
import { MailboxMark } from '../drawings/mailbox.tsx'
import { audienceName } from './names.ts'

/** What every desk page needs to know about the house around it. */
export interface DeskPlace {
  demo: boolean
  memberName: string
  /** This member may invite colleagues and close their accounts. */
  members: boolean
  consultations: {
    id: string
    title: string
    audiences: Audience[]
    topics: boolean
    suggestions: boolean
    /** Contacts are there, and this member may see them. */
    contacts: boolean
    /** Questions answered with drawings or photos. */
    pictures: { href: string; label: string }[]
  }[]
  /** The address of this page without its query. */
  path: string
}

interface FrameProps {
  place: DeskPlace
  title: string
  /** Posters and the like bring their own measure. */
  wide?: boolean
  children?: Child
}

/** A desk page: a quiet rail on the left, the page as a column beside it. */
export function DeskFrame({ place, title, wide, children }: FrameProps) {
  return (
    <Document
      title={`${title} · 邮筒森林工作台`}
      locale="zh-CN"
      styleHref={assets.deskStyle}
      scripts={[assets.deskScript]}
      demo={place.demo}
      bodyClass="desk"
    >
      <a class="skip" href="#main">
        跳到正文
      </a>
      <div class="desk-frame">
        <Rail place={place} />
        <main id="main" class={wide ? 'page wide' : 'page'} tabindex={-1}>
          {children}
        </main>
      </div>
    </Document>
  )
}

function Rail({ place }: { place: DeskPlace }) {
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
          {place.members && <RailLink place={place} href="/desk/members" label="同事" />}
        </ul>
        {place.consultations.map((consultation) => (
          <ConsultationLinks place={place} consultation={consultation} />
        ))}
      </nav>
      <form method="post" action="/desk/sign-out" class="sign-out">
        <span class="soft">
          <bdi>{place.memberName}</bdi>
        </span>
        <button class="quiet" type="submit">
          退出
        </button>
      </form>
    </header>
  )
}

interface ConsultationLinksProps {
  place: DeskPlace
  consultation: DeskPlace['consultations'][number]
}

function ConsultationLinks({ place, consultation }: ConsultationLinksProps) {
  const { id, title, audiences, topics, suggestions, contacts, pictures } = consultation
  const link = (page: string, label: string) => (
    <RailLink place={place} href={`/desk/c/${id}/${page}`} label={label} />
  )
  return (
    <>
      <p class="rail-title">{title}</p>
      <ul>
        {audiences.map((audience) => link(`results/${audience}`, `${audienceName(audience)}结果`))}
        {topics && link('topics', '大人孩子对照')}
        {suggestions && link('suggestions', '居民建议')}
        {contacts && link('contacts', '联系方式')}
        {link('media', '录音与图纸')}
        {pictures.map(({ href, label }) => (
          <RailLink place={place} href={href} label={label} />
        ))}
        {link('sessions', '代填和设备')}
        {link('languages', '各种语言')}
        {link('export', '导出答卷')}
      </ul>
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

/** A door page: signing in, setting up, being told something; no rail, nobody is inside yet. */
export function DoorFrame({
  title,
  demo,
  children,
}: {
  title: string
  demo: boolean
  children?: Child
}) {
  return (
    <Document
      title={`${title} · 邮筒森林工作台`}
      locale="zh-CN"
      styleHref={assets.deskStyle}
      demo={demo}
      bodyClass="desk door"
    >
      <main id="main" class="door-card">
        <p class="brand">
          <MailboxMark />
          <span>
            邮筒森林 <small>工作台</small>
          </span>
        </p>
        <h1>{title}</h1>
        {children}
      </main>
    </Document>
  )
}
