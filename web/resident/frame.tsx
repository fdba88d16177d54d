import { assets } from 'virtual:assets'
import type { Child } from 'hono/jsx'
import { Document } from '../document.tsx'
import { MailboxMark } from '../drawings/mailbox.tsx'
import { words } from '../words/words.ts'
import { stayMinutes } from './assist/next-person.tsx'
import { SessionRules } from './assist/session-data.tsx'
import { Foot } from './foot.tsx'
import { isInHall, type Reader, startOf, to } from './reader.ts'
import { elderStyle, residentStyle } from './style.ts'
import { Switches } from './switches.tsx'

interface ResidentPageProps {
  reader: Reader
  title: string
  /** Which look the page has: `child` grows everything, `forest` has the wide picture. */
  look?: string | undefined
  /** Style that only this page needs. */
  style?: string | readonly (string | undefined)[] | undefined
  /** The page script, where it is not the usual one. */
  script?: string | undefined
  /** Scripts that only this page needs; they run after the page script. */
  scripts?: readonly (string | undefined)[]
  /** Shown at the desk, where the page script has nothing to keep and nothing to send. */
  isPreview?: boolean
  feed?: string
  /** On a shared phone it goes back to the start by itself, also without script. */
  returns?: boolean
  children?: Child
}

/** What every resident page has in common: name, switches, help, style and script. */
export function ResidentPage({
  reader,
  title,
  look,
  style,
  script = assets.residentScript,
  scripts = [],
  isPreview = false,
  feed,
  returns = false,
  children,
}: ResidentPageProps) {
  const w = words(reader.locale)
  const { shared } = reader
  return (
    <Document
      title={title === w.name ? title : `${title} · ${w.name}`}
      locale={reader.locale}
      style={[residentStyle, ...[style].flat(), reader.elder ? elderStyle : undefined]}
      scripts={isPreview ? [] : [script, shared && assets.sessionScript, ...scripts]}
      demo={reader.demo}
      feed={feed}
      refresh={returns && shared ? [stayMinutes * 60, startOf(shared)] : undefined}
      print={reader.elder ? `elder s${reader.size}` : undefined}
      bodyClass={isInHall(reader) ? `${look ?? ''} hall` : look}
    >
      <header class="top">
        <a class="brand" href={to(reader, '/')}>
          <MailboxMark />
          {w.name}
        </a>
        <Switches reader={reader} />
      </header>
      <main id="main" data-letters={isPreview ? undefined : assets.lettersScript}>
        {children}
      </main>
      <Foot reader={reader} />
      {shared && <SessionRules shared={shared} locale={reader.locale} />}
    </Document>
  )
}
