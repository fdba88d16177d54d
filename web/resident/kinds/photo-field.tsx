import { words } from '../../words/words.ts'
import { picks, type Sheet } from '../sheet.ts'

/** One photo, out of the album or taken now. The script makes it small and takes away what it tells of the place. */
export function PhotoField({ question, sheet }: { question: string; sheet: Sheet }) {
  const { kinds } = words(sheet.locale)
  const [id = ''] = picks(sheet, question)
  return (
    <div
      class="photo"
      data-take={kinds.take}
      data-choose={kinds.choose}
      data-remove={kinds.remove}
      data-preview={kinds.preview}
      data-failed={kinds.photoFailed}
    >
      <label for={`${question}-i`}>{id && sheet.sent ? kinds.otherPhoto : kinds.photo}</label>
      <input id={`${question}-i`} type="file" name={`${question}~file`} accept="image/*" />
      <input type="text" hidden name={question} value={id} />
      {sheet.sent && id && (
        <label>
          <input type="checkbox" name={`${question}~gone`} value="yes" />
          <span>{kinds.photoGone}</span>
        </label>
      )}
      {!sheet.sent && id && <p class="bad">{kinds.photoAgain}</p>}
    </div>
  )
}
