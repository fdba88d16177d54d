import type { Child } from 'hono/jsx'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { number } from '../names.ts'
import { BarsTable } from '../results/bars-table.tsx'
import type { Bar, Count } from '../results/result-table.ts'
import { NotAVote } from '../results/results-page.tsx'
import { Strokes } from './strokes.tsx'

export interface ShownPicture {
  seq: number
  /** A drawing's strokes, or where a photo's file is served to staff. */
  picture: { strokes: string[] } | { src: string }
  codes: string[]
}

interface PicturesPageProps {
  place: DeskPlace
  consultation: { title: string }
  title: string
  /** The question's own results. */
  back: string
  /** This page without its query, and the query with which its forms come back. */
  path: string
  query: string
  /** Photos that wait, those that may be shown; none of this for drawings. */
  photos?: { state: 'held' | 'approved'; held: number; approved: number; version: string }
  /** Each version is looked at by itself; photos may still wait in an older one. */
  versions: { n: number; here: boolean; waiting: number }[]
  /** Null where the number is hidden, because few drew or few did not. */
  total: Count
  /** So few drew that the drawings are not shown either. */
  tooFew: boolean
  codes: Bar[]
  code: { name: string; without: string } | undefined
  pictures: ShownPicture[]
  older: string | undefined
}

/** Every drawing or photo given to one question, with what staff saw in it. Nobody else comes here. */
export function PicturesPage(props: PicturesPageProps) {
  const { place, consultation, title, photos, pictures, code, codes, path } = props
  const unit = photos ? '张' : '幅'
  return (
    <DeskFrame place={place} title={title} wide>
      <header class="headline">
        <p class="kicker">
          <a href={props.back}>← {consultation.title} · 这一题的结果</a>
        </p>
        <h1>{title}</h1>
        <p class="standfirst">
          {photos ? photosStandfirst : '画只在这里看，不公布，也不写是谁画的。'}
          {photos?.state !== 'held' &&
            '看到了什么，就在下面加标签；一样的东西用一样的字，才数得到一起。'}
        </p>
        <NotAVote />
      </header>
      {props.versions.length > 1 && (
        <nav class="versions" aria-label="问卷版本">
          {props.versions.map(({ n, here, waiting }) => (
            <a href={`${path}?v=${n}`} aria-current={here ? 'page' : undefined}>
              第 {n} 版{waiting > 0 && `（${number(waiting)} 张等着看）`}
            </a>
          ))}
        </nav>
      )}
      {photos && <PhotoStates {...photos} path={path} />}
      {props.tooFew ? (
        <p class="empty">画画的人太少，为了不认出个人，先不列出来。</p>
      ) : (
        <>
          {codes.length > 0 && photos?.state !== 'held' && <CodesFigure {...props} unit={unit} />}
          {code && (
            <ul class="chips" aria-label="正在筛选">
              <li>
                <a class="chip" href={code.without}>
                  {code.name} <span aria-hidden="true">×</span>
                  <span class="unseen">，去掉这个筛选</span>
                </a>
              </li>
            </ul>
          )}
          {pictures.length === 0 ? (
            <p class="empty">{emptyWords(photos?.state)}</p>
          ) : (
            <ul class="gallery">
              {pictures.map((one) => (
                <PictureCard {...props} one={one} />
              ))}
            </ul>
          )}
          <datalist id="codes">
            {codes.map(({ label }) => (
              <option value={label} />
            ))}
          </datalist>
          {props.older && (
            <p class="pager">
              <a href={props.older}>再往前看 →</a>
            </p>
          )}
        </>
      )}
    </DeskFrame>
  )
}

const photosStandfirst =
  '照片要有人看过才算数。有人的脸、名字、车牌、门牌号，或者家里的样子，就不通过。'

function emptyWords(state: 'held' | 'approved' | undefined): string {
  if (state === 'held') return '没有等着看的照片。'
  return state === 'approved' ? '还没有通过的照片。' : '还没有人画画。'
}

