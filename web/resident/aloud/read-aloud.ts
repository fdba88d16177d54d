import { all, make, makeButton, plainText, titleOf } from '../dom.ts'
import type { PageData } from '../page-data.tsx'

const readable = 'legend,.title,label>span,.tap,.pot label,.q>p,.notice h2,.notice p'

/**
 * Buttons that read aloud: people's own recordings where staff made some, else the phone's voice where it
 * has one. Where neither is, there is no button. One thing is read at a time.
 */
export function readAloud(form: HTMLFormElement, { words }: PageData) {
  const speech = window.speechSynthesis as SpeechSynthesis | undefined
  const language = document.documentElement.lang
  // One player for all: a phone that let it play once lets it play on.
  const player = new Audio()
  const clips = all<HTMLAudioElement>('audio', form).filter(({ dataset }) =>
    player.canPlayType(dataset.type || ''),
  )
  const bar = make('p', 'aloud')
  const tongue = make('select', '')
  let voice: SpeechSynthesisVoice | undefined
  // Kept here, because some browsers forget what nobody holds and then never say that it ended.
  let saying: SpeechSynthesisUtterance | undefined
  let turn = 0

  const clipOf = (block: Element) => {
    const own = clips.filter((clip) => block.contains(clip))
    return own.filter((clip) => clip.lang === tongue.value)[0] || own[0]
  }
  const silence = () => {
    turn++
    player.pause()
    speech?.cancel()
    for (const read of all('.reading', form)) read.classList.remove('reading')
    for (const button of all('.say')) button.setAttribute('aria-pressed', 'false')
  }
  const read = async (blocks: Element[], button: Element) => {
    const again = button.getAttribute('aria-pressed') === 'true'
    silence()
    if (again) return
    const own = turn
    button.setAttribute('aria-pressed', 'true')
    for (const block of blocks) {
      const clip = clipOf(block)
      const pieces = all(readable, block).filter((piece) => isSeen(piece) && spoken(piece))
      for (const piece of clip ? pieces.slice(0, 1) : voice ? pieces : []) {
        piece.classList.add('reading')
        piece.scrollIntoView({ block: 'nearest' })
        const fault = await new Promise((done) => (clip ? play(clip.src, done) : say(piece, done)))
        if (own !== turn) return
        // A recording that does not come through is no reason to say nothing.
        if (clip && fault && voice) await new Promise((done) => say(piece, done))
        piece.classList.remove('reading')
      }
    }
    silence()
  }
  const play = (address: string, done: (fault: unknown) => void) => {
    player.onended = player.onpause = () => done('')
    player.onerror = () => done(player.error)
    player.src = address
    player.play().catch(done)
  }
  const say = (piece: HTMLElement, done: (fault: unknown) => void) => {
    saying = new SpeechSynthesisUtterance(spoken(piece))
    saying.lang = language
    saying.voice = voice || null
    saying.onend = saying.onerror = done
    speech?.speak(saying)
  }
  const offer = () => {
    voice = speech?.getVoices().filter(({ lang }) => isOf(lang, language))[0]
    const blocks = all('.q,.notice', form).filter((block) => clipOf(block) || voice)
    for (const block of blocks) {
      if (block.querySelector('.say')) continue
      const button = sayButton(words.listen, () => read([block], button))
      button.setAttribute('aria-label', `${words.listen} ${titleOf(block) || ''}`)
      ;(block.querySelector('[id$="-h"]') || block).prepend(button)
      block.classList.add('heard')
    }
    // One question on its own is read by its own button.
    const seen = blocks.filter(isSeen)
    whole.hidden = !seen[1]
    bar.hidden = !seen[tongue.options[1] ? 0 : 1]
  }

  for (const { lang, title } of clips) {
    if (all<HTMLOptionElement>('option', tongue).some(({ value }) => value === lang)) continue
    tongue.append(new Option(title, lang))
  }
  tongue.setAttribute('aria-label', words.listen)
  const whole = sayButton(words.readAll, () => read(all('.q,.notice', form).filter(isSeen), whole))
  bar.append(whole)
  if (tongue.options[1]) bar.append(tongue)
  form.before(bar)
  offer()
  // Many browsers learn only later which voices they have.
  if (speech) speech.onvoiceschanged = offer
  tongue.onchange = silence
  addEventListener('hashchange', () => {
    silence()
    offer()
  })
  addEventListener('pagehide', silence)
}

function sayButton(text: string, press: () => void) {
  const button = makeButton('say', text, press)
  button.setAttribute('aria-pressed', 'false')
  return button
}

const isSeen = (element: Element) => element.getClientRects().length > 0

/** The same language; spoken as in Hong Kong, Chinese would be another one. */
const isOf = (lang: string, wanted: string) =>
  lang.slice(0, 2) === wanted.slice(0, 2) && !/HK/.test(lang)

/** What is said instead of the words, or the words without what stands above them in pinyin. */
function spoken(piece: HTMLElement) {
  const instead = piece.querySelector<HTMLElement>('[data-read]')
  return instead?.dataset.read || plainText(piece)
}
