import { listConsultations } from '../../db/consultations.ts'
import { type WaitingPhotos, waitingPhotos } from '../../db/pictures.ts'
import { waitingReleases } from '../../db/releases.ts'
import type { Audience, Question } from '../../surveys/engine/definition.ts'
import { textIn } from '../../surveys/engine/text.ts'
import type { DeskPlace } from '../../web/desk/desk-frame.tsx'
import type { AppContext } from '../host.ts'
import { may } from './access/permissions.ts'

/** What the rail of every desk page shows. */
export async function deskPlace(c: AppContext): Promise<DeskPlace> {
  const consultations = await listConsultations(c.var.store)
  const waiting = await waitingPhotos(c.var.store)
  const drafts = await waitingReleases(c.var.store)
  const { name: memberName = '', role = '' } = c.var.member ?? {}
  return {
    demo: c.var.settings.demo,
    memberName,
    members: may(role, 'manage members'),
    path: c.req.path,
    consultations: consultations.map(({ id, title, editions, topics }) => ({
      id,
      title: textIn(title, 'zh-CN'),
      audiences: editions.map(({ audience }) => audience),
      topics: topics.length > 0,
      texts: editions.some(({ edition }) =>
        edition.sections.some(({ questions }) => questions.some(({ kind }) => kind === 'text')),
      ),
      drafts: drafts.get(id) ?? 0,
      suggestions: editions.some(({ edition }) => edition.suggestion !== undefined),
      contacts:
        may(role, 'see contacts') && editions.some(({ edition }) => edition.contact !== undefined),
      pictures: editions.flatMap(({ audience, edition }) =>
        edition.sections
          .flatMap(({ questions }) => questions)
          .filter(({ kind }) => kind === 'drawing' || kind === 'photo')
          .map((question) => ({
            href: `/desk/c/${id}/results/${audience}/${question.id}/pictures`,
            label:
              pictureLinkName(question.kind, audience) +
              waitingWords(waiting, { consultation: id, audience, question: question.id }),
          })),
      ),
    })),
  }
}

function pictureLinkName(kind: Question['kind'], audience: Audience): string {
  if (kind === 'photo') return audience === 'child' ? '孩子的照片' : '照片'
  return audience === 'child' ? '孩子的画' : '画'
}

function waitingWords(
  waiting: WaitingPhotos[],
  { consultation, audience, question }: Omit<WaitingPhotos, 'version' | 'photos'>,
): string {
  const photos = waiting
    .filter((one) => one.consultation === consultation && one.audience === audience)
    .filter((one) => one.question === question)
    .reduce((sum, one) => sum + one.photos, 0)
  return photos === 0 ? '' : ` · ${photos} 张等着看`
}
