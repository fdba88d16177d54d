import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'

interface HolidaysPageProps {
  place: DeskPlace
  /** One day a line, as typed or as kept. */
  lines: string
  ends: number
  saved: boolean
  problem: string | undefined
}

/** Which days are no working days, beyond what is shipped: needed once a year. */
export function HolidaysPage({ place, lines, ends, saved, problem }: HolidaysPageProps) {
  return (
    <DeskFrame place={place} title="节假日和调休">
      <header class="headline">
        <h1>节假日和调休</h1>
        <p class="standfirst">
          答复期限按工作日算。国务院办公厅公布的安排已经录到 {ends} 年，以后每年公布了在这里补上。
        </p>
      </header>
      {saved && (
        <p class="told" role="status">
          已保存，期限马上按新的算。
        </p>
      )}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <form method="post" action="/desk/holidays" class="stacked">
        <label for="days">一行一天</label>
        <p class="hint" id="days-h">
          放假写「2027-01-01 休」，周末上班写「2027-02-06 班」。
        </p>
        <textarea id="days" name="days" rows={12} aria-describedby="days-h">
          {lines}
        </textarea>
        <div class="buttons">
          <button class="primary" type="submit">
            保存
          </button>
        </div>
      </form>
    </DeskFrame>
  )
}
