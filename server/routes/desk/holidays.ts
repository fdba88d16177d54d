import {
  type EnteredDay,
  enterDays,
  listEnteredDays,
  workingCalendar,
} from '../../../db/holidays.ts'
import { isDay } from '../../../surveys/engine/read-date.ts'
import { lastYearOf } from '../../../surveys/engine/working-days.ts'
import { HolidaysPage } from '../../../web/desk/suggestions/holidays-page.tsx'
import { by, staffRouter } from '../../desk/access/session.ts'
import { readForm, tidy } from '../../desk/form.ts'
import { deskPlace } from '../../desk/place.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'

/** Holidays and the weekends worked for them: what deadlines are counted with. */
export const holidayRoutes = staffRouter()

const mostDays = 400

holidayRoutes.get('/holidays', (c) => page(c))

holidayRoutes.post('/holidays', async (c) => {
  const typed = (await readForm(c))('days').replace(/\r\n?/g, '\n')
  const lines = typed.split('\n').map(tidy).filter(Boolean)
  const days = lines.map(readLine)
  const wrong = days.indexOf(undefined)
  if (wrong >= 0) return page(c, typed, `第 ${wrong + 1} 行读不懂：「${lines[wrong]}」。`)
  if (days.length > mostDays) return page(c, typed, `最多 ${mostDays} 天。`)
  // The last word on a day holds.
  const known = new Map(days.flatMap((day) => (day ? [[day.day, day]] : [])))
  await enterDays(c.var.store, [...known.values()], by(c))
  return c.redirect('/desk/holidays?saved', 303)
})

function readLine(line: string): EnteredDay | undefined {
  const [, day = '', what] = /^(\d{4}-\d{2}-\d{2})[\s　]*(休|班)$/.exec(line) ?? []
  return isDay(day) ? { day, isWorkday: what === '班' } : undefined
}

async function page(c: AppContext, typed?: string, problem?: string) {
  const kept = await listEnteredDays(c.var.store)
  const lines = kept.map(({ day, isWorkday }) => `${day} ${isWorkday ? '班' : '休'}`).join('\n')
  const shown = HolidaysPage({
    place: await deskPlace(c),
    lines: typed ?? lines,
    ends: lastYearOf(await workingCalendar(c.var.store)),
    saved: c.req.query('saved') !== undefined,
    problem,
  })
  return render(c, shown, problem ? 422 : 200)
}
