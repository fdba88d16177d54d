import { momentName } from './names.ts'

/** Who saved other words while somebody was writing, and when. */
export interface Meanwhile {
  by: string
  at: number | undefined
}

/** Where a form that could not be saved says why: its address ends in it, so that the page opens there. */
export const wrongPlace = 'wrong'
export const toWrong = (action: string) => `${action}#${wrongPlace}`

interface SavedMeanwhileProps {
  meanwhile: Meanwhile
  /** What each field is called, in the order of the form. */
  labels: Readonly<Record<string, string>>
  stored: (name: string) => string
  typed: (name: string) => string
  /** How a value is told where it is not told as it stands. */
  spell?: ((name: string, value: string) => string) | undefined
}

/** What stands stored now where it differs, over a form that still holds what was typed: nothing of either is lost. */
export function SavedMeanwhile(props: SavedMeanwhileProps) {
  const { meanwhile, labels, stored, typed, spell = (_, value) => value } = props
  const { by, at } = meanwhile
  const differing = Object.entries(labels).filter(([name]) => stored(name) !== typed(name))
  return (
    <div role="alert" id={wrongPlace} class="meanwhile">
      <p class="problem">
        没有保存：您写的时候，<bdi>{by}</bdi>
        {at !== undefined && `在 ${momentName(at)} `}
        改过。先列的是现在存着的，后面是您写的，都没有丢；请合成一份再保存，或者就按您写的存。
      </p>
      <dl>
        {differing.map(([name, label]) => (
          <div>
            <dt>
              {label}（<bdi>{by}</bdi>存的）
            </dt>
            <dd>
              <bdi>{spell(name, stored(name)) || '空着'}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** What a save button says: after a clash, that it goes over what a colleague saved. */
export const saveWords = (words: string, meanwhile: Meanwhile | undefined) =>
  meanwhile ? '看过了，仍按我写的保存' : words