function PhotoStates({
  state,
  held,
  approved,
  version,
  path,
}: NonNullable<PicturesPageProps['photos']> & { path: string }) {
  const link = (of: 'held' | 'approved', label: string, count: number) => (
    <a href={`${path}?state=${of}${version}`} aria-current={of === state ? 'page' : undefined}>
      {label}（{number(count)}）
    </a>
  )
  return (
    <nav class="versions" aria-label="照片">
      {link('held', '等着看', held)}
      {link('approved', '已通过', approved)}
    </nav>
  )
}

type CodesFigureProps = Pick<PicturesPageProps, 'codes' | 'total' | 'path' | 'query'> & {
  unit: string
}

/** What was seen how often. A code of too few pictures has no number and leads nowhere. */
function CodesFigure({ codes, total, unit, path, query }: CodesFigureProps) {
  const [top] = codes
  const seen = codes.filter(({ count }) => count !== null)
  const version = new URLSearchParams(query).get('v')
  const only = (label: string) =>
    `${path}?${new URLSearchParams({ ...(version && { v: version }), code: label })}`
  return (
    <figure class="finding" data-finding>
      <figcaption>
        <p class="asked">标签</p>
        <h3>
          {top?.count
            ? `${total === null ? '' : `${number(total)} ${unit}里，`}${number(top.count)} ${unit}看到「${top.label}」，最多。`
            : '每个标签的数目都太少，暂不显示。'}
        </h3>
      </figcaption>
      <div class="plot" data-plot hidden />
      <p class="base">
        {total !== null && `n = ${number(total)}（${unit}）· `}一{unit}可以有几个标签，合计可超过
        100%
      </p>
      <details class="numbers" open data-numbers>
        <summary>看表格</summary>
        <BarsTable
          caption="标签"
          heads={['标签', `${unit}数`, `占全部`]}
          shape="bars"
          bars={codes}
          apart={[]}
        />
      </details>
      {seen.length > 0 && (
        <p class="code-links">
          只看：
          {seen.map(({ label }) => (
            <a href={only(label)}>{label}</a>
          ))}
        </p>
      )}
    </figure>
  )
}

function PictureCard({ one, ...props }: PicturesPageProps & { one: ShownPicture }) {
  const { seq, picture } = one
  const name = `${'src' in picture ? '照片' : '画'} ${seq}`
  const action = (what: string) => `${props.path}/${seq}/${what}${props.query}`
  const held = props.photos?.state === 'held'
  return (
    <li id={`p${seq}`}>
      {'src' in picture ? (
        <img src={picture.src} alt={name} loading="lazy" />
      ) : (
        <Strokes strokes={picture.strokes} label={name} />
      )}
      <p class="picture-name">{name}</p>
      {!held && (
        <Codes one={one} name={name} action={action('codes')} removal={action('codes/removal')} />
      )}
      {props.photos && (
        <div class="decision">
          {held && (
            <Decide action={action('decision')} state="approved">
              <button class="primary" type="submit">
                通过<span class="unseen">{name}</span>
              </button>
            </Decide>
          )}
          <details>
            <summary>
              {held ? '不通过' : '改为不通过'}
              <span class="unseen">{name}</span>
            </summary>
            <Decide action={action('decision')} state="refused">
              <p>照片马上删除，找不回来。答卷里的其他回答不变。</p>
              <button class="danger" type="submit">
                不通过，删除<span class="unseen">{name}</span>
              </button>
            </Decide>
          </details>
        </div>
      )}
    </li>
  )
}

function Decide({ action, state, children }: { action: string; state: string; children?: Child }) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="state" value={state} />
      {children}
    </form>
  )
}

interface CodesProps {
  one: ShownPicture
  name: string
  action: string
  removal: string
}

function Codes({ one, name, action, removal }: CodesProps) {
  const field = `code-${one.seq}`
  return (
    <>
      {one.codes.length > 0 && (
        <form method="post" action={removal} class="codes">
          {one.codes.map((code) => (
            <button class="chip" type="submit" name="code" value={code}>
              <bdi>{code}</bdi> <span aria-hidden="true">×</span>
              <span class="unseen">，从{name}去掉</span>
            </button>
          ))}
        </form>
      )}
      <form method="post" action={action} class="add-code">
        <label for={field} class="unseen">
          给{name}加标签
        </label>
        <input id={field} name="code" list="codes" maxlength={40} required autocomplete="off" />
        <button type="submit">加标签</button>
      </form>
    </>
  )
}
