import { readFileSync, writeFileSync } from 'node:fs'
import { toJsonSchema } from '@valibot/to-json-schema'
import { expect, test } from 'vitest'
import { ConditionSchema } from '../../../surveys/engine/condition.ts'
import {
  ConsultationSchema,
  NoticeSchema,
  OptionSchema,
  QuestionSchema,
} from '../../../surveys/engine/definition.ts'
import { TextSchema } from '../../../surveys/engine/text.ts'

const file = new URL('../../../surveys/consultation.schema.json', import.meta.url)

// After a change to the definition, run this with UPDATE_SCHEMA=1 and format the file it writes.
test('the JSON Schema that ships says the same as the definition that checks', () => {
  const schema = toJsonSchema(ConsultationSchema, {
    typeMode: 'input',
    target: 'draft-2020-12',
    errorMode: 'ignore',
    definitions: {
      Text: TextSchema,
      Condition: ConditionSchema,
      Option: OptionSchema,
      Question: QuestionSchema,
      Notice: NoticeSchema,
    },
  })
  const shipped = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A consultation of Mailbox Forest, format 1',
    ...schema,
  }
  if (process.env.UPDATE_SCHEMA) writeFileSync(file, JSON.stringify(shipped))
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(shipped)
})
