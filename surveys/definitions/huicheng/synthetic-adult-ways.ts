import { darkVillage, type Resident } from './synthetic-people.ts'

/** Q12: the higher they live, the more are in favour; the ground floor has doubts. */
export function liftViews({ floor, old, tenant: lets }: Resident, tenant: boolean) {
  const landlord = tenant ? 55 : 0
  const either = lets ? 14 : 7
  switch (floor) {
    case 'high':
      return { yes: old ? 46 : 34, yescost: 32, either, doubts: 10, against: 4, landlord }
    case 'low':
      return {
        yes: old ? 22 : 16,
        yescost: 32,
        either: either + 6,
        doubts: 22,
        against: 12,
        landlord,
      }
    case 'ground':
    case 'lift':
      return { yes: 7, yescost: 10, either: either + 12, doubts: 34, against: 32, landlord }
  }
}

/** How residents of one kind or another lean on the remaining questions, option by option. */
export const ways = {
  stayed: ({ tenant, old }: Resident) =>
    tenant
      ? { months: 20, years: 46, decade: 26, longer: 8 }
      : { months: 2, years: 9, decade: old ? 14 : 34, longer: old ? 75 : 55 },

  satisfied: ({ home, old }: Resident) =>
    home === darkVillage
      ? { verygood: 3, good: 18, fair: 35, poor: 30, verypoor: 11, unsure: 3 }
      : { verygood: old ? 13 : 8, good: 38, fair: 33, poor: 14, verypoor: 4, unsure: 3 },

  worries: ({ floor, old, young }: Resident) => ({
    noise: floor === 'ground' || floor === 'low' ? 14 : 7,
    smell: 8,
    fire: young ? 10 : 7,
    few: 7,
    unkept: 15,
    cost: old ? 9 : 5,
    strangers: old ? 9 : 5,
    other: 0.6,
  }),

  hours: ({ old }: Resident) =>
    old
      ? { weekday: 20, weeknight: 5, weekend: 8, weekendnight: 2 }
      : { weekday: 3, weeknight: 14, weekend: 17, weekendnight: 9 },

  concerns: ({ floor }: Resident) => ({
    light: floor === 'high' ? 5 : 14,
    noise: floor === 'high' ? 3 : 9,
    share: 16,
    lowfloor: floor === 'ground' ? 15 : 4,
    structure: 8,
    space: 5,
    upkeep: 11,
    other: 0.5,
  }),

  greenery: ({ floor, old }: Resident) => ({
    prune: floor === 'ground' || floor === 'low' ? 15 : 6,
    plant: 8,
    benches: old ? 13 : 7,
    adopt: 6,
    mosquitoes: 11,
  }),

  legal: ({ old, tenant, age }: Resident) => ({
    housing: tenant ? 16 : 4,
    neighbours: 9,
    family: old ? 13 : 5,
    work: old ? 1 : tenant ? 12 : 7,
    fraud: old ? 11 : 6,
    lifts: old ? 9 : age === 'age14' ? 1 : 4,
    other: 0.5,
  }),

  speaks: ({ old, tenant }: Resident) => ({
    committee: old ? 18 : 5,
    volunteers: old ? 14 : 4,
    owners: tenant ? 3 : 9,
    wechat: old ? 6 : 15,
    hotline: 8,
    apps: old ? 2 : 7,
    mailbox: old ? 4 : 2,
  }),

  part: ({ old, tenant }: Resident) => ({
    results: 17,
    hearing: old ? 9 : 4,
    plans: tenant ? 4 : 8,
    help: old ? 8 : 4,
  }),
}
