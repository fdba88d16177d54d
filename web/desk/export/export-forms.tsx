import type { Audience } from '../../../surveys/engine/definition.ts'
import { audienceName, number } from '../names.ts'
import { PasswordAgain, type PasswordProblem } from '../password-again.tsx'
import { type ExportFormat, exportFormats, formatName } from './formats.ts'

/** What was missing when a file was asked for, with what was typed. */
export type ExportProblem = {
  what: Audience | 'analysis'
  purpose: string
  format?: ExportFormat
} & ({ kind: 'purpose' } | { kind: 'password'; password: PasswordProblem })

export interface OfferedEdition {
  audience: Audience
  count: number
  versions: number
  /** Names the next download, so that the page can ask how far it has come. */
  progress: string
}

interface AnalysisFormProps extends AskedProps {
  /** Whether children were asked as well, whose single responses this file does not have. */
  hasChildren: boolean
}

interface AskedProps {
  base: string
  asksPassword: boolean
  problem: ExportProblem | undefined
}

/** All of it in one workbook, with what residents wrote. */
export function AnalysisForm({ base, hasChildren, asksPassword, problem }: AnalysisFormProps) {
  return (
    <section class="panel" id="analysis">
      <h2>分析用表</h2>
      <p>
        和工作用表一样的一个 Excel
        文件，台账里是居民的原话，另有一张「原始(去标识)」：成人的答卷一人一行，最多 20,000
        行。用完请删去，不要转发。
      </p>
      {hasChildren && (
        <p>儿童的单份答卷不在里面：默认不开放，确有需要，在下面「儿童版」一栏另写用途单独导出。</p>
      )}
      <form method="post" action={`${base}/analysis`} class="stacked">
        <Asked what="analysis" asksPassword={asksPassword} problem={problem} />
        <div class="buttons">
          <button type="submit">下载分析用表（XLSX）</button>
        </div>
      </form>
    </section>
  )
}

interface EditionFormProps extends AskedProps {
  edition: OfferedEdition
}

/** One edition's responses as a file of the format that is chosen. */
export function EditionForm({ base, edition, asksPassword, problem }: EditionFormProps) {
  const { audience, count, versions, progress } = edition
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
        <Asked what={audience} asksPassword={asksPassword} problem={problem} />
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

interface AskedFieldsProps extends Omit<AskedProps, 'base'> {
  what: ExportProblem['what']
}

/** What is asked before single responses or residents' words leave the house: what for, and the password again. */
function Asked({ what, asksPassword, problem }: AskedFieldsProps) {
  const lacksPurpose = problem?.kind === 'purpose'
  return (
    <>
      <label for={`${what}-purpose`}>用途</label>
      {lacksPurpose && (
        <p class="problem" role="alert" id={`${what}-problem`}>
          请写明用途，至少 4 个字。
        </p>
      )}
      <input
        id={`${what}-purpose`}
        name="purpose"
        value={problem?.purpose}
        maxlength={100}
        required
        aria-invalid={lacksPurpose ? 'true' : undefined}
        aria-describedby={lacksPurpose ? `${what}-problem` : undefined}
      />
      {asksPassword && (
        <div class="stacked" data-password>
          <PasswordAgain
            id={`${what}-password`}
            problem={problem?.kind === 'password' ? problem.password : undefined}
          />
        </div>
      )}
    </>
  )
}
