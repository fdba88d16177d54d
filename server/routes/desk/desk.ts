import { Hono } from 'hono'
import { sameSiteOnly } from '../../desk/access/csrf.ts'
import type { AppEnv } from '../../host.ts'
import { accountRoutes } from './account.ts'
import { assistSessionRoutes } from './assist-sessions.ts'
import { auditRoutes } from './audit.ts'
import { compareRoutes } from './compare.ts'
import { contactRoutes } from './contacts.ts'
import { coverageRoutes } from './coverage.ts'
import { decisionProgressRoutes } from './decision-progress.ts'
import { decisionRoutes } from './decisions.ts'
import { exportRoutes } from './export.ts'
import { groupRoutes } from './groups.ts'
import { holidayRoutes } from './holidays.ts'
import { languageRoutes } from './languages.ts'
import { mailboxRoutes } from './mailboxes.ts'
import { mediaRoutes } from './media.ts'
import { memberRoutes } from './members.ts'
import { openingRoutes } from './openings.ts'
import { overviewRoutes } from './overview.ts'
import { particularsRoutes } from './particulars.ts'
import { passwordLinkRoutes } from './password-link.ts'
import { pictureRoutes } from './pictures.ts'
import { qualityRoutes } from './quality.ts'
import { releaseRoutes } from './releases.ts'
import { reportRoutes } from './report.ts'
import { resultRoutes } from './results.ts'
import { reviewedRoutes } from './reviewed.ts'
import { setUpRoutes } from './set-up.ts'
import { signInRoutes } from './sign-in.ts'
import { suggestionStepRoutes } from './suggestion-steps.ts'
import { suggestionRoutes } from './suggestions.ts'
import { textRoutes, wordRoutes } from './texts.ts'
import { textsAccessRoutes } from './texts-access.ts'
import { agreementRoutes } from './texts-agreement.ts'
import { codeRoutes } from './texts-codes.ts'
import { codingRoutes } from './texts-coding.ts'
import { lexiconRoutes } from './texts-lexicon.ts'
import { quoteRoutes } from './texts-quotes.ts'
import { sameTextRoutes } from './texts-same.ts'
import { topicRoutes } from './topics.ts'

/** Everything for staff, mounted at /desk. What is not a door is registered through `staffRouter`. */
export const deskRoutes = new Hono<AppEnv>()

deskRoutes.use(sameSiteOnly)
deskRoutes.use(async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
})

deskRoutes.route('/', signInRoutes)
deskRoutes.route('/', setUpRoutes)
deskRoutes.route('/', passwordLinkRoutes)
deskRoutes.route('/', overviewRoutes.routes)
deskRoutes.route('/', particularsRoutes.routes)
deskRoutes.route('/', openingRoutes.routes)
deskRoutes.route('/', resultRoutes.routes)
deskRoutes.route('/', compareRoutes.routes)
deskRoutes.route('/', groupRoutes.routes)
deskRoutes.route('/', coverageRoutes.routes)
deskRoutes.route('/', qualityRoutes.routes)
deskRoutes.route('/', reviewedRoutes.routes)
deskRoutes.route('/', releaseRoutes.routes)
deskRoutes.route('/', pictureRoutes.routes)
deskRoutes.route('/', topicRoutes.routes)
deskRoutes.route('/', textRoutes.routes)
deskRoutes.route('/', textsAccessRoutes.routes)
deskRoutes.route('/', lexiconRoutes.routes)
deskRoutes.route('/', wordRoutes.routes)
deskRoutes.route('/', codeRoutes.routes)
deskRoutes.route('/', codingRoutes.routes)
deskRoutes.route('/', agreementRoutes.routes)
deskRoutes.route('/', sameTextRoutes.routes)
deskRoutes.route('/', quoteRoutes.routes)
deskRoutes.route('/', mailboxRoutes.routes)
deskRoutes.route('/', languageRoutes.routes)
deskRoutes.route('/', assistSessionRoutes.routes)
deskRoutes.route('/', mediaRoutes.routes)
deskRoutes.route('/', suggestionRoutes.routes)
deskRoutes.route('/', suggestionStepRoutes.routes)
deskRoutes.route('/', holidayRoutes.routes)
deskRoutes.route('/', decisionRoutes.routes)
deskRoutes.route('/', decisionProgressRoutes.routes)
deskRoutes.route('/', contactRoutes.routes)
deskRoutes.route('/', reportRoutes.routes)
deskRoutes.route('/', exportRoutes.routes)
deskRoutes.route('/', memberRoutes.routes)
deskRoutes.route('/', accountRoutes.routes)
deskRoutes.route('/', auditRoutes.routes)
