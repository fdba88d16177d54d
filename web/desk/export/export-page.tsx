import type { Audience } from '../../../surveys/engine/definition.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { audienceName, momentName, number } from '../names.ts'
import { PasswordAgain, type PasswordProblem } from '../password-again.tsx'
import { NotAVote } from '../results/results-page.tsx'
import { type ExportFormat, exportFormats, formatName } from './formats.ts'

/** What was missing when a file was asked for, with what was typed. */
export type ExportProblem = { audience: Audience; purpose: string; format: ExportFormat } & (
  | { kind: 'purpose' }
  | { kind: 'password'; password: PasswordProblem }
)

interface ExportPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  /** `progress` names the next download, so that the page can ask how far it has come. */
  editions: { audience: Audience; count: number; versions: number; progress: string }[]
  problem?: ExportProblem | undefined
  /** When the newest release was published; undefined where there is none. */
  publishedAt: number | undefined
  /** Whether a file asks for the password again. */
  asksPassword: boolean
  /** Whether this member may have single responses at all. */
  mayExport: boolean
}

/** Before anything leaves the house: what is in the file, and what it is for. */
export function ExportPage(props: ExportPageProps) {
  const { place, consultation, editions, problem, publishedAt } = props
  const { asksPassword, mayExport } = props
  const base = `/desk/c/${consultation.id}/export`
  return (
    <DeskFrame place={place} title="导出">
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>导出</h1>
        <p class="standfirst">
          公开的数字谁都可以拿去用；工作用表留在工作台；单份答卷只给做分析的人，写明用途、再输一次密码。
        </p>
        <NotAVote />
      </header>
      <PublicPanel base={base} consultation={consultation.id} publishedAt={publishedAt} />
      <section class="panel">
        <h2>工作用表</h2>
        <p>
          一个 Excel
          文件：建议台账、每题频数、各居民区交叉表。人数太少的格子已经隐去。台账里是居民的原话，请不要直接转发。导出会记入操作记录。
        </p>
        <form method="post" action={`${base}/workbook`}>
          <button type="submit">下载工作用表（XLSX）</button>
        </form>
      </section>
      {!mayExport && (
        <p class="to-do">单份答卷只有管理员能导出。需要的话，请管理员来，并写明用途。</p>
      )}
      {mayExport && <WhatIsInside />}
      {mayExport &&
        editions.map((edition) => (
          <EditionForm
            base={base}
            edition={edition}
            asksPassword={asksPassword}
            problem={problem?.audience === edition.audience ? problem : undefined}
          />
        ))}
    </DeskFrame>
  )
}

interface PublicPanelProps {
  base: string
  consultation: string
  publishedAt: number | undefined
}

function PublicPanel({ base, consultation, publishedAt }: PublicPanelProps) {
  return (
    <section class="panel">
      <h2>公开的数字</h2>
      {publishedAt === undefined ? (
        <p>
          还没有公示，所以没有可以公开的文件。先到「
          <a href={`/desk/c/${consultation}/releases`}>公示</a>
          」页选好题目，由另一位同事发布。
        </p>
      ) : (
        <>
          <p>和公示页上的一样：{momentName(publishedAt)}发布，人数太少的格子已经隐去，可以转发。</p>
          <p class="buttons">
            <a class="button" href={`${base}/public.xlsx`}>
              下载 XLSX
            </a>
            <a href={`${base}/public.csv`}>下载 CSV</a>
          </p>
        </>
      )}
    </section>
  )
}

function WhatIsInside() {
  return (
    <section class="panel">
      <h2>单份答卷的文件里有什么</h2>
      <ul>
        <li>一人一行。没有姓名、电话和门牌号，没有时分秒，只有日期；排除的答卷不在里面；</li>
        <li>单选题一列；多选题每个选项一列，选了是 1，没选是 0；排序写排第几，贴纸写几个；</li>
        <li>「其他」里写的话紧跟在那一题后面；画和照片不在文件里，只写有没有；</li>
        <li>
          「未显示」是按前面的回答没有问到，「跳过」是看到了没有答；在 SPSS 里是
          −99、−98，「不想说」−97，「不知道」−96，都不算进百分比；
        </li>
        <li>
          CSV 里以 = + - @
          等开头的文字前面多一个撇号（'），防止被当成公式运行，去掉它就是原文；其他格式不用加，一律是文字；
        </li>
        <li>一边读一边写，多少份都不占内存。XLSX 每张表最多 1,048,575 份，多了接着写在下一张。</li>
      </ul>
      <p>
        序号只在这个文件里有意义，不能用来找到某个人的答卷。
        {'文字里万一写了姓名、电话、门牌号，转给别人之前请先删去。'}
      </p>
    </section>
  )
}

interface EditionFormProps {
  base: string
  edition: ExportPageProps['editions'][number]
  asksPassword: boolean
  problem: ExportProblem | undefined
}

function EditionForm({ base, edition, asksPassword, problem }: EditionFormProps) {
  const { audience, count, versions, progress } = edition
  const lacksPurpose = problem?.kind === 'purpose'
  return (
    <section class="panel" id={audience}>
      <h2>
        {audienceName(audience)} <span class="soft">{number(count)} 份</span>
      </h2>
      {audience === 'child' && (
        <p>儿童的答卷属于敏感个人信息。请写明用途，这次导出会记入操作记录，供年度审计查看。</p>
      )}
      <form
        method="post"
        action={`${base}/${audience}`}
        class="stacked"
        data-progress={`${base}/progress/${progress}`}
      >
        {versions > 1 && <VersionSelect audience={audience} versions={versions} />}
        <input type="hidden" name="progress" value={progress} />
        <label for={`${audience}-format`}>格式</label>
        <select id={`${audience}-format`} name="format">
          {exportFormats.map((format) => (
            <option value={format} selected={format === problem?.format}>
              {formatName(format)}
            </option>
          ))}
        </select>
        <label for={`${audience}-purpose`}>用途</label>
        {lacksPurpose && (
          <p class="problem" role="alert" id={`${audience}-problem`}>
            请写明用途，至少 4 个字。
          </p>
        )}
        <input
          id={`${audience}-purpose`}
          name="purpose"
          value={problem?.purpose}
          maxlength={100}
          required
          aria-describedby={lacksPurpose ? `${audience}-problem` : undefined}
        />
        {asksPassword && (
          <div class="stacked" data-password>
            <PasswordAgain
              id={`${audience}-password`}
              problem={problem?.kind === 'password' ? problem.password : undefined}
            />
          </div>
        )}
        <div class="buttons">
          <button class="primary" type="submit">
            下载{audienceName(audience)}答卷
          </button>
        </div>
        <p class="base" role="status" data-told />
        <p>
          <a href={`${base}/${audience}/codebook.csv`}>说明表：每一列、每个代码是什么</a>
          {' · '}
          <a href={`${base}/${audience}/script.R`}>R 脚本：读同一版的 CSV</a>
        </p>
      </form>
    </section>
  )
}

function VersionSelect({ audience, versions }: { audience: Audience; versions: number }) {
  return (
    <>
      <label for={`${audience}-version`}>问卷版本</label>
      <select id={`${audience}-version`} name="version">
        {Array.from({ length: versions }, (_, index) => versions - index).map((n) => (
          <option value={n}>第 {n} 版</option>
        ))}
      </select>
    </>
  )
}
