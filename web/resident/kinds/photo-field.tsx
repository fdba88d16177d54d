import { words } from '../../words/words.ts'
import { picks, type Sheet } from '../sheet.ts'

/** One photo, out of the album or taken now. The script makes it small and takes away what it tells of the place. */
export function PhotoField({ question, sheet }: { question: string; sheet: Sheet }) {
  const { kinds } = words(sheet.locale)
  const [id = ''] = picks(sheet, question)
  const isRefused = sheet.problems.some((problem) => problem.question === question)
  return (
    <div class="photo" data-again={kinds.photoAgain}>
      {sheet.sent && id && <p class="h ws">{kinds.otherPhoto}</p>}
      <label class="ns" for={`${question}-i`}>
        {id && sheet.sent ? kinds.otherPhoto : kinds.photo}
      </label>
      <input
        class="ns"
        id={`${question}-i`}
        type="file"
        name={`${question}~file`}
        accept="image/*"
      />
      <input type="text" hidden name={question} value={id} />
      {sheet.sent && id && (
        <label>
          <input type="checkbox" name={`${question}~gone`} value="yes" />
          <span>{kinds.photoGone}</span>
        </label>
      )}
      {!sheet.sent && id && !isRefused && <p class="bad">{kinds.photoAgain}</p>}
      <p class="bad" role="alert" hidden>
        {kinds.photoFailed}
      </p>
      <img alt={kinds.preview} hidden />
      <p class="steps ws">
        {/* Some phones take "capture" as "only the camera", so the album has an input of its own. */}
        <label class="plain">
          {kinds.take}
          <input type="file" accept="image/*" capture="environment" />
        </label>
        <label class="plain">
          {kinds.choose}
          <input type="file" accept="image/*" />
        </label>
      </p>
      <button type="button" class="plain ws" hidden>
        {kinds.remove}
      </button>
    </div>
  )
}
