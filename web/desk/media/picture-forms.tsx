import { audienceName } from '../names.ts'
import type { MediaEdition, MediaQuestion } from './media-page.tsx'

interface PictureFormsProps {
  consultation: string
  edition: MediaEdition
  question: MediaQuestion
}

/** A plan to put pins on, or the images of options. What people look at while they answer makes a new version. */
export function PictureForms({ consultation, edition, question }: PictureFormsProps) {
  const { plan, images } = question
  const key = `${edition.audience}-${question.id}`
  if (!plan && !images) return null
  return (
    <form
      method="post"
      enctype="multipart/form-data"
      action={`/desk/c/${consultation}/media/${plan ? 'plan' : 'images'}`}
      class="stacked pictures"
    >
      <h3>{plan ? '换平面图' : '换选项的图'}</h3>
      <input type="hidden" name="audience" value={edition.audience} />
      <input type="hidden" name="question" value={question.id} />
      {plan && (
        <>
          <img class="plan-now" src={plan.src} alt={plan.alt} />
          <label for={`${key}-plan`}>平面图文件</label>
          <p class="hint">
            SVG（最多 500 KB）、PNG 或
            JPEG。图里不要有人名、门牌号和车牌；要画得大，手机上也看得清。
          </p>
          <input
            id={`${key}-plan`}
            type="file"
            name="file"
            accept="image/svg+xml,image/png,image/jpeg"
            required
          />
          <Alt id={`${key}-alt`} name="alt" now={plan.alt} label="图上画的是哪里" />
        </>
      )}
      {images?.map(({ option, label, src, alt }) => (
        <fieldset class="option-image">
          <legend>{label}</legend>
          <img src={src} alt={alt} />
          <div>
            <label for={`${key}-${option}`}>换成（不换就空着）</label>
            <input
              id={`${key}-${option}`}
              type="file"
              name={`${option}~file`}
              accept="image/png,image/jpeg,image/webp"
            />
            <Alt id={`${key}-${option}-alt`} name={`${option}~alt`} now={alt} label="图里有什么" />
          </div>
        </fieldset>
      ))}
      <label class="tick">
        <input type="checkbox" name="confirm" value="yes" required />
        <span>
          我知道：换图以后，{audienceName(edition.audience)}会发布为第 {edition.version + 1}{' '}
          版。已经收到的答卷仍对着原来的图；正在填的居民照常寄得到，记在原来那一版。
        </span>
      </label>
      <button class="primary" type="submit">
        换图并发布新版
      </button>
    </form>
  )
}

function Alt(props: { id: string; name: string; now: string; label: string }) {
  const { id, name, now, label } = props
  return (
    <>
      <label for={id}>{label}（念给看不见图的人听）</label>
      <input id={id} name={name} value={now} maxlength={200} required />
    </>
  )
}
