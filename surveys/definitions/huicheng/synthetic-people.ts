import type { Channel } from '../../engine/answers.ts'
import type { Chance } from './chance.ts'

/** Where somebody lives: one of the villages, or elsewhere. */
type Home = 'hc1' | 'hc2' | 'hc3' | 'hc4' | 'hc5' | 'nearby' | 'visitor'
type Age = 'age14' | 'age18' | 'age30' | 'age45' | 'age60' | 'age75'
type Tenure = 'owned' | 'public' | 'rented' | 'employer' | 'family'
type Floor = 'lift' | 'ground' | 'low' | 'high'

/** Somebody made up, before a single answer: what they live with decides what they wish for. */
export interface Resident {
  home: Home
  age: Age
  tenure: Tenure
  floor: Floor
  old: boolean
  young: boolean
  tenant: boolean
  mailbox: string | null
  channel: Channel
}

export interface Childhood {
  home: string
  age: 'age6' | 'age8' | 'age10' | 'age12'
  mailbox: string | null
  channel: Channel
}

/** The village whose lamps are dim, for adults and children alike. */
export const darkVillage = 'hc4'

const villages = { hc1: 26, hc2: 20, hc3: 22, hc4: 17, hc5: 15 }

export function resident(chance: Chance): Resident {
  const home = chance.weighted({ ...villages, nearby: 9, visitor: 4 })
  const age = chance.weighted({
    age14: 3,
    age18: 14,
    age30: 24,
    age45: 19,
    age60: 28,
    age75: 12,
  })
  const tenure = chance.weighted(tenures[age])
  const floor = chance.weighted({ lift: 8, ground: 17, low: 33, high: 42 })
  const old = age === 'age60' || age === 'age75'
  const young = age === 'age14' || age === 'age18' || age === 'age30'
  const tenant = tenure === 'rented' || tenure === 'employer' || tenure === 'family'
  const channel = chance.weighted(channels[age])
  const mailbox = postedIn(chance, home, channel)
  return { home, age, tenure, floor, old, young, tenant, mailbox, channel }
}

export function childhood(chance: Chance): Childhood {
  const home = chance.weighted({ ...villages, elsewhere: 5, unsure: 3 })
  const age = chance.weighted({ age6: 22, age8: 34, age10: 29, age12: 15 })
  const channel = chance.weighted<Channel>({ qr: 52, link: 18, paper: 22, assisted: 4, kiosk: 4 })
  return { home, age, channel, mailbox: postedIn(chance, home, channel) }
}

const tenures: Record<Age, Record<Tenure, number>> = {
  age14: { owned: 55, public: 10, rented: 25, employer: 0, family: 10 },
  age18: { owned: 24, public: 5, rented: 52, employer: 11, family: 8 },
  age30: { owned: 48, public: 6, rented: 37, employer: 5, family: 4 },
  age45: { owned: 63, public: 12, rented: 19, employer: 2, family: 4 },
  age60: { owned: 68, public: 21, rented: 6, employer: 0, family: 5 },
  age75: { owned: 66, public: 25, rented: 3, employer: 0, family: 6 },
}

const byPhone: Record<Channel, number> = { qr: 63, link: 28, paper: 4, assisted: 1, kiosk: 4 }
const channels: Record<Age, Record<Channel, number>> = {
  age14: byPhone,
  age18: byPhone,
  age30: byPhone,
  age45: { qr: 58, link: 22, paper: 12, assisted: 3, kiosk: 5 },
  age60: { qr: 42, link: 10, paper: 27, assisted: 14, kiosk: 7 },
  age75: { qr: 17, link: 3, paper: 41, assisted: 33, kiosk: 6 },
}

/** A forwarded link seldom names a mailbox; everybody else mostly stands before their own. */
function postedIn(chance: Chance, home: string, channel: Channel): string | null {
  if (chance.happens(channel === 'link' ? 0.6 : 0.03)) return null
  const village = home.startsWith('hc') && chance.happens(0.97) ? home : chance.weighted(villages)
  return `${village.toUpperCase()}A`
}
