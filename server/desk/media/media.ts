import type { OpenConsultation } from '../../../db/consultations.ts'
import { clipsOf } from '../../../db/files.ts'
import type { Edition, Question } from '../../../surveys/engine/definition.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import type { MediaEdition, MediaQuestion } from '../../../web/desk/media/media-page.tsx'
import { addressOf } from '../../files/file-types.ts'
import type { AppContext } from '../../host.ts'

/** Every question of every edition with the recordings and pictures it has now. */
export async function mediaOf(
  c: AppContext,
  { id, editions }: OpenConsultation,
): Promise<MediaEdition[]> {
  return Promise.all(
    editions.map(async ({ audience, version, edition }) => {
      const clips = await clipsOf(c.var.store, id, audience)
      const questions = [...questionsOf(edition).values()].map((question) => ({
        ...shown(question),
        clips: clips
          .filter((clip) => clip.question === question.id)
          .map((clip) => ({
            ...{ id: clip.id, locale: clip.locale },
            address: addressOf(clip.id, clip.contentType),
          })),
      }))
      return { audience, version, questions }
    }),
  )
}

function shown(question: Question): Omit<MediaQuestion, 'clips'> {
  const base = {
    ...{ id: question.id, number: question.number },
    title: textIn(question.title, 'zh-CN'),
  }
  if (question.kind === 'pin') {
    const { src, alt } = question.plan
    return { ...base, plan: { src, alt: textIn(alt, 'zh-CN') } }
  }
  if (question.kind !== 'single' && question.kind !== 'multiple') return base
  const images = question.options.flatMap(({ id, label, image }) =>
    image
      ? [
          {
            ...{ option: id, label: textIn(label, 'zh-CN') },
            ...{ src: image.src, alt: textIn(image.alt, 'zh-CN') },
          },
        ]
      : [],
  )
  return images.length > 0 ? { ...base, images } : base
}

/** The edition with this question in the place of the one of the same id. */
export function withQuestion(edition: Edition, changed: Question): Edition {
  return {
    ...edition,
    sections: edition.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) =>
        question.id === changed.id ? changed : question,
      ),
    })),
  }
}
