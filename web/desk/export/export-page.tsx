import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { momentName } from '../names.ts'
import { NotAVote } from '../results/results-page.tsx'
import {
  AnalysisForm,
  EditionForm,
  type ExportProblem,
  type OfferedEdition,
} from './export-forms.tsx'

interface ExportPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  editions: OfferedEdition[]
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
      <PublicPanel consultation={consultation.id} publishedAt={publishedAt} />
      <section class="panel">
        <h2>工作用表</h2>
        <p>
          一个 Excel
          文件：建议台账、题目频数、按居民区、年龄、住房和渠道的交叉表。不能显示的格子写着「不显示」；台账里的建议只写经两人看过、可以公开的措辞。导出会记入操作记录。
        </p>
        <form method="post" action={`${base}/workbook`}>
          <button type="submit">下载工作用表（XLSX）</button>
        </form>
      </section>
      {!mayExport && (
        <p class="to-do">单份答卷只有管理员能导出。需要的话，请管理员来，并写明用途。</p>
      )}
      {mayExport && (
        <AnalysisForm
          base={base}
          hasChildren={editions.some(({ audience }) => audience === 'child')}
          asksPassword={asksPassword}
          problem={problem?.what === 'analysis' ? problem : undefined}
        />
      )}
      {mayExport && <WhatIsInside />}
      {mayExport &&
        editions.map((edition) => (
          <EditionForm
            base={base}
            edition={edition}
            asksPassword={asksPassword}
            problem={problem?.what === edition.audience ? problem : undefined}
          />
        ))}
    </DeskFrame>
  )
}

interface PublicPanelProps {
  consultation: string
  publishedAt: number | undefined
}

function PublicPanel({ consultation, publishedAt }: PublicPanelProps) {
  const results = `/c/${consultation}/results`
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
          <p>
            和公示页上的一样：{momentName(publishedAt)}
            发布，不能显示的格子写着「不显示」，可以转发。
          </p>
          <p class="buttons">
            <a class="button" href={`${results}.xlsx`}>
              下载 XLSX
            </a>
            <a href={`${results}.csv`}>CSV</a>
            <a href={`${results}.sav`}>SAV（SPSS、PSPP）</a>
            <a href={`${results}.R`}>R 脚本（读 CSV）</a>
            <a href={`${results}.json`}>JSON</a>
          </p>
        </>
      )}
      <p>
        <a href={`/c/${consultation}/codebook.csv`}>说明表：每一题、每个选项、问了谁</a>
      </p>
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
