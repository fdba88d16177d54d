import { changePassword } from '../../../db/members.ts'
import { AccountPage } from '../../../web/desk/members/account-page.tsx'
import type { NewPasswordProblem } from '../../../web/desk/new-password.tsx'
import type { PasswordProblem } from '../../../web/desk/password-again.tsx'
import { hashPassword, newPasswordProblem } from '../../desk/access/password.ts'
import { by, dropSessionCookie, memberOf, staffRouter } from '../../desk/access/session.ts'
import { isConfirmed, stepUp } from '../../desk/access/step-up.ts'
import { readForm } from '../../desk/form.ts'
import { deskPlace } from '../../desk/place.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'

/** One's own account. */
export const accountRoutes = staffRouter()

accountRoutes.get('/account', (c) => page(c))

accountRoutes.post('/account/password', async (c) => {
  const field = await readForm(c)
  const wrongPassword = await stepUp(c, field('password'))
  if (wrongPassword) return page(c, { wrongPassword })
  const { id, name } = memberOf(c)
  const problem = newPasswordProblem(field('chosen'), field('again'), name)
  if (problem) return page(c, { problem })
  const passwordHash = await hashPassword(field('chosen'))
  await changePassword(c.var.store, id, passwordHash, by(c))
  dropSessionCookie(c)
  return c.redirect('/desk/sign-in?changed', 303)
})

interface Wrong {
  wrongPassword?: PasswordProblem
  problem?: NewPasswordProblem
}

async function page(c: AppContext, { wrongPassword, problem }: Wrong = {}) {
  const shown = AccountPage({
    ...{ place: await deskPlace(c), role: memberOf(c).role, asksPassword: !isConfirmed(c) },
    ...{ wrongPassword, problem },
  })
  return render(c, shown, wrongPassword || problem ? 422 : 200)
}
