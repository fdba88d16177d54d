import { assets } from 'virtual:assets'
import type { Child } from 'hono/jsx'
import type { Audience } from '../../surveys/engine/definition.ts'
import { Document } from '../document.tsx'
import { MailboxMark } from '../drawings/mailbox.tsx'
import { Rail } from './rail.tsx'

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
    /** There are questions to be answered in words. */
    texts: boolean
    suggestions: boolean
    /** Releases that wait for a second person. */
    drafts: number
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
