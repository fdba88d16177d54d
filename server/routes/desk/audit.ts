import { type ListedEntry, listAudit, verifyAudit } from '../../../db/audit.ts'
import { listMembers } from '../../../db/members.ts'
import { type AuditLine, AuditPage } from '../../../web/desk/members/audit-page.tsx'
import { deedKinds, deedName, deedsOf } from '../../../web/desk/members/deeds.ts'
import { roleName } from '../../../web/desk/members/members-page.tsx'
import { momentName } from '../../../web/desk/names.ts'
import { roles } from '../../desk/access/permissions.ts'
import { staffRouter } from '../../desk/access/session.ts'
import { deskPlace } from '../../desk/place.ts'
import { byteOrderMark, csvLine, downloadHeaders } from '../../exports/csv.ts'
import { asksForFile } from '../../exports/tables-csv.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'

/** Who did what at the desk. */
export const auditRoutes = staffRouter('manage members')

const pageSize = 100
const fileSize = 20_000

auditRoutes.get('/audit', async (c) => {
  const { store } = c.var
  const kind = deedKinds.find((one) => one === c.req.query('about'))
  const isFile = asksForFile(c)
  const limit = isFile ? fileSize : pageSize + 1
  const before = Number(c.req.query('before')) || undefined
  const found = await listAudit(store, { before, limit, ...(kind && { actions: deedsOf(kind) }) })
  const names = new Map([
    ...(await listMembers(store)).map(({ id, name }) => [id, name] as const),
    ...roles.map((role) => [role, roleName(role)] as const),
  ])
  const lines = found.map((entry) => lineOf(entry, names))
  if (isFile) return auditFile(c, lines)
  const page = AuditPage({
    ...{ place: await deskPlace(c), kind, lines: lines.slice(0, pageSize) },
    older: found.length > pageSize ? found[pageSize - 1]?.seq : undefined,
    verified: c.req.query('verify') === undefined ? undefined : await verifyAudit(store),
  })
  return render(c, page)
})

function lineOf(entry: ListedEntry, names: ReadonlyMap<string, string>): AuditLine {
  const { seq, at, actor, name, action, object } = entry
  const words = object.split(' ').map((word) => names.get(word) ?? word)
  return { seq, at, action, who: name ?? actors[actor] ?? actor, object: words.join(' ') }
}

const actors: Record<string, string> = { resident: '居民', system: '系统' }

function auditFile(c: AppContext, lines: readonly AuditLine[]): Response {
  const body = [
    ...[byteOrderMark, csvLine(['序号', '什么时候', '谁', '做了什么', '对什么'])],
    ...lines.map(({ seq, at, who, action, object }) =>
      csvLine([seq, momentName(at), who, deedName(action), object]),
    ),
  ]
  return c.body(body.join(''), 200, downloadHeaders('audit.csv', 'text/csv; charset=utf-8'))
}
