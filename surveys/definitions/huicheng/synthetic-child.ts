import type { Answer, Filled } from '../../engine/answers.ts'
import type { Chance } from './chance.ts'
import { type Childhood, darkVillage } from './synthetic-people.ts'
import { childTexts } from './synthetic-texts.ts'

const writes = 0.25

/** What this child picks: play and crafts before books, and in one village the dark is feared. */
export function childAnswers(chance: Chance, who: Childhood): Filled {
  const answers: Record<string, Answer> = {}
  const small = who.age === 'age6' || who.age === 'age8'
  const dark = who.home === darkVillage
  const answer = (id: string, value: () => Answer, blank = 0.04) => {
    if (!chance.happens(blank)) answers[id] = value()
  }

  answer('K1', () => who.age, 0.02)
  answer('K2', () => who.home, 0.03)
  answer('K3', () =>
    chance.several(
      { yard: 14, garden: 12, friends: 8, home: 11, classes: small ? 6 : 11, elsewhere: 3 },
      chance.happens(0.7) ? 2 : 1,
    ),
  )
  answer('K4', () =>
    chance.weighted(
      dark
        ? { safe: 12, fine: 27, uneasy: 42, scared: 19 }
        : { safe: small ? 24 : 42, fine: 40, uneasy: small ? 26 : 14, scared: small ? 10 : 4 },
    ),
  )
  if (answers.K4 !== 'safe' && answers.K4 !== 'fine') {
    answer('K5', () =>
      chance.several(
        {
          cars: 13,
          dark: dark ? 34 : 9,
          dogs: small ? 13 : 6,
          strangers: 8,
          ground: 6,
          elsewise: 2,
        },
        chance.happens(0.6) ? 2 : 1,
      ),
    )
  }
  const pairs = favourites(chance, small)
  if (Object.keys(pairs).length > 0) answer('K6', () => pairs)
  if (answers.K6) answer('K7', () => wanted(chance, Object.values(pairs)))
  answer('K8', () => ({
    garden: chance.weighted({ again: 58, maybe: 24, no: 9, never: 9 }),
    centre: chance.weighted({ again: 22, maybe: 27, no: 15, never: 36 }),
    yard: chance.weighted({ again: dark ? 34 : 52, maybe: 27, no: dark ? 27 : 12, never: 6 }),
  }))
  if (chance.happens(writes)) answers.K9 = chance.oneOf(childTexts)
  answer('K0', () =>
    chance.weighted(
      small ? { myself: 30, read: 56, helped: 14 } : { myself: 84, read: 11, helped: 5 },
    ),
  )
  return { answers, others: {} }
}

/** K6, one of each pair; now and then a pair is passed over. */
function favourites(chance: Chance, small: boolean): Record<string, string> {
  const pairs = {
    a: chance.weighted({ reading: small ? 26 : 42, crafts: small ? 74 : 58 }),
    b: chance.weighted({ garden: 34, games: 66 }),
    c: chance.weighted({ drawing: 57, stories: 43 }),
  }
  return Object.fromEntries(Object.entries(pairs).filter(() => !chance.happens(0.03)))
}

const appeal: Record<string, number> = {
  reading: 6,
  crafts: 13,
  garden: 8,
  games: 17,
  drawing: 8,
  stories: 5,
}

function wanted(chance: Chance, picks: string[]): string {
  return chance.weighted(Object.fromEntries(picks.map((pick) => [pick, appeal[pick] ?? 1])))
}
