import {
  codeCounts,
  listDrawings,
  listPhotos,
  type PhotoState,
  type PictureQuestion,
  photoCounts,
} from '../../../db/pictures.ts'
import type { Question } from '../../../surveys/engine/definition.ts'
import { guard, smallestGroup } from '../../../surveys/engine/guard.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { tally } from '../../../surveys/engine/tally.ts'
import type { ShownPicture } from '../../../web/desk/pictures/pictures-page.tsx'
import type { Bar, Count } from '../../../web/desk/results/result-table.ts'
import type { AppContext } from '../../host.ts'
import { isOpenToday, type Look, openToday } from '../access/looks.ts'
import { findResults, type Results } from './results.ts'

const onePage = 24

/** A question that is answered with pictures, and the version it stands in. */
export interface Pictures {
  results: Results
  question: Extract<Question, { kind: 'drawing' | 'photo' }>
  key: PictureQuestion
}

/** The pictures the address asks for, if there is such a question. */
export async function findPictures(c: AppContext): Promise<Pictures | undefined> {
  const { consultation = '', audience = '', question: id = '' } = c.req.param()
  const results = await findResults(c, consultation, audience)
  if (!results) return
  const question = questionsOf(results.edition).get(id)
  if (question?.kind !== 'drawing' && question?.kind !== 'photo') return
  return { results, question, key: { versionId: results.versionId, question: id } }
}

/** Whose pictures they are. */
export interface Album {
  consultationId: string
  audience: string | null
  question: string | null
}

export const albumOf = ({ results, question }: Pictures): Album => ({
  ...{ consultationId: results.consultation.id, audience: results.audience, question: question.id },
})

/** Children's pictures open only to who said what for, today. */
export async function mayLook(c: AppContext, album: Album): Promise<boolean> {
  return album.audience !== 'child' || isOpenToday(c, lookAt(album))
}

/** Writes down who looks at children's pictures, and what for. */
export function writeLook(c: AppContext, album: Album, purpose: string): Promise<void> {
  return openToday(c, lookAt(album), purpose)
}

function lookAt({ consultationId, audience, question }: Album): Look {
  return { action: 'look at pictures', object: `${consultationId}/${audience}/${question}` }
}

/** How many drew, as the results tell it, and whether so few that the drawings are not shown either. */
export function drawingsTotal({ results, question }: Pictures): { total: Count; tooFew: boolean } {
  const { edition, columns, audience } = results
  const k = smallestGroup(audience)
  const tallied = tally(question, edition, columns)
  const { guarded } = guard(tallied, columns.count, k)
  const drew = tallied.kind === 'text' ? tallied.answered : 0
  return { total: guarded.kind === 'text' ? guarded.answered : null, tooFew: drew > 0 && drew < k }
}

interface Wanted {
  state: PhotoState
  before?: number | undefined
  code?: string | undefined
}

/** One page of pictures, and from where the next goes on. */
export async function picturesPage(
  c: AppContext,
  { question, key }: Pictures,
  { state, before, code }: Wanted,
): Promise<{ pictures: ShownPicture[]; before: number | undefined }> {
  const { store } = c.var
  const page = { limit: onePage + 1, before, code }
  const found =
    question.kind === 'photo'
      ? await listPhotos(store, key, state, page)
      : await listDrawings(store, key, page)
  const shown = found.slice(0, onePage)
  return {
    pictures: shown.map(({ seq, answer, codes }) => ({
      ...{ seq, codes },
      picture:
        question.kind === 'photo'
          ? { src: `/desk/f/${answer}.jpg` }
          : { strokes: JSON.parse(answer) },
    })),
    before: found.length > onePage ? shown.at(-1)?.seq : undefined,
  }
}

/** What staff saw how often, protected like everything that is counted; hidden ones last, by name. */
export async function codeBars(
  c: AppContext,
  { results, key }: Pictures,
  total: Count,
): Promise<Bar[]> {
  const k = smallestGroup(results.audience)
  const counted = await codeCounts(c.var.store, key)
  return counted
    .map(({ code, pictures }): Bar => {
      const count = pictures < k ? null : pictures
      return {
        id: code,
        label: code,
        count,
        share: count === null || !total ? null : count / total,
      }
    })
    .sort((a, b) => (b.count ?? -1) - (a.count ?? -1) || (a.label < b.label ? -1 : 1))
}

/** Photos that wait and that were let through; for a drawing there is nothing to decide. */
export async function photoStates(c: AppContext, { question, key }: Pictures) {
  return question.kind === 'photo' ? photoCounts(c.var.store, key) : undefined
}
