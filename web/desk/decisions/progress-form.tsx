import { type Progress, progressName } from '../../public/decided.ts'
import { type Meanwhile, SavedMeanwhile, saveWords, toWrong, wrongPlace } from '../meanwhile.tsx'
import { OneOf } from '../one-of.tsx'
import type { ListedDecision } from './told-decision.tsx'

/** What was typed of how far it has come, and why it is not saved. */
export interface ProgressSaid {
  /** Which words it began with. */
  began?: string
  progress: string
  note: string
  problem?: string
  meanwhile?: Meanwhile
}

interface ProgressFormProps {
  action: string
  decision: ListedDecision
  said: ProgressSaid | undefined
  /** Which words it began with. */
  mark: string
  mayHavePhoto: boolean
}

/** How far a published decision has come, with a photo. */
export function ProgressForm({ action, decision, said, mark, mayHavePhoto }: ProgressFormProps) {
  const { progress, note } = said ?? { progress: decision.progress, note: decision.progressNote }
  return (
    <section class="panel" id="progress">
      <h2>办到哪一步</h2>
      <form method="post" action={toWrong(action)} class="stacked" enctype="multipart/form-data">
        <input type="hidden" name="began" value={mark} />
        {said?.problem && (
          <p class="problem" role="alert" id={wrongPlace}>
            {said.problem}
          </p>
        )}
        {said?.meanwhile && (
          <SavedMeanwhile
            {...{ meanwhile: said.meanwhile, labels }}
            stored={(name) => storedIn(decision)[name] ?? ''}
            typed={(name) => ({ progress, note })[name] ?? ''}
            spell={spell}
          />
        )}
        <OneOf
          name="progress"
          legend="现在"
          choices={steps.map((step) => [step, progressName(step)])}
          chosen={progress}
        />
        <label for="progress-note">说明（公开以后居民看得到）</label>
        <textarea id="progress-note" name="note" rows={3} maxlength={2000}>
          {note}
        </textarea>
        {mayHavePhoto && (
          <>
            <label for="progress-photo">照片（可不选；请避开人脸和车牌）</label>
            {said && <p class="hint">选过照片的，请再选一次。</p>}
            {decision.photo && (
              <img class="progress-photo" src={decision.photo} alt={`${decision.title}的照片`} />
            )}
            <input id="progress-photo" name="photo" type="file" accept="image/jpeg,image/png" />
          </>
        )}
        <div class="buttons">
          <button class="primary" type="submit">
            {saveWords('保存进展', said?.meanwhile)}
          </button>
        </div>
      </form>
    </section>
  )
}

export const steps: readonly Progress[] = ['planned', 'doing', 'done']

const labels = { progress: '现在', note: '说明', photo: '照片' }

// A photo that was chosen does not come back with the form, so the one that stands there is always told.
const storedIn = ({
  progress,
  progressNote: note,
  photo,
}: ListedDecision): Record<string, string> => ({
  ...{ progress, note, photo: photo ? '下面这一张；再选一张，会换掉它' : '' },
})

const spell = (name: string, value: string) =>
  name === 'progress'
    ? steps
        .filter((step) => step === value)
        .map(progressName)
        .join()
    : value
