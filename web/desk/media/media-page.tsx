import type { Audience } from '../../../surveys/engine/definition.ts'
import { tongues } from '../../resident/aloud/clips.tsx'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { audienceName } from '../names.ts'
import { PictureForms } from './picture-forms.tsx'
import { type MediaProblem, problemSentence } from './upload-problem.ts'

export interface MediaQuestion {
  id: string
  number: string | undefined
  title: string
  clips: { id: string; locale: string; address: string }[]
  plan?: Shown
  /** Of a question whose options are images. */
  images?: (Shown & { option: string; label: string })[]
}

interface Shown {
  src: string
  alt: string
}

export interface MediaEdition {
  audience: Audience
  version: number
  questions: MediaQuestion[]
}

/** Where something went wrong, to open just that question again. */
export interface Wrong {
  audience: Audience
  question: string
  problem: MediaProblem
}

export type Done = 'added' | 'removed' | 'published'

interface MediaPageProps {
  place: DeskPlace
  consultation: { id: string; title: string; open: boolean }
  editions: MediaEdition[]
  /** Whether this site has a place for files. */
  ready: boolean
  done?: Done | undefined
  wrong?: Wrong | undefined
}

/** Recordings of the questions for those who would rather listen, and the plans and images people answer on. */
export function MediaPage(props: MediaPageProps) {
  const { place, consultation, editions, ready, done, wrong } = props
  return (
    <DeskFrame place={place} title="录音与图纸">
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>录音与图纸</h1>
        <p class="standfirst">
          请人把题目念一遍录下来，居民就能点着听。普通话、上海话都可以，用手机自带的录音就行。没有录音的题，只有会念字的手机才能念。
        </p>
      </header>
      {!ready && (
        <p class="problem" role="alert">
          这个网站还没有设置存放文件的地方（R2 桶
          FILES），暂时不能传录音和图片。设置方法见部署说明。
        </p>
      )}
      {done && (
        <p class="told" role="status">
          {doneSentence[done]}
        </p>
      )}
      {wrong && (
        <p class="problem" role="alert">
          {problemSentence(wrong.problem)}{' '}
          <a href={`#${wrong.audience}-${wrong.question}`}>回到那一题</a>
        </p>
      )}
      {ready &&
        editions.map((edition) => (
          <EditionMedia consultation={consultation} edition={edition} wrong={wrong} />
        ))}
    </DeskFrame>
  )
}

const doneSentence: Record<Done, string> = {
  added: '录音已经放好，居民现在就能听到。',
  removed: '录音已经删掉。',
  published: '图已经换好，问卷发布了新的一版。',
}

interface EditionProps {
  consultation: MediaPageProps['consultation']
  edition: MediaEdition
  wrong: Wrong | undefined
}

function EditionMedia({ consultation, edition, wrong }: EditionProps) {
  const { audience, questions } = edition
  const recorded = questions.filter(({ clips }) => clips.length > 0).length
  return (
    <section class="chapter media">
      <h2>{audienceName(audience)}</h2>
      <p class="soft">
        {recorded > 0
          ? `${questions.length} 题里有 ${recorded} 题录了音。点开一题，可以试听、重录或删掉。`
          : `${questions.length} 题都还没有录音。点开一题就能传。`}
      </p>
      {questions.map((question) => (
        <QuestionMedia
          consultation={consultation}
          edition={edition}
          question={question}
          wrong={
            wrong?.audience === audience && wrong.question === question.id
              ? wrong.problem
              : undefined
          }
        />
      ))}
    </section>
  )
}

interface QuestionMediaProps {
  consultation: MediaPageProps['consultation']
  edition: MediaEdition
  question: MediaQuestion
  wrong: MediaProblem | undefined
}

function QuestionMedia({ consultation, edition, question, wrong }: QuestionMediaProps) {
  const { clips, number, title, plan, images } = question
  const key = `${edition.audience}-${question.id}`
  return (
    <details class="media-item" id={key} open={wrong !== undefined}>
      <summary>
        <span>
          {number && <b>{`${number} `}</b>}
          {title}
        </span>
        {clips.map(({ locale }) => (
          <span class="tag">{tongueName(locale)}</span>
        ))}
        {(plan || images) && <span class="tag">{plan ? '平面图' : '图片选项'}</span>}
      </summary>
      {wrong && <p class="problem">{problemSentence(wrong)}</p>}
      {clips.map((clip) => (
        <Recording consultation={consultation.id} clip={clip} />
      ))}
      <RecordingForm
        consultation={consultation.id}
        audience={edition.audience}
        question={question}
      />
      {consultation.open && (
        <PictureForms consultation={consultation.id} edition={edition} question={question} />
      )}
    </details>
  )
}

function Recording(props: { consultation: string; clip: MediaQuestion['clips'][number] }) {
  const { id, locale, address } = props.clip
  const name = tongueName(locale)
  return (
    <div class="recording">
      <span>{name}</span>
      {/* biome-ignore lint/a11y/useMediaCaption: what it says stands above it in letters */}
      <audio controls preload="none" src={address} title={`${name}录音`} />
      <form method="post" action={`/desk/c/${props.consultation}/media/clips/${id}/removal`}>
        <button class="quiet" type="submit" aria-label={`删掉${name}录音`}>
          删掉
        </button>
      </form>
    </div>
  )
}

interface RecordingFormProps {
  consultation: string
  audience: Audience
  question: MediaQuestion
}

function RecordingForm({ consultation, audience, question }: RecordingFormProps) {
  const key = `${audience}-${question.id}`
  return (
    <form
      method="post"
      enctype="multipart/form-data"
      action={`/desk/c/${consultation}/media/clips`}
      class="stacked"
    >
      <input type="hidden" name="audience" value={audience} />
      <input type="hidden" name="question" value={question.id} />
      <label for={`${key}-locale`}>用什么话念的</label>
      <select id={`${key}-locale`} name="locale">
        {Object.keys(tongues).map((locale) => (
          <option value={locale} selected={locale === nextTongue(question)}>
            {tongueName(locale)}
          </option>
        ))}
      </select>
      <label for={`${key}-clip`}>录音文件</label>
      <p class="hint" id={`${key}-clip-hint`}>
        MP3、M4A、OGG、WebM 或 WAV，最多 1 MB。同一种话再传一次，就换掉原来的。
      </p>
      <input
        id={`${key}-clip`}
        type="file"
        name="file"
        accept="audio/*,.m4a,.mp3"
        required
        aria-describedby={`${key}-clip-hint`}
        data-record
      />
      <button class="primary" type="submit">
        传上去
      </button>
    </form>
  )
}

// What is still missing is what someone most likely came to add.
const nextTongue = ({ clips }: MediaQuestion) =>
  Object.keys(tongues).find((tongue) => !clips.some(({ locale }) => locale === tongue))

const tongueName = (locale: string) => tongues[locale] ?? locale
