import { staffRouter } from '../../desk/access/session.ts'
import { qualityCsv } from '../../desk/quality/quality-csv.ts'
import { findQuality, qualityPage } from '../../desk/quality/quality-page.ts'
import { sideBySide } from '../../desk/quality/sides.ts'
import { downloadHeaders } from '../../exports/csv.ts'

/** Responses worth a look, how many count, and what the labels make of a result. */
export const qualityRoutes = staffRouter()

const path = '/c/:consultation/quality'

qualityRoutes.get(path, qualityPage)

qualityRoutes.get(`${path}.csv`, async (c) => {
  const found = await findQuality(c)
  if (!found) return c.notFound()
  const { results, labels, counted, asked } = found
  const sides = sideBySide(results, asked, labels)
  const body = qualityCsv(counted, typeof sides === 'object' ? sides : undefined, c.var.now())
  const name = `${results.consultation.id}-${results.audience}-quality.csv`
  return c.body(body, 200, downloadHeaders(name, 'text/csv; charset=utf-8'))
})
