import { highlighted } from '../../web/public/released.ts'
import type { Shown } from '../../web/public/released-page.tsx'

/** The releases of a consultation as a feed (RFC 4287), newest first; each with what it tells first. */
export function atomFeed(
  consultation: { id: string; title: string },
  releases: readonly Shown[],
  publicOrigin: string,
): string {
  const page = `${publicOrigin}/c/${consultation.id}/results`
  const updated = Math.max(0, ...releases.map(({ publishedAt = 0 }) => publishedAt))
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<id>${xml(page)}</id>`,
    `<title>${xml(`${consultation.title} · 征询结果`)}</title>`,
    `<updated>${moment(updated)}</updated>`,
    `<link rel="alternate" type="text/html" href="${xml(page)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${xml(page)}.atom"/>`,
    ...releases.map((shown) => entryOf(shown, page)),
    '</feed>\n',
  ].join('\n')
}

function entryOf({ released, number, publishedAt = 0 }: Shown, page: string): string {
  const address = `${page}?no=${number}`
  const said = [
    released.note,
    ...highlighted(released).map(({ question: { table } }) => `${table.title} ${table.sentence}`),
    '意见征集结果，不等于表决。',
  ].filter(Boolean)
  return [
    '<entry>',
    `<id>${xml(address)}</id>`,
    `<title>${xml(released.title)}</title>`,
    `<published>${moment(publishedAt)}</published>`,
    `<updated>${moment(publishedAt)}</updated>`,
    `<author><name>${xml(released.organiser || '居委会')}</name></author>`,
    `<link rel="alternate" type="text/html" href="${xml(address)}"/>`,
    `<content type="text">${xml(said.join('\n'))}</content>`,
    '</entry>',
  ].join('\n')
}

const moment = (time: number) => new Date(time).toISOString().replace('.000Z', 'Z')

// Control characters have no place in XML, however they are written.
const xml = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
