import type { Page } from 'playwright-core'

export interface Measure {
  /** The least contrast of text; large text (24 px, or bold from 18.66 px) may have less. */
  text: number
  /** The least size of text, in pixels. */
  size: number
  largeText: number
  /** The least width and height of what is touched, in pixels. */
  target: number
}

/** WCAG AA, with targets as GB/T 37668 and the 67 号 notice want them. */
export const standard: Measure = { size: 0, text: 4.5, largeText: 3, target: 44 }
/** 长辈版. */
export const large: Measure = { size: 20, text: 7, largeText: 7, target: 60 }

/** What is measured as too pale or too small on the page as it stands, one line each, nothing twice. */
export async function measuredFaults(page: Page, least: Measure): Promise<string[]> {
  const faults = await page.evaluate(measure, least)
  return [...new Set(faults)].map((fault) => `${new URL(page.url()).pathname}: ${fault}`)
}

// Runs in the page, so everything it needs is inside it.
function measure(least: Measure): string[] {
  type Colour = [red: number, green: number, blue: number, alpha: number]
  const faults: string[] = []
  const named = (element: Element) =>
    `<${element.tagName.toLowerCase()} ${element.className}> ${element.textContent?.trim().slice(0, 24)}`

  for (const element of document.querySelectorAll('body *')) {
    if (!isSeen(element) || element.closest('svg, noscript, option, [aria-hidden="true"]')) continue
    if (wordsIn(element)) measureText(element)
    if (element.matches('a, button, input, select, textarea, summary, label')) {
      measureTarget(element)
      measureEdge(element)
    }
  }
  return faults

  function measureText(element: Element) {
    const style = getComputedStyle(element)
    const size = Number.parseFloat(style.fontSize)
    if (size < least.size - 0.1) faults.push(`print ${size} px: ${named(element)}`)
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
    const wanted = isLarge ? least.largeText : least.text
    const behind = background(element)
    const ratio = contrast(over(colour(style.color), behind), behind)
    if (ratio < wanted) faults.push(`text ${ratio.toFixed(2)} < ${wanted}: ${named(element)}`)
  }

  function measureTarget(element: Element) {
    if (element.matches('label, [type="hidden"], [tabindex="-1"]')) return
    // A tick is touched through its whole row, a camera through the words on it.
    const touched =
      element.matches('[type="radio"], [type="checkbox"], [type="file"]') &&
      element.closest('label')
        ? element.closest('label')
        : element
    if (!touched || isInSentence(touched)) return
    const { width, height } = touched.getBoundingClientRect()
    // Half a pixel is how browsers round.
    if (Math.min(width, height) >= least.target - 0.5) return
    faults.push(`target ${width.toFixed(0)}×${height.toFixed(0)}: ${named(touched)}`)
  }

  // WCAG 2.5.8 leaves out links inside a sentence, whose size the lines around them decide.
  function isInSentence(element: Element) {
    if (element.tagName !== 'A') return false
    return [...(element.parentElement?.childNodes ?? [])].some(
      (node) => node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.textContent ?? ''),
    )
  }

  // The edge of what can be filled in or pressed: its line or its fill stands out from what is around it.
  function measureEdge(element: Element) {
    const isWhole = !element.matches('label') || element.querySelector('[type="file"]')
    const own = isWhole ? element : element.querySelector('input + span')
    // In a list of things to press, the row is what one sees.
    const edge = own?.matches('li > button.tap') ? own.parentElement : own
    // The ticks themselves are drawn by the browser; the row around them is ours.
    if (
      !edge ||
      !isSeen(edge) ||
      edge.matches('a:not(.go), summary, [type="radio"], [type="checkbox"], label > [type="file"]')
    )
      return
    const style = getComputedStyle(edge)
    const around = background(edge.parentElement ?? document.body)
    const fill = contrast(background(edge), around)
    const line =
      Number.parseFloat(style.borderTopWidth) > 0
        ? contrast(over(colour(style.borderTopColor), around), around)
        : 1
    const best = Math.max(fill, line)
    if (best < 3) faults.push(`edge ${best.toFixed(2)} < 3: ${named(edge)}`)
  }

  function wordsIn(element: Element) {
    return [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    )
  }

  function isSeen(element: Element) {
    const { visibility, clipPath } = getComputedStyle(element)
    const [box] = element.getClientRects()
    return box && box.width > 1 && box.height > 1 && visibility === 'visible' && clipPath === 'none'
  }

  function background(element: Element): Colour {
    const layers: Colour[] = []
    for (let at: Element | null = element; at; at = at.parentElement) {
      const layer = colour(getComputedStyle(at).backgroundColor)
      layers.unshift(layer)
      if (layer[3] === 1) break
    }
    return layers.reduce((under, layer) => over(layer, under), [255, 255, 255, 1])
  }

  function over([r, g, b, a]: Colour, [red, green, blue]: Colour): Colour {
    const mix = (above: number, below: number) => above * a + below * (1 - a)
    return [mix(r, red), mix(g, green), mix(b, blue), 1]
  }

  function colour(css: string): Colour {
    const [r = 0, g = 0, b = 0, a = 1] = (css.match(/[\d.]+/g) ?? []).map(Number)
    return [r, g, b, a]
  }

  function contrast(one: Colour, other: Colour): number {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05)
  }

  function luminance([r, g, b]: Colour): number {
    const [red = 0, green = 0, blue = 0] = [r, g, b].map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
}

/** What sticks out on the right when the page is wider than the phone: narrow, with text twice as large, and with wide spacing. */
export async function sidewaysFaults(page: Page): Promise<string[]> {
  const faults: string[] = []
  const look = async (how: string) => {
    const wide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      if (scrollWidth <= clientWidth) return []
      return [...document.querySelectorAll('body *')]
        .filter(
          (element) =>
            !element.closest('svg') && element.getBoundingClientRect().right > clientWidth + 0.5,
        )
        .map(
          (element) =>
            `<${element.tagName.toLowerCase()} ${element.className}> ${element.textContent?.slice(0, 24)}`,
        )
    })
    faults.push(...wide.slice(0, 3).map((what) => `${page.url()} ${how}: ${what}`))
  }
  const size = page.viewportSize() ?? { width: 360, height: 740 }
  await page.setViewportSize({ ...size, width: 320 })
  await look('320 px')
  await page.setViewportSize(size)
  const before = await page.evaluate(() => {
    const root = document.documentElement
    const given = Number.parseFloat(getComputedStyle(root).fontSize)
    root.style.fontSize = `${given * 2}px`
    return given
  })
  await look('text 200 %')
  // WCAG 1.4.12, set as a reader's own style would be.
  await page.evaluate((given) => {
    document.documentElement.style.fontSize = `${given}px`
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      Object.assign(element.style, {
        lineHeight: '1.5',
        letterSpacing: '0.12em',
        wordSpacing: '0.16em',
      })
      if (element.tagName === 'P') element.style.marginBottom = '2em'
    }
  }, before)
  await look('wide spacing')
  return faults
}
