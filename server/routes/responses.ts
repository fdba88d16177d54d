import { Hono } from 'hono'
import * as v from 'valibot'
import { findConsultation } from '../../db/consultations.ts'
import type { AppContext, AppEnv } from '../host.ts'
import { bodyOf, utf8Text } from '../request/body.ts'
import { isWithinLimits } from '../request/json-limits.ts'
import { answerProblem, type RequestProblem } from '../request/problems.ts'
import { readyJson } from '../request/ready-json.ts'
import { isStorable } from '../request/stored-text.ts'
import { isResponseId, type Submission, SubmissionSchema } from '../responses/submission.ts'
import { submit } from '../responses/submit.ts'

export const responseRoutes = new Hono<AppEnv>()
  .put('/api/responses/:uuid', async (c) => {
    const id = c.req.param('uuid')
    if (!isResponseId(id)) return answerProblem(c, 'bad-id')
    const read = readSubmission(id, await bodyOf(c))
    if ('problem' in read) return answerProblem(c, read.problem)
    return answerOutcome(c, read.submission)
  })
  .get('/api/consultations/:id', async (c) => {
    const consultation = await findConsultation(c.get('store'), c.req.param('id'))
    if (!consultation) return answerProblem(c, 'unknown-consultation')
    const { id, title, background, opensAt, closesAt, particulars, editions } = consultation
    c.header('Cache-Control', 'no-cache')
    return c.json({
      id,
      title,
      background,
      opensAt,
      closesAt,
      particulars,
      editions: editions.map(({ audience, version, edition }) => ({
        audience,
        version,
        definition: edition,
      })),
    })
  })

async function answerOutcome(c: AppContext, submission: Submission) {
  const outcome = await submit(c, submission)
  switch (outcome.kind) {
    case 'stored':
      return readyJson(c, outcome.body, outcome.status)
    case 'problems':
      return c.json({ problems: outcome.problems }, 422)
    case 'conflict':
      return answerProblem(c, 'conflict')
    case 'gone':
      return answerProblem(c, 'gone')
    case 'unknown':
      return answerProblem(c, 'unknown-consultation')
    case 'busy':
      return answerProblem(c, 'busy', outcome.retryAfter)
  }
}

// No text this short can be deep or full enough to hurt a parser.
const alwaysSimple = 2000

function readSubmission(
  id: string,
  bytes: Uint8Array,
): { submission: Submission } | { problem: RequestProblem } {
  const text = utf8Text(bytes)
  if (text === undefined) return { problem: 'not-utf8' }
  if (text.length > alwaysSimple && !isWithinLimits(text)) return { problem: 'too-complex' }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { problem: 'not-json' }
  }
  // In valid UTF-8, NUL and half a surrogate pair can hide only behind an escape, and a long text only in a long body.
  if ((text.length > 4000 || text.includes('\\u')) && !isStorable(json)) {
    return { problem: 'bad-text' }
  }
  const read = v.safeParse(SubmissionSchema, json)
  return read.success ? { submission: { ...read.output, id } } : { problem: 'unknown-field' }
}
