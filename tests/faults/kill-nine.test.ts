import { expect, test } from 'vitest'
import { isUnharmed, killNine } from './kill-nine.ts'

const rounds = Number(process.env.ROUNDS ?? 3)

test(
  'no acknowledged answer is lost, doubled or changed when the server is killed',
  async () => {
    const found = await killNine(rounds)
    console.table(found)
    expect(found.at(-1)?.acknowledged).toBeGreaterThan(100)
    expect(found.filter((round) => !isUnharmed(round))).toEqual([])
  },
  rounds * 60_000,
)
