import type { Audience } from '../../../surveys/engine/definition.ts'
import { type Text, textIn } from '../../../surveys/engine/text.ts'
import { AdultDoor, ChildDoor } from '../../drawings/doors.tsx'
import { words } from '../../words/words.ts'
import { ResidentPage } from '../frame.tsx'
import type { Reader } from '../reader.ts'
import { headed, phrased, said } from '../said.tsx'
import { HandIn } from './hand-in.tsx'

interface StartPageProps {
  reader: Reader
  channel: 'assisted' | 'kiosk'
  consultation: {
    title: Text
    editions: readonly { audience: Audience; edition: { door: Text; minutes: number } }[]
  }
  door: (audience: Audience) => string
}

/** Where a volunteer begins, and what a device in a hall shows between two people. */
export function StartPage({ reader, channel, consultation, door }: StartPageProps) {
  const { locale } = reader
  const { assist, cover } = words(locale)
  const title = textIn(consultation.title, locale)
  return (
    <ResidentPage reader={reader} title={title} look="cover">
      <p class="kicker">{assist.kicker[channel]}</p>
      <h1>{headed(consultation.title, locale)}</h1>
      {channel === 'assisted' && (
        <ul class="told">
          {assist.manners.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      <div class="doorway">
        {consultation.editions.map(({ audience, edition }) => (
          <a href={door(audience)} class={audience}>
            {audience === 'child' ? <ChildDoor /> : <AdultDoor />}
            <b>{said(edition.door, locale)}</b>
            <span>{phrased(cover.ages[audience])}</span>
            <span>{cover.minutes(edition.minutes)}</span>
          </a>
        ))}
      </div>
      <p class="fine">{assist.fine[channel]}</p>
      <HandIn reader={reader} />
    </ResidentPage>
  )
}
