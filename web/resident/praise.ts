import { all, byId } from './dom.ts'

/** Lets the owl say its next word on every second step. It counts steps and never looks at an answer. */
export function praiseSteps() {
  const praise = byId('praise')
  if (!praise) return
  const words = all('span', praise)
  addEventListener('hashchange', () => {
    const step = +location.hash.slice(2)
    words.forEach((word, at) => {
      word.hidden = !step || step % 2 === 1 || (step / 2 - 1) % words.length !== at
    })
  })
}
