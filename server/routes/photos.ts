import { Hono } from 'hono'
import { keepPhoto } from '../files/keep-photo.ts'
import type { AppEnv } from '../host.ts'
import { bodyOf } from '../request/body.ts'
import { answerProblem } from '../request/problems.ts'
import { isResponseId } from '../responses/submission.ts'

/** A photo follows the response that speaks of it, as a request of its own: words arrive where pictures do not. */
export const photoRoutes = new Hono<AppEnv>().put(
  '/api/responses/:uuid/photos/:photo',
  async (c) => {
    const { uuid, photo } = c.req.param()
    if (!isResponseId(uuid) || !isResponseId(photo)) return answerProblem(c, 'bad-id')
    const outcome = await keepPhoto(c.get('host'), uuid, photo, await bodyOf(c))
    if (!('sha256' in outcome)) return answerProblem(c, outcome.kind)
    const status = outcome.kind === 'kept' ? 201 : 200
    return c.json({ id: photo, sha256: outcome.sha256 }, status)
  },
)
