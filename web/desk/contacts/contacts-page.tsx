import { dayOf } from '../../../surveys/engine/shanghai.ts'
import { DeskFrame, type DeskPlace } from '../desk-frame.tsx'
import { dayName } from '../names.ts'
import { PasswordAgain, type PasswordProblem } from '../password-again.tsx'

interface ListedContact {
  id: string
  /** Missing when it was sealed with another key. */
  name: string | undefined
  reach: string | undefined
  purposes: string[]
  createdAt: number
  expiresAt: number
  isOpen: boolean
}

interface ContactsPageProps {
  place: DeskPlace
  consultation: { id: string; title: string }
  contacts: readonly ListedContact[]
  /** The contact that was to be opened, without a reason or without the password. */
  problem?: { id: string; reason: string; password?: PasswordProblem } | undefined
  /** Whether opening one asks for the password again. */
  asksPassword: boolean
}

/** Those who want to take part. Nothing here leads to anyone's answers. */
export function ContactsPage(props: ContactsPageProps) {
  const { place, consultation, contacts, problem, asksPassword } = props
  const here = `/desk/c/${consultation.id}/contacts`
  return (
    <DeskFrame place={place} title="联系方式">
      <header class="headline">
        <p class="kicker">{consultation.title}</p>
        <h1>联系方式</h1>
        <p class="standfirst">
          愿意参与的居民另外留下的，和答卷分开存，对不到任何一份答卷。打开要写用途，会记入操作记录。联系过以后请删除；最晚
          90 天自动删除。
        </p>
      </header>
      {contacts.length === 0 && <p class="soft">现在没有。</p>}
      {contacts.map((contact) => (
        <ContactPanel
          here={here}
          contact={contact}
          problem={problem?.id === contact.id ? problem : undefined}
          asksPassword={asksPassword}
        />
      ))}
    </DeskFrame>
  )
}

interface PanelProps {
  here: string
  contact: ListedContact
  problem: ContactsPageProps['problem']
  asksPassword: boolean
}

function ContactPanel({ here, contact, problem, asksPassword }: PanelProps) {
  const { id, name, reach, purposes, createdAt, expiresAt, isOpen } = contact
  const wrong = problem !== undefined && !problem.password
  return (
    <section class="panel">
      {name === undefined ? (
        <p>这一条是用另一把密钥封存的，打不开。</p>
      ) : (
        <p>
          <b>
            <bdi>{name}</bdi>
          </b>{' '}
          <bdi>{reach}</bdi>
        </p>
      )}
      <p class="soft">
        {purposes.length > 0 && `${purposes.join('、')}。`}
        {dayName(dayOf(createdAt))}留下，{dayName(dayOf(expiresAt))}自动删除
      </p>
      {name !== undefined && !isOpen && (
        <form method="post" action={`${here}/${id}/opening`} class="stacked">
          <label for={`why-${id}`}>为什么要打开</label>
          {wrong && (
            <p class="problem" role="alert" id={`p-${id}`}>
              请写上用途，最多 60 个字。
            </p>
          )}
          <input
            id={`why-${id}`}
            name="reason"
            value={problem?.reason}
            required
            maxlength={60}
            placeholder="例如：通知 6 月 3 日的听证会"
            aria-describedby={wrong ? `p-${id}` : undefined}
          />
          {asksPassword && <PasswordAgain id={`password-${id}`} problem={problem?.password} />}
          <div class="buttons">
            <button type="submit">打开</button>
          </div>
        </form>
      )}
      <form method="post" action={`${here}/${id}/deletion`}>
        <button class="quiet" type="submit">
          已联系过，删除
        </button>
      </form>
    </section>
  )
}
