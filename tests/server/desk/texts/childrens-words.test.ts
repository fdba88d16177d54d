import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAudit } from '../../../../db/audit.ts'
import { findConsultation } from '../../../../db/consultations.ts'
import { asSecond, openTwo } from '../../releases/published-site.ts'
import { answer, type DeskSite } from '../desk-site.ts'

const K3 = '/desk/c/round/texts/child/K3'
const access = '/desk/c/round/texts/access'
const pages = ['', '/codes', '/coding', '/agreement', '/same', '?word=滑梯', '?file=csv']
const results = ['/desk/c/round/results/child', '/desk/c/round/results/child/K3']
const said = '我想要一个大滑梯'

let desk: DeskSite
beforeAll(async () => {
  desk = await openTwo()
  const found = await findConsultation(desk.store, 'round')
  for (const { audience, versionId } of found?.editions ?? [])
    for (let n = 0; n < 30; n++) {
      const words = { [audience === 'child' ? 'K3' : 'Q6']: said }
      await answer(desk.store, versionId, { answers: words }, { mailbox: 'EAST1' })
    }
})
afterAll(() => desk.close())

const looks = async () =>
  (await listAudit(desk.store, { actions: ['look at texts'], limit: 9 })).map(
    ({ name, object }) => `${name} ${object}`,
  )
const asOther = async (path: string) => {
  const answered = await desk.app.request(desk.origin + path, { headers: asSecond(desk) })
  return answered.text()
}

test('what adults wrote is open to all staff, as it was', async () => {
  expect(await asOther('/desk/c/round/texts/adult/Q6?word=滑梯')).toContain('我想要一个')
  expect(await asOther('/desk/c/round/results/adult/Q6')).toContain('我想要一个')
})

describe('what children wrote', () => {
  test('opens on no page to somebody who has not said what for', async () => {
    for (const path of [...pages.map((end) => K3 + end), ...results]) {
      const page = await desk.page(path)
      expect(page, path).not.toContain('滑梯')
      expect(page, path).toContain(access)
    }
    expect(await desk.page(K3)).toContain('孩子写的话属于敏感个人信息')
    const sent = await desk.post(`${K3}/coding`, { seq: '1', as: 'none' })
    expect(await sent.text()).toContain('每天第一次打开之前请写明用途')
    expect(await looks()).toEqual([])
  })

  test('does not open for a purpose of three letters', async () => {
    const refused = await desk.post(`${access}?to=texts/child/K3`, { purpose: '看看' })
    expect([refused.status, (await refused.text()).includes('至少 4 个字')]).toEqual([422, true])
    expect(await desk.page(K3)).not.toContain('滑梯')
    expect(await looks()).toEqual([])
  })

  test('opens everywhere for whoever said what for, and goes back to where they came from', async () => {
    const asked = await desk.page(`${K3}/coding`)
    const [, action = ''] = /action="([^"]*access[^"]*)"/.exec(asked) ?? []
    const sent = await desk.post(action, { purpose: '整理孩子想要的游乐设施' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${K3}/coding`])
    for (const path of [`${K3}/same`, `${K3}?word=滑梯`, ...results])
      expect(await desk.page(path), path).toContain('我想要一个')
    expect(await looks()).toEqual(['王小明 round/child 整理孩子想要的游乐设施'])
    expect(await desk.page('/desk/audit?kind=looks')).toContain('打开儿童写的话')
  })

  test('stays closed to a colleague, who is asked as well', async () => {
    expect(await asOther(K3)).not.toContain('滑梯')
    expect(await asOther(results[1] ?? '')).not.toContain('滑梯')
  })

  test('is asked about again the next day', async () => {
    desk.wait(86_400_000)
    await desk.signIn()
    expect(await desk.page(K3)).not.toContain('滑梯')
  })

  test('leads to no other place than a page of children’s words', async () => {
    for (const to of [
      '//evil.example',
      '../../../members',
      'texts/child/K3?x',
      'results/adult/Q6',
    ]) {
      const sent = await desk.post(`${access}?to=${encodeURIComponent(to)}`, {
        purpose: '看一看吧',
      })
      expect(sent.headers.get('location')).toBe('/desk/c/round/texts')
    }
  })
})
