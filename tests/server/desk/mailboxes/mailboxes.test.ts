import { PNG } from 'pngjs'
import decodeQR from 'qr/decode.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../../../db/audit.ts'
import { openConsultation } from '../../../../db/consultations.ts'
import { garden } from '../../../../surveys/definitions/garden/consultation.ts'
import { printedAddress, qrModules } from '../../../../web/desk/mailboxes/qr-code.tsx'
import { type DeskSite, fillIn, openSignedIn } from '../desk-site.ts'

let desk: DeskSite
const gardenTitle = garden.title['zh-CN']
/** A page as it reads. */
const plain = (page: string) => page.replace(/<select[\s\S]*?<\/select>|<[^>]+>/g, '')

beforeAll(async () => {
  desk = await openSignedIn()
})
afterAll(() => desk.close())

describe('the code of a mailbox', () => {
  test('leads back to its address when the PNG is scanned', async () => {
    const answer = await desk.get('/desk/mailboxes/EAST1/qr.png')
    const { width, height, data } = PNG.sync.read(Buffer.from(await answer.arrayBuffer()))
    expect(decodeQR({ width, height, data })).toBe('HTTPS://FOREST.EXAMPLE/M/EAST1')
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    // Four light modules all around.
    for (const at of [0, 79]) expect(data[4 * (at * width + at)]).toBe(255)
  })

  test('is the same code in the SVG', async () => {
    const svg = await (await desk.get('/desk/mailboxes/EAST1/qr.svg')).text()
    const size = Number(svg.match(/viewBox="0 0 (\d+)/)?.[1])
    const scale = 8
    const data = new Uint8Array(4 * (size * scale) ** 2).fill(255)
    for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
      for (let dx = 0; dx < Number(length) * scale; dx++) {
        for (let dy = 0; dy < scale; dy++) {
          const at = 4 * ((Number(y) * scale + dy) * size * scale + Number(x) * scale + dx)
          data.fill(0, at, at + 3)
        }
      }
    }
    expect(decodeQR({ width: size * scale, height: size * scale, data })).toBe(
      'HTTPS://FOREST.EXAMPLE/M/EAST1',
    )
  })

  test('stays coarse, because capitals and digits pack tighter', () => {
    const address = printedAddress('https://youtong.huicheng.example', 'EAST1')
    expect(qrModules(address).length).toBeLessThan(qrModules(address.toLowerCase()).length)
  })

  test('can still be read when a tenth of it is torn off', async () => {
    const answer = await desk.get('/desk/mailboxes/EAST1/qr.png')
    const { width, height, data } = PNG.sync.read(Buffer.from(await answer.arrayBuffer()))
    for (let y = Math.floor(height * 0.45); y < height * 0.6; y++) {
      data.fill(
        255,
        4 * (y * width + Math.floor(width * 0.4)),
        4 * (y * width + Math.floor(width * 0.65)),
      )
    }
    expect(decodeQR({ width, height, data })).toBe('HTTPS://FOREST.EXAMPLE/M/EAST1')
  })
})

describe('the poster', () => {
  test('says who asks, until when, whom to call, and the address in letters', async () => {
    await fillIn(desk, { organiser: '东西村居委会', phone: '021-1234 5678' })
    const page = await desk.page('/desk/mailboxes/EAST1/poster')
    for (const words of [
      '东西村居委会',
      '021-1234 5678',
      '2026年3月16日',
      'forest.example/m/EAST1',
    ]) {
      expect(page).toContain(words)
    }
    const title = page.match(/<article[\s\S]*?<h1[^>]*>([^<]*)/)?.[1] ?? ''
    expect([...title].length).toBeLessThanOrEqual(12)
  })
})

describe('a mailbox', () => {
  const fields = { neighbourhood: 'east', code: 'EAST2', name: '东村二号', place: '活动室门口' }

  test('can be added, and its code is never given twice', async () => {
    const added = await desk.post('/desk/mailboxes', fields)
    expect(added.headers.get('location')).toBe('/desk/mailboxes/EAST2')
    const again = await desk.post('/desk/mailboxes', { ...fields, code: 'east2' })
    expect([again.status, (await again.text()).includes('已经用过')]).toEqual([422, true])
  })

  test.each([
    [{ code: 'A' }, '编码要用'],
    [{ code: '邮筒一号' }, '编码要用'],
    [{ name: ' ' }, '请写上名称'],
    [{ place: 'x'.repeat(81) }, '请写上摆在哪里'],
  ])('with %j is not added, and what was typed stays', async (wrong, words) => {
    const answer = await desk.post('/desk/mailboxes', { ...fields, code: 'EAST9', ...wrong })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(words)
    if (!('place' in wrong)) expect(page).toContain('活动室门口')
  })

  test('can be renamed; what is typed stays text', async () => {
    await desk.post('/desk/mailboxes/EAST2/name', { name: '<b>"东"</b>', place: '门口' })
    const page = await desk.page('/desk/mailboxes/EAST2')
    expect(page).toContain('&lt;b&gt;')
    expect(page).not.toContain('<b>"')
  })

  test('is for one consultation only when staff say so, which stands on its page and in the trail', async () => {
    await openConsultation(desk.store, garden, system(desk.now() + 1))
    desk.wait(1000)
    const to = '/desk/mailboxes/EAST1/consultation'
    expect(await desk.page('/desk/mailboxes/EAST1')).toContain('<option value="garden">')
    expect((await desk.post(to, { consultation: 'garden' })).status).toBe(303)
    expect(await desk.page('/desk/mailboxes/EAST1')).toContain('<option value="garden" selected')
    expect(plain(await desk.page('/desk/mailboxes'))).toContain(`只用于「${gardenTitle}」`)
    const poster = plain(await desk.page('/desk/mailboxes/EAST1/poster'))
    expect(poster).toContain(gardenTitle)
    expect(poster).not.toContain('院子怎么改 ·')
    const other = plain(await desk.page('/desk/mailboxes/WEST1/poster'))
    expect(other).toContain(`院子怎么改 · ${gardenTitle}`)
    expect((await desk.post(to, { consultation: 'nowhere' })).status).toBe(404)
    expect((await desk.post(to, { consultation: '' })).status).toBe(303)
    expect(plain(await desk.page('/desk/mailboxes'))).not.toContain('只用于')
    const { rows } = await desk.store.read(
      "SELECT object FROM audit_entries WHERE action = 'tie mailbox' ORDER BY seq",
    )
    expect(rows.map(({ object }) => object)).toEqual(['EAST1 garden', 'EAST1'])
  })

  test('is retired only after being asked, and keeps its page', async () => {
    expect(await desk.page('/desk/mailboxes/EAST2/retirement')).toContain('停用')
    expect((await desk.post('/desk/mailboxes/EAST2/retirement', {})).status).toBe(303)
    expect(await desk.page('/desk/mailboxes/EAST2')).toContain('已停用')
    expect((await desk.get('/desk/mailboxes/EAST2/retirement')).status).toBe(404)
  })
})
