import fc from 'fast-check'
import { expect, test } from 'vitest'
import { garden } from '../../../surveys/definitions/garden/consultation.ts'
import { gardenResponses } from '../../../surveys/definitions/garden/synthetic.ts'
import { huicheng } from '../../../surveys/definitions/huicheng/consultation.ts'
import { syntheticResponses } from '../../../surveys/definitions/huicheng/synthetic.ts'
import { encodeColumns } from '../../../surveys/engine/columns.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { select } from '../../../surveys/engine/selection.ts'
import { tally } from '../../../surveys/engine/tally.ts'
import { tallyByMailbox } from '../../../surveys/engine/tally-by-mailbox.ts'

const groups = [[1], [2, 5], [], [0], [3]]

const rounds = [
  { consultation: huicheng, responses: syntheticResponses },
  { consultation: garden, responses: gardenResponses },
]

test.each(rounds)(
  'counting all neighbourhoods at once gives what counting each alone gives',
  ({ consultation, responses }) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        for (const edition of consultation.editions) {
          const rows = [...responses(seed, 60)]
            .filter(({ audience }) => audience === edition.audience)
            .map(({ mailbox, channel, filled }, i) => ({
              ...{ seq: i + 1, day: 20_000, channel, answers: filled.answers },
              mailboxNumber: mailbox === null ? 0 : Number(mailbox.slice(2, 3)),
            }))
          const columns = encodeColumns(edition, rows)
          for (const question of questionsOf(edition).values()) {
            const alone = groups.map((mailboxNumbers) =>
              tally(question, edition, columns, select(edition, columns, { mailboxNumbers })),
            )
            expect(tallyByMailbox(question, edition, columns, groups)).toEqual(alone)
          }
        }
      }),
      { numRuns: 10 },
    )
  },
)
