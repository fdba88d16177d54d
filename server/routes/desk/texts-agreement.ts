import { saveCoding } from '../../../db/codings.ts'
import {
  agree,
  codeAgreement,
  isReadTwice,
  overallAgreement,
} from '../../../surveys/engine/open-text/agreement.ts'
import { AgreementPage } from '../../../web/desk/texts/agreement-page.tsx'
import { by } from '../../desk/access/session.ts'
import { readForm } from '../../desk/form.ts'
import { type Workbench, workbenchOf } from '../../desk/texts/coding.ts'
import { textsHead } from '../../desk/texts/open-texts.ts'
import { textsRouter } from '../../desk/texts/texts-router.ts'
import { agreementFile } from '../../exports/file-tables.ts'
import { asksForFile, tablesFile } from '../../exports/tables-csv.ts'
import { render } from '../../request/render.ts'

/** How far two readers agree, and what both settle on where they do not. */
export const agreementRoutes = textsRouter()

const path = '/agreement'

agreementRoutes.get(path, async (c, found) => {
  const bench = await workbenchOf(c.var.store, found)
  const twice = readTwice(bench)
  const nameOf = new Map(bench.codes.map(({ id, name }) => [id, name]))
  const named = (codes: readonly string[]) => codes.map((code) => nameOf.get(code) ?? code)
  const codes = bench.codes.map(({ id, name }) => ({
    ...{ id, name },
    agreement: codeAgreement(twice, id),
  }))
  if (asksForFile(c)) {
    const tables = found.written && twice.length > 0 ? [agreementFile(codes, twice.length)] : []
    const { consultationId, audience, question } = found.of
    return tablesFile(c, `${consultationId}-${audience}-${question}-agreement`, tables)
  }
  const differing = twice.filter((one) => !agree(one) && !one.isSettled)
  return render(
    c,
    AgreementPage({
      head: await textsHead(c, found),
      drawn: bench.texts.filter(({ seq }) => isReadTwice(seq)).length,
      twice: twice.length,
      codes,
      overall: overallAgreement(
        twice,
        bench.codes.map(({ id }) => id),
      ),
      differing: differing.map(({ seq, text, first, second }) => ({
        ...{ seq, text },
        first: named(first),
        second: named(second),
      })),
      settled: twice.filter(({ isSettled }) => isSettled).length,
    }),
  )
})

agreementRoutes.post(path, async (c, found) => {
  const field = await readForm(c)
  const twice = readTwice(await workbenchOf(c.var.store, found))
  const one = twice.find(({ seq }) => seq === Number(field('seq')))
  const as = field('as')
  if (!one || !['1', '2', 'both'].includes(as)) return c.notFound()
  const { seq, first, second } = one
  const codes = as === '1' ? first : as === '2' ? second : [...new Set([...first, ...second])]
  await saveCoding(c.var.store, found.of, { seqs: [seq], round: 3, codes }, by(c))
  return c.redirect(c.req.path, 303)
})

function readTwice({ texts }: Workbench) {
  return texts.flatMap(({ seq, text, readings: { 1: first, 2: second, 3: settled } }) =>
    first && second
      ? [{ seq, text, first: first.codes, second: second.codes, isSettled: settled !== undefined }]
      : [],
  )
}
