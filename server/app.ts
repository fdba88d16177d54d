import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { isOutage } from '../db/faults.ts'
import { StoreBusy } from '../db/store.ts'
import type { AppContext, AppEnv, Host } from './host.ts'
import { takeBody } from './request/body.ts'
import { letHeavyFormGo } from './request/heavy-forms.ts'
import { findHelpPhone } from './request/help-phone.ts'
import { logFault, logRequest, newRequestId } from './request/log.ts'
import { otherMethods } from './request/methods.ts'
import { isPlainPath } from './request/path.ts'
import { answerProblem } from './request/problems.ts'
import { isReadyToSend } from './request/ready-json.ts'
import { setSecurityHeaders } from './request/security-headers.ts'
import { findSharedPhone } from './responses/shared-phone.ts'
import { accessibilityRoutes } from './routes/accessibility.ts'
import { assistRoutes } from './routes/assist.ts'
import { contactRoutes } from './routes/contact.ts'
import { deskRoutes } from './routes/desk/desk.ts'
import { fileRoutes } from './routes/files.ts'
import { forestRoutes } from './routes/forest.ts'
import { healthRoutes } from './routes/health.ts'
import { outboxRoutes } from './routes/outbox.ts'
import { photoRoutes } from './routes/photos.ts'
import { questionnaireRoutes } from './routes/questionnaire.ts'
import { receiptRoutes } from './routes/receipt.ts'
import { responseRoutes } from './routes/responses.ts'
import { resultRoutes } from './routes/results.ts'

/** The whole site. The host says, per request, which store and settings serve it. */
export function createApp(hostOf: (c: AppContext) => Host): Hono<AppEnv> {
  const app = new Hono<AppEnv>()

  app.use(async (c, next) => {
    const startedAt = performance.now()
    takeHost(c, hostOf(c))
    await next()
    letHeavyFormGo(c)
    if (!isReadyToSend(c)) {
      await makeSmall(c)
      setSecurityHeaders(c.res.headers, c.req.path, c.get('settings'))
    }
    logRequest(c, startedAt)
  })
  app.use(async (c, next) => {
    if (!isPlainPath(c)) return answerProblem(c, 'bad-address')
    const others = otherMethods(app, c)
    if (others.length > 0) {
      c.header('Allow', others.join(', '))
      return answerProblem(c, 'wrong-method')
    }
    await findHelpPhone(c)
    await findSharedPhone(c)
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const problem = await takeBody(c)
    if (problem) return answerProblem(c, problem)
    const allowed = (await c.get('host').allows?.(c, 'submission')) ?? true
    return allowed ? next() : answerProblem(c, 'flood', 60)
  })

  app.route('/', healthRoutes)
  app.route('/', responseRoutes)
  app.route('/', photoRoutes)
  app.route('/', fileRoutes)
  app.route('/', forestRoutes)
  app.route('/', resultRoutes)
  app.route('/', assistRoutes)
  app.route('/', questionnaireRoutes)
  app.route('/', receiptRoutes)
  app.route('/', contactRoutes)
  app.route('/', outboxRoutes)
  app.route('/', accessibilityRoutes)
  app.route('/desk', deskRoutes)

  app.notFound((c) => answerProblem(c, 'not-found'))
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    if (error instanceof StoreBusy) return answerProblem(c, 'busy', error.retryAfter)
    logFault(c, error)
    // A database that cannot even be read now is no bug of ours: the phone keeps its answers and comes again.
    return isOutage(error) ? answerProblem(c, 'busy', 5) : answerProblem(c, 'fault')
  })
  return app
}

async function makeSmall(c: AppContext): Promise<void> {
  const { compress } = c.get('host')
  if (!compress) return
  const small = await compress(c.req.raw.headers, c.res)
  if (small === c.res) return
  // Assigning over an answer would copy its old length and encoding into the new one.
  c.res = undefined
  c.res = small
}

function takeHost(c: AppContext, host: Host): void {
  c.set('host', host)
  c.set('store', host.store)
  c.set('settings', host.settings)
  c.set('now', host.now)
  c.set('log', host.log)
  c.set('requestId', newRequestId())
}
