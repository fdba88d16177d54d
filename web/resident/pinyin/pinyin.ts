import { all, byId, make, mark } from '../dom.ts'

/**
 * The switch for pinyin, where the page offers it. The server writes it; here its page is fetched and its texts
 * are put in place of the same texts, so that nothing filled in is lost.
 */
export function offerPinyin(form: HTMLElement) {
  const link = byId('pinyin')
  if (!(link instanceof HTMLAnchorElement)) return
  const spelt = new Map<string, Node>()
  const page = form.parentElement as HTMLElement
  const texts = () => all<HTMLDataElement>('data', page)
  let on = !!texts()[0]
  let chosen = on
  const later = mark(make('p', 'fine', ''), { role: 'status', hidden: '' })
  link.parentElement?.after(later)

  const learn = (from: ParentNode) => {
    for (const text of all<HTMLDataElement>('data', from)) spelt.set(text.value, text)
  }
  const draw = () => {
    if (!on) for (const text of texts()) text.replaceWith(text.value)
    const walk = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
    const found: Text[] = []
    while (on && walk.nextNode()) found.push(walk.currentNode as Text)
    for (const text of found) {
      const better = spelt.get(text.data)
      if (better && !text.parentElement?.closest('data')) text.replaceWith(better.cloneNode(true))
    }
  }
  const turn = async (wanted: boolean) => {
    if (on === wanted) return
    if (!spelt.size) {
      const written = await fetch(link.href)
        .then((answer) => answer.text())
        .catch(() => '')
      learn(new DOMParser().parseFromString(written, 'text/html'))
    }
    // Without a network there is none, and the page goes on as it is.
    const failed = !spelt.size
    later.textContent = (failed && chosen && link.dataset.later) || ''
    later.hidden = !later.textContent
    if (failed) {
      chosen = false
      return
    }
    on = wanted
    link.textContent = (on ? link.dataset.off : link.dataset.on) || ''
    draw()
  }

  link.onclick = (event) => {
    event.preventDefault()
    chosen = true
    turn(!on)
  }
  form.addEventListener('input', ({ target }) => {
    const { name, value } = target as HTMLInputElement
    if (!chosen && link.dataset.for?.split(' ').includes(`${name}=${value}`)) turn(true)
    draw()
  })
  addEventListener('hashchange', draw)
  if (on) learn(page)
  draw()
}
