import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { system } from '../../../db/audit.ts'
import { closeConsultation, openConsultation } from '../../../db/consultations.ts'
import { findMailbox, tieMailbox } from '../../../db/mailboxes.ts'
import { garden } from '../../../surveys/definitions/garden/consultation.ts'
import { openResidentSite } from './resident-site.ts'

type Site = Awaited<ReturnType<typeof openResidentSite>>
let site: Site
beforeEach(async () => {
  site = await openResidentSite()
})
afterEach(() => site.end())

const openGarden = () =>
  openConsultation(site.store, { ...garden, collectionDays: 60 }, system(site.clock.now))
const tie = async (code: string, to: string | null) => {
  const mailbox = await findMailbox(site.store, code)
  if (!mailbox) throw new Error(code)
  await tieMailbox(site.store, mailbox, to, { at: site.clock.now, actor: 'one' })
}
const close = async (id: string) => {
  await closeConsultation(site.store, id, system(site.clock.now))
  site.clock.now += 1
}
const doors = (page: string) =>
  [...page.matchAll(/href="(\/c\/\w+\/(?:adult|child)[^"]*)"/g)].map(([, href]) => href)

test('whoever opens a mailbox from afar is not told to stand beside it', async () => {
  const place = '汇成二村'
  for (const several of [false, true]) {
    if (several) await openGarden()
    expect((await site.ask('/m/HC2A')).page).toContain(`您在${place}的邮筒旁`)
    const afar = (await site.ask('/m/HC2A?via=link')).page
    expect(afar).toContain(`${place}的邮筒</p>`)
    expect(afar).not.toContain('您在')
  }
})

describe('a printed code, with two consultations open', () => {
  test('shows both, the one that closes first in front, each with all its doors', async () => {
    await openGarden()
    const { status, page } = await site.ask('/m/HC2A?via=link')
    expect(status).toBe(200)
    expect(page.replace(/<wbr>/g, '')).toContain('这里正在听大家说 2 件事')
    expect(doors(page)).toEqual([
      ...['/c/huicheng/adult?m=HC2A&amp;via=link', '/c/huicheng/child?m=HC2A&amp;via=link'],
      ...['/c/garden/adult?m=HC2A&amp;via=link', '/c/garden/child?m=HC2A&amp;via=link'],
    ])
    const english = (await site.ask('/m/HC2A?lang=en')).page
    expect(english).toContain('2 things are being asked here')
    expect(doors(english)[0]).toBe('/c/huicheng/adult?m=HC2A&amp;lang=en')
  })

  test('of the children’s edition shows the children’s doors only; alone again, it goes straight there', async () => {
    await openGarden()
    const { status, page } = await site.ask('/m/HC2A?edition=child')
    expect(status).toBe(200)
    expect(page.replace(/<wbr>/g, '')).toContain('这里正在听大家说 2 件事')
    expect(doors(page)).toEqual(['/c/huicheng/child?m=HC2A', '/c/garden/child?m=HC2A'])
    const english = (await site.ask('/M/HC2A?edition=child&lang=en')).page
    expect(english).toContain('2 things are being asked here')
    expect(doors(english)).toEqual([
      ...['/c/huicheng/child?m=HC2A&amp;lang=en', '/c/garden/child?m=HC2A&amp;lang=en'],
    ])
    await close('huicheng')
    const straight = await site.ask('/m/HC2A?edition=child')
    expect([straight.status, straight.to]).toEqual([302, '/c/garden/child?m=HC2A'])
  })

  test('of the children’s edition goes straight to the only one that asks children', async () => {
    const editions = garden.editions.filter(({ audience }) => audience === 'adult')
    await openConsultation(site.store, { ...garden, editions }, system(site.clock.now))
    const straight = await site.ask('/m/HC2A?edition=child&lang=en')
    expect([straight.status, straight.to]).toEqual([302, '/c/huicheng/child?m=HC2A&lang=en'])
    expect(doors((await site.ask('/m/HC2A')).page)).toHaveLength(3)
    // An edition that nobody asks for costs nobody a door.
    expect(doors((await site.ask('/m/HC2A?edition=elder')).page)).toHaveLength(3)
  })
})

describe('a mailbox for one consultation only', () => {
  test('shows that one and speaks of no other, until it is for all again', async () => {
    await openGarden()
    await tie('HC2A', 'garden')
    const { page } = await site.ask('/m/hc2a')
    expect(doors(page)).toEqual(['/c/garden/adult?m=HC2A', '/c/garden/child?m=HC2A'])
    const straight = await site.ask('/m/HC2A?edition=child')
    expect([straight.status, straight.to]).toEqual([302, '/c/garden/child?m=HC2A'])
    // The other mailboxes stand for all of them still.
    expect(doors((await site.ask('/m/HC3A')).page)).toHaveLength(4)
    await tie('HC2A', null)
    expect(doors((await site.ask('/m/HC2A')).page)).toHaveLength(4)
  })

  test('leads to its results when that one has ended, though others are open', async () => {
    await openGarden()
    await tie('HC2A', 'huicheng')
    await close('huicheng')
    const { status, page } = await site.ask('/m/HC2A')
    expect(status).toBe(200)
    expect(page).toContain('这次征询已经结束')
    expect(page).toContain('href="/c/huicheng/results"')
    expect(doors((await site.ask('/m/HC3A')).page)).toHaveLength(2)
  })
})
