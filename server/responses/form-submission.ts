import * as v from 'valibot'
import { filledFromForm } from '../../web/form-answers.ts'
import type { Asked } from './asked.ts'
import { isResponseId, type Submission, SubmissionSchema } from './submission.ts'

/** What a plain form sent, or undefined when it is no form of ours. */
export function readForm(asked: Asked, form: FormData): Submission | undefined {
  const id = form.get('id')
  if (typeof id !== 'string' || !isResponseId(id)) return undefined
  const read = v.safeParse(SubmissionSchema, {
    consultation: asked.consultation.id,
    edition: asked.audience,
    version: asked.version,
    ...(form.get('m') && { mailbox: form.get('m') }),
    channel: form.get('channel') ?? 'link',
    ...(form.get('a') && { assistance: assistanceIn(form) }),
    ...filledFromForm(asked.edition, form),
  })
  return read.success ? { ...read.output, id } : undefined
}

const assistanceIn = (form: FormData) => ({
  session: form.get('a'),
  ...(form.get('agree') === 'yes' && { consented: true }),
  ...Object.fromEntries(
    ['mode', 'relation', 'place']
      .map((name) => [name, form.get(`~${name}`)])
      .filter(([, value]) => value !== null),
  ),
})
