import { darkVillage, type Resident } from './synthetic-people.ts'

/** A wish of Q6 that letters are written about. */
export type Wish =
  | 'seats'
  | 'lifts'
  | 'green'
  | 'parking'
  | 'safety'
  | 'clean'
  | 'daily'
  | 'care'
  | 'advice'
  | 'noise'
  | 'station'

/** Q6: stairs and care weigh on the old, charging and parking on the young, lamps on one village. */
export function adultWishes(who: Resident): Record<Wish | 'other', number> {
  return {
    seats: who.old ? 10 : 6,
    lifts: lifts(who),
    green: who.floor === 'ground' || who.floor === 'low' ? 7 : 4,
    parking: who.young ? 15 : who.old ? 3 : 9,
    safety: who.home === darkVillage ? 22 : 6,
    clean: who.home === 'hc2' ? 12 : 7,
    daily: who.tenant ? 9 : 5,
    care: who.age === 'age75' ? 14 : who.old ? 9 : 3,
    advice: 3,
    noise: who.home === 'hc5' ? 10 : 4,
    station: who.home === 'visitor' || who.home === 'hc5' ? 11 : 4,
    other: 1,
  }
}

function lifts({ home, floor, old, tenant }: Resident): number {
  if (home === 'nearby' || home === 'visitor') return 2
  if (floor === 'lift' || floor === 'ground') return old ? 4 : 1.5
  return (old ? 16 : 6) * (tenant ? 0.5 : 1) * (floor === 'high' ? 1.5 : 1)
}

/** Q8: grown-ups are of several minds about the store-room; a room for play is not in front. */
export function storeRoomWishes({ old, young, tenant, floor, home }: Resident) {
  return {
    lounge: old ? 12 : 7,
    quiet: young ? 12 : 6,
    play: young ? 8 : 5,
    elders: old ? 15 : 4,
    legal: 4,
    repair: old ? 10 : 6,
    garden: home === 'hc3' ? 11 : 5,
    parcels: tenant ? 14 : young ? 9 : 4,
    demolish: floor === 'ground' ? 13 : 7,
    keep: 3,
    other: 1,
  }
}
