import type { Child } from 'hono/jsx'
import type { Bar, Body } from '../desk/results/result-table.ts'
import { Waiting } from '../drawings/animals.tsx'
import { isDrawn, Picture } from '../drawings/picture.tsx'
import { MailboxScene } from '../drawings/scenes.tsx'
import { ResidentPage } from '../resident/frame.tsx'
import type { Reader } from '../resident/reader.ts'
import { phrased, said, tongue } from '../resident/said.tsx'
import { type Words, words } from '../words/words.ts'
import type { Decided } from './decided.ts'
import { decisionsStyle, resultsStyle } from './public-style.ts'
import { dayTeller } from './question-card.tsx'
import { highlighted, type ReleasedQuestion } from './released.ts'
import { resultsAddress, type Shown } from './released-page.tsx'
import { inTen, Person, TenPeople } from './ten-people.tsx'

interface ChildResultsPageProps {
  reader: Reader
  shown: Shown
  children?: Child
}

/** The same release for someone who has just learnt to read: ten people, pictures, few words. */
export function ChildResultsPage({ reader, shown, children }: ChildResultsPageProps) {
  const { released: w } = words(reader.locale)
  const { released } = shown
  const ours = released.editions.find(({ audience }) => audience === 'child')
  const theirs = highlighted(released).filter(({ edition }) => edition.audience === 'adult')
  const done = shown.decisions.filter(({ verdict }) => verdict !== 'not')
  const not = shown.decisions.filter(({ verdict }) => verdict === 'not')
  return (
    <ResidentPage
      {...{
        reader,
        title: w.childHeading,
        look: 'child results',
        style: [resultsStyle, decisionsStyle],
      }}
      isPreview={children !== undefined}
    >
      {children}
      <Person />
      <div class="calm">
        <MailboxScene hue="marigold" />
        <h1>{phrased(w.childHeading)}</h1>
        {ours?.people && <p>{w.askedChildren(ours.people.toLocaleString('zh-CN'))}</p>}
      </div>
      {ours?.questions.map((question) => (
        <Told w={w} question={question} asked={w.askedChildren} />
      ))}
      {theirs.length > 0 && (
        <>
          <h2>{w.adult}</h2>
          {theirs.map(({ question }) => (
            <Told w={w} question={question} asked={w.askedAdults} />
          ))}
        </>
      )}
      <h2>{w.doing}</h2>
      {shown.decisions.length === 0 && <p>{w.undecided}</p>}
      <Plans reader={reader} decisions={done} />
      {not.length > 0 && (
        <>
          <h2>{w.notDoing}</h2>
          <Plans reader={reader} decisions={not} />
        </>
      )}
      <div class="thanks">
        <Waiting />
        <p>{w.thanks}</p>
      </div>
      <p>
        <a class="go plain" href={resultsAddress(reader, shown, '')}>
          {w.forAdults}
        </a>
      </p>
      <p class="fine">
        {w.notVote} {w.counted(dayTeller(reader.locale)(released.takenAt))}
      </p>
    </ResidentPage>
  )
}

interface ToldProps {
  w: Words['released']
  question: ReleasedQuestion
  asked: (n: string) => string
}

function Told({ w, question: { table }, asked }: ToldProps) {
  const parts = partsOf(table.body)
  // What a guardian is asked is nothing children said.
  if (parts.length === 0 || table.base === null || table.kind === 'consent') return null
  return (
    <section class="card told-in-ten" lang="zh-CN">
      <h2>{phrased(table.title)}</h2>
      {parts.map(({ heading, bars }) => (
        <>
          {heading && <h3>{heading}</h3>}
          <ul>
            {bars.map(({ label, picture, count, share }) => (
              <li class={picture && isDrawn(picture) ? 'drawn' : undefined}>
                {picture && <Picture name={picture} />}
                <div>
                  <b>{label}</b>
                  <TenPeople of={inTen(share ?? 0)} />
                  <span>{count === 0 ? w.ofTenNobody : ofTen(w, inTen(share ?? 0))}</span>
                </div>
              </li>
            ))}
          </ul>
        </>
      ))}
      <p class="fine">
        {asked(table.base.toLocaleString('zh-CN'))}
        {hidesSome(table.body) && w.restHidden}
      </p>
    </section>
  )
}

function ofTen(w: Words['released'], n: number): string {
  return n === 0 ? w.ofTenNone : n === 10 ? w.ofTenAll : w.ofTen(n)
}

interface Part {
  /** Empty where the question says it all. */
  heading: string
  bars: Bar[]
}

/** What fits ten people: shares of those who were asked, the most common first. */
function partsOf(body: Body): Part[] {
  return lists(body).flatMap(({ heading, bars }) => {
    const told = bars.filter(({ share }) => share !== null)
    told.sort((a, b) => (b.share ?? 0) - (a.share ?? 0))
    return told.length > 0 ? [{ heading, bars: told }] : []
  })
}

const hidesSome = (body: Body): boolean =>
  lists(body).some(({ bars }) => bars.some(({ share }) => share === null))

function lists(body: Body): Part[] {
  switch (body.shape) {
    case 'scale':
    case 'bars':
    case 'histogram':
    case 'days':
      return [{ heading: '', bars: body.bars }]
    case 'pairs':
      return body.pairs.map(({ left, right }) => ({ heading: '', bars: [left, right] }))
    case 'rows':
      return body.rows.map(({ label, cells }) => ({
        heading: label,
        bars: cells.map((cell, at) => ({
          ...{ id: String(at), label: body.columns[at]?.label ?? '' },
          ...cell,
        })),
      }))
    case 'measures':
    case 'places':
    case 'texts':
      return []
  }
}

/** What was decided, in few words: what people said, what will be, why not, how far it is. */
function Plans({ reader, decisions }: { reader: Reader; decisions: readonly Decided[] }) {
  const { locale } = reader
  const { released: w, decided: d } = words(locale)
  return (
    <ul class="plans">
      {decisions.map(({ title, verdict, decision, reason, progress, progressNote, ...one }) => (
        <li>
          <h3>{said(title, locale)}</h3>
          {one.findings
            .slice(0, 1)
            .map(
              ({ title: asked, told }) =>
                told && <p>{said(`${w.youSaid}「${asked}」${told.sentence}`, locale)}</p>,
            )}
          <p>{said(decision, locale)}</p>
          {reason && <p>{said(d.because + reason, locale)}</p>}
          {verdict !== 'not' && <p class="how-far">{w.childProgress[progress]}</p>}
          {progressNote && <p>{said(progressNote, locale)}</p>}
          {one.photo && (
            <img
              class="decided-photo"
              src={one.photo}
              alt={d.photo(title, progressNote)}
              lang={tongue(title, locale)}
              loading="lazy"
            />
          )}
        </li>
      ))}
    </ul>
  )
}
