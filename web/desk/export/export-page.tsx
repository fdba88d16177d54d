import type { Audience } from '../../../surveys/engine/definition.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { audienceName, number } from '../names.ts'
import { PasswordAgain, type PasswordProblem } from '../password-again.tsx'
import { NotAVote } from '../results/results-page.tsx'

/** What was missing when a file was asked for, with what was typed. */
export type ExportProblem = { audience: Audience; purpose: string } & (
  | { kind: 'purpose' }
  | { kind: 'password'; password: PasswordProblem }
)

interface ExportPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  editions: { audience: Audience; count: number; versions: number }[]
  problem?: ExportProblem | undefined
  /** Whether a file asks for the password again. */
  asksPassword: boolean
  /** Whether this member may have single responses at all. */
  mayExport: boolean
}

/** Before anything leaves the house: what is in the file, and what it is for. */
export function ExportPage(props: ExportPageProps) {
  const { place, consultation, editions, problem, asksPassword, mayExport } = props
  const base = `/desk/c/${consultation.id}/export`
  return (
    <DeskFrame place={place} title="导出答卷">
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>导出答卷</h1>
        <p class="standfirst">
          一人一行的 CSV，用 Excel 或 WPS 打开。没有姓名、电话和门牌号，也没有时分秒，只有日期。
        </p>
        <NotAVote />
      </header>
      <section class="panel">
        <h2>文件里有什么</h2>
        <ul>
          <li>序号、问卷版本、居民区、邮筒、渠道、日期、是否迟到，有人帮忙时是谁、在哪里；</li>
          <li>单选题一列，写选项的文字；多选题每个选项一列，选了是 1，没选是 0；</li>
          <li>
            排序题每个选项一列，写排第几；分贴纸每个选项一列，写几个；图钉写离左边和上边多远；
          </li>
          <li>「其他」里写的话紧跟在那一题后面；画和照片不在文件里，只写有没有；</li>
          <li>「未显示」是按前面的回答没有问到，「跳过」是看到了没有答；</li>
          <li>以 = + - @ 等开头的文字前面多一个撇号（'），防止被当成公式运行。去掉它就是原文。</li>
        </ul>
        <p>
          序号只在这个文件里有意义，不能用来找到某个人的答卷。
          {'文字里万一写了姓名、电话、门牌号，转给别人之前请先删去。'}
        </p>
      </section>
      {!mayExport && (
        <p class="to-do">单份答卷只有管理员能导出。需要的话，请管理员来，并写明用途。</p>
      )}
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

interface EditionFormProps {
  base: string
  edition: ExportPageProps['editions'][number]
  asksPassword: boolean
  problem: ExportProblem | undefined
}

function EditionForm({ base, edition, asksPassword, problem }: EditionFormProps) {
  const { audience, count, versions } = edition
  const lacksPurpose = problem?.kind === 'purpose'
  return (
    <section class="panel" id={audience}>
      <h2>
        {audienceName(audience)} <span class="soft">{number(count)} 份</span>
      </h2>
      {audience === 'child' && (
        <p>儿童的答卷属于敏感个人信息。请写明用途，这次导出会记入操作记录，供年度审计查看。</p>
      )}
      <form method="post" action={`${base}/${audience}`} class="stacked">
        {versions > 1 && <VersionSelect audience={audience} versions={versions} />}
        <label for={`${audience}-purpose`}>
          用途{audience === 'child' ? '' : <span class="soft">（可不填）</span>}
        </label>
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
          required={audience === 'child'}
          aria-describedby={lacksPurpose ? `${audience}-problem` : undefined}
        />
        {asksPassword && (
          <PasswordAgain
            id={`${audience}-password`}
            problem={problem?.kind === 'password' ? problem.password : undefined}
          />
        )}
        <div class="buttons">
          <button class="primary" type="submit">
            下载{audienceName(audience)}答卷
          </button>
          <a href={`${base}/${audience}/codebook.csv`}>下载说明表（每一列是什么）</a>
        </div>
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
