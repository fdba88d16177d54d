import { assets } from 'virtual:assets'
import type { Filled } from '../../surveys/engine/answers.ts'
import type { Problem } from '../../surveys/engine/check.ts'
import type { Edition } from '../../surveys/engine/definition.ts'
import { words } from '../words/words.ts'
import { ChangesOffer } from './draft-offer.tsx'
import { formEncoding } from './form-encoding.ts'
import { ResidentPage } from './frame.tsx'
import { needsOf } from './kinds/needs.ts'
import { PageRules } from './page-data.tsx'
import { ProblemSummary, titleAgain } from './problem-summary.tsx'
import { Sections } from './questionnaire-page.tsx'
import { type Reader, to } from './reader.ts'
import { Progress, StepButtons } from './step-buttons.tsx'

interface CorrectionPageProps {
  reader: Reader
  receipt: string
  edition: Edition
  version: number
  consultation: { id: string }
  response: { id: string; locator: string; revision: number; filled: Filled }
  problems: readonly Problem[]
}

/** The same questionnaire with what was sent in it, in the same order as the first time. */
export function CorrectionPage(props: CorrectionPageProps) {
  const { reader, receipt, edition, version, consultation, response, problems } = props
  const { locale } = reader
  const w = words(locale)
  const sheet = {
    edition,
    filled: response.filled,
    problems,
    seed: response.id,
    locale,
    sent: true,
  }
  const child = edition.audience === 'child'
  const address = to(reader, `/r/${receipt}/correction`)
  return (
    <ResidentPage
      reader={reader}
      title={titleAgain(w.receipt.correctionHeading, problems.length, locale)}
      look={edition.audience}
      {...needsOf(edition)}
      scripts={[assets.correctionScript]}
    >
      <h1>{w.receipt.correctionHeading}</h1>
      <p class="code">{receipt}</p>
      {/* A phone that is everybody's keeps nothing. */}
      {!reader.shared && (
        <ChangesOffer locale={locale} response={response.locator} revision={response.revision} />
      )}
      <ProblemSummary sheet={sheet} agreed />
      <form
        method="post"
        enctype={formEncoding(edition)}
        action={address}
        id="form"
        data-saving={w.form.saving}
        data-unsaved={w.form.unsaved}
      >
        <Progress child={child} />
        <Sections sheet={sheet} />
        <StepButtons
          single={child || Boolean(reader.elder)}
          send={w.form.correct}
          locale={locale}
        />
      </form>
      <PageRules
        consultation={consultation.id}
        edition={edition}
        version={version}
        locale={locale}
        receipts={to(reader, '/r/~', { new: '1' })}
      />
    </ResidentPage>
  )
}
