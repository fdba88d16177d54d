import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findConsultation } from '../../../../db/consultations.ts'
import { questionsOf } from '../../../../surveys/engine/questions.ts'
import { lane } from '../../files/lane.ts'
import { canary, jpegOf, pngHeadOf, pngOf, withTraces } from '../../files/pictures.ts'
import { type DeskSite, openSignedIn } from '../desk-site.ts'

let desk: DeskSite
beforeAll(async () => {
  desk = await openSignedIn(lane)
})
afterAll(() => desk.close())

const base = '/desk/c/lane/media'
const mp3 = (length = 2000) => Buffer.concat([Buffer.from('ID3\x03\0\0'), Buffer.alloc(length, 7)])
const file = (bytes: Uint8Array | string) => new Blob([bytes as BlobPart])
const clip = { audience: 'adult', question: 'Q1', locale: 'wuu' }
const questionNow = async (id: string) => {
  const consultation = await findConsultation(desk.store, 'lane')
  const edition = consultation?.editions[0]
  return { version: edition?.version, question: edition && questionsOf(edition.edition).get(id) }
}
const heard = async () => {
  const answer = await desk.get('/c/lane/adult')
  return (await answer.text()).match(/\/f\/[a-z0-9]+\.\w+/g) ?? []
}

describe('a recording', () => {
  test('is put with its question, and residents hear it', async () => {
    const answer = await desk.upload(`${base}/clips`, { ...clip, file: file(mp3()) })
    expect([answer.status, answer.headers.get('Location')]).toEqual([
      303,
      `${base}?done=added#adult-Q1`,
    ])
    expect(await desk.page(`${base}?done=added`)).toContain('上海话')
    const [address = ''] = await heard()
    const sent = await desk.get(address)
    expect(sent.status).toBe(200)
    expect(Object.fromEntries(sent.headers)).toMatchObject({
      'content-type': 'audio/mpeg',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("sandbox; default-src 'none'"),
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  test('can be listened to from the middle', async () => {
    const [address = ''] = await heard()
    const from = (range: string) =>
      desk.app.request(`${desk.origin}${address}`, { headers: { Range: range } })
    const middle = await from('bytes=3-5')
    expect([middle.status, middle.headers.get('Content-Range')]).toEqual([206, 'bytes 3-5/2006'])
    expect(new Uint8Array(await middle.arrayBuffer())).toEqual(new Uint8Array([3, 0, 0]))
    expect((await from('bytes=-4')).headers.get('Content-Range')).toBe('bytes 2002-2005/2006')
    expect((await from('bytes=9999-')).status).toBe(416)
    expect((await from('bytes=0-1,4-5')).status).toBe(200)
  })

  test('takes the place of the one in the same language', async () => {
    const [before = ''] = await heard()
    await desk.upload(`${base}/clips`, { ...clip, file: file(mp3(100)) })
    const after = await heard()
    expect(after).toHaveLength(1)
    expect(after).not.toContain(before)
    expect((await desk.get(before)).status).toBe(404)
    expect(desk.kept()).toBe(1)
  })

  test('can be removed, and then nobody hears it any more', async () => {
    const [address = ''] = await heard()
    const id = address.slice(3, -4)
    expect((await desk.post(`${base}/clips/${id}/removal`, {})).status).toBe(303)
    expect(await heard()).toEqual([])
    expect(desk.kept()).toBe(0)
    const { rows } = await desk.store.read('SELECT action, object FROM audit_entries')
    expect(rows.map((row) => row.action)).toContain('remove recording')
  })

  test.each([
    ['a page', '<html><script>alert(1)</script>', '不是能收下的录音'],
    ['a picture', pngOf(2, 2), '不是能收下的录音'],
    ['more than a megabyte', mp3(1024 * 1024), '最多 1 MB'],
    ['nothing', '', '还没有选文件'],
    ['a packed archive', Buffer.from('PK\x03\x04'), '不是能收下的录音'],
  ])('that is %s is refused with a sentence, and nothing is kept', async (_, bytes, sentence) => {
    const answer = await desk.upload(`${base}/clips`, { ...clip, file: file(bytes) })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
    expect(desk.kept()).toBe(0)
  })

  test('more than five megabytes at a time are not even read', async () => {
    const answer = await desk.upload(`${base}/clips`, { ...clip, file: file(mp3(5_300_000)) })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('一次最多 5 MB')
  })

  test('for a question or a language that is not there is not found', async () => {
    for (const changed of [{ question: 'Q9' }, { audience: 'child' }, { locale: 'tlh' }]) {
      const answer = await desk.upload(`${base}/clips`, { ...clip, ...changed, file: file(mp3()) })
      expect(answer.status).toBe(404)
    }
  })
})

describe('a plan', () => {
  const plan =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480"><path d="M0 0"/></svg>'
  const fields = { audience: 'adult', question: 'Q2', alt: '新的弄堂平面图', confirm: 'yes' }

  test('is published as a new version only when that was understood', async () => {
    const unsaid = await desk.upload(`${base}/plan`, { ...fields, confirm: '', file: file(plan) })
    expect(unsaid.status).toBe(422)
    expect(await unsaid.text()).toContain('发布新的一版')
    expect((await questionNow('Q2')).version).toBe(1)
    const answer = await desk.upload(`${base}/plan`, { ...fields, file: file(plan) })
    expect(answer.status).toBe(303)
    const { version, question } = await questionNow('Q2')
    expect(version).toBe(2)
    expect(question).toMatchObject({
      plan: { width: 640, height: 480, alt: { 'zh-CN': '新的弄堂平面图' } },
    })
    const src = question?.kind === 'pin' ? question.plan.src : ''
    const sent = await desk.get(src)
    expect(sent.headers.get('Content-Type')).toBe('image/svg+xml')
    expect(await sent.text()).toBe(plan)
  })

  test.each([
    ['an SVG that runs something', plan.replace('<path', '<script>alert(1)</script><path'), '脚本'],
    ['an SVG too heavy for a phone', plan.replace('M0 0', 'M0 0'.repeat(150_000)), '文件太大'],
    ['a PNG of 196 million pixels', pngHeadOf(14_000, 14_000), '1600 万像素'],
    ['a PNG with a page behind it', Buffer.from('\x89PNG<html>', 'latin1'), '不是能收下的图'],
    ['a recording', mp3(), '不是能收下的图'],
  ])('that is %s is refused with a sentence, and nothing is kept', async (_, bytes, sentence) => {
    const before = desk.kept()
    const answer = await desk.upload(`${base}/plan`, { ...fields, file: file(bytes) })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
    expect(desk.kept()).toBe(before)
    expect((await questionNow('Q2')).version).toBe(2)
  })
})

describe('images of options', () => {
  const fields = {
    ...{ audience: 'adult', question: 'Q1', confirm: 'yes' },
    ...{ 'bench~alt': '一张长椅', 'play~alt': '画着play' },
  }

  test('are changed one by one, and lose where they were taken', async () => {
    const photo = withTraces(await jpegOf(60, 40))
    const answer = await desk.upload(`${base}/images`, { ...fields, 'bench~file': file(photo) })
    expect(answer.status).toBe(303)
    const { question } = await questionNow('Q1')
    const [bench, play] = question?.kind === 'single' ? question.options : []
    expect(bench?.image).toEqual({
      src: expect.stringMatching(/^\/f\/[a-z0-9]{16}\.jpg$/),
      alt: { 'zh-CN': '一张长椅' },
    })
    expect(play?.image).toMatchObject({
      src: '/pictures/garden-play.svg',
      alt: { en: 'a picture of play' },
    })
    const sent = await desk.get(bench?.image?.src ?? '')
    expect(await sent.text()).not.toContain(canary.slice(0, 6))
  })

  test('are refused together when one of them is no picture', async () => {
    const before = desk.kept()
    const answer = await desk.upload(`${base}/images`, {
      ...fields,
      'bench~file': file(pngOf(20, 20)),
      'play~file': file('<svg onload="alert(1)"></svg>'),
    })
    expect(answer.status).toBe(422)
    expect(desk.kept()).toBe(before)
  })

  test('need words for those who cannot see them', async () => {
    const answer = await desk.upload(`${base}/images`, { ...fields, 'play~alt': ' ' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('看不见图')
  })
})

test('who changed what stands in the audit trail, and never what a file was called', async () => {
  const { rows } = await desk.store.read('SELECT action, object FROM audit_entries ORDER BY seq')
  const entries = rows.map((row) => `${row.action} ${row.object}`)
  expect(entries).toContain('add recording lane/adult/Q1/wuu')
  expect(entries).toContain('publish version lane/adult/2')
})
