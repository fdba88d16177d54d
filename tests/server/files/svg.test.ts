import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readSvg } from '../../../server/files/svg.ts'

const svg = (inside: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600" ${more}>${inside}</svg>`

describe('a plan drawn as SVG is taken', () => {
  test('when it is shapes, words and colours', () => {
    const plan = svg(
      `<style>.a{fill:#eee;stroke:url(#g)}</style><defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs>
      <!-- the lane --><g class='a'><path d="M0 0h9"/><text x="3">弄堂 &amp; 花园</text><use href="#g"/></g>`,
    )
    expect(readSvg(plan)).toEqual({ size: { width: 800, height: 600 } })
  })

  test('with the notes that drawing programs leave in it', () => {
    const plan = `<?xml version="1.0" encoding="UTF-8"?>\n<svg width="210mm" height="297mm" xmlns="http://www.w3.org/2000/svg"
      xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:svg="http://www.w3.org/2000/svg">
      <inkscape:page x="0"/><g inkscape:label="层 1"/></svg>`
    expect(readSvg(plan)).toEqual({ size: { width: 210, height: 297 } })
  })

  test('and so is the plan that comes with the house', () => {
    const plan = readFileSync(
      new URL('../../../web/assets/plans/garden.svg', import.meta.url),
      'utf8',
    )
    expect(readSvg(plan)).toHaveProperty('size')
  })
})

describe('a drawing that runs, fetches or points outside is refused', () => {
  test.each([
    svg('<script>alert(1)</script>'),
    svg('<SCRIPT>alert(1)</SCRIPT>'),
    svg('<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>'),
    svg('<inkscape:script xmlns:inkscape="http://www.w3.org/2000/svg">alert(1)</inkscape:script>'),
    svg('', 'onload="alert(1)"'),
    svg('<g ONCLICK="alert(1)"/>'),
    svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">hi</p></foreignObject>'),
    svg('<a href="https://example.com"><path d=""/></a>'),
    svg('<use href="https://example.com/x.svg#a"/>'),
    svg('<use xlink:href="&#104;ttps://example.com"/>'),
    svg('<animate attributeName="href" to="javascript:alert(1)"/>'),
    svg('<set attributeName="onload" to="alert(1)"/>'),
    svg('<path fill="url(https://example.com/a)"/>'),
    svg('<path style="fill:&#117;rl(//example.com/a)"/>'),
    svg('<path style="fill:u\\72l(//example.com/a)"/>'),
    svg('<style>@import "https://example.com/a.css";</style>'),
    svg('<style><![CDATA[@import "//example.com/a.css";]]></style>'),
    svg('<style>a{b:u/**/rl(x)} c{d:url(/**/"http://a")}</style>'),
    svg('<iframe src="https://example.com"/>'),
    svg('<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x"/>'),
    svg('<g xml:base="https://example.com/"/>'),
  ])('%s', (drawing) => {
    expect(readSvg(drawing)).toEqual({ problem: 'svg-unsafe' })
  })

  test('and so is one with a picture inside, which should be handed over as what it is', () => {
    expect(readSvg(svg('<image href="data:image/png;base64,AA"/>'))).toEqual({
      problem: 'svg-picture',
    })
  })

  test.each([
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">${svg('')}`,
    `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;')}`,
    svg('&xxe;'),
    `<?xml-stylesheet href="a.css"?>${svg('')}`,
    svg('<g fill=red/>'),
    svg('<g'),
    'hello',
    '<html></html>',
    '',
  ])('and one that no strict reader understands: %j', (drawing) => {
    expect(readSvg(drawing)).toHaveProperty('problem')
  })

  test('a huge hostile file is refused in a moment', () => {
    const started = performance.now()
    for (const unit of [
      '<',
      '<a ',
      '<!--',
      '&',
      '<g a="',
      "<g a='b' ",
      '<![CDATA[',
      'url(',
      '/*',
    ]) {
      readSvg(svg(unit.repeat(Math.floor(500_000 / unit.length))))
      readSvg(unit.repeat(Math.floor(500_000 / unit.length)))
    }
    for (const long of ['a', 'é&amp;', '<g/>']) {
      const words = long.repeat(Math.floor(490_000 / long.length))
      expect(readSvg(svg(`<!--${long === '<g/>' ? '' : words}-->${words}`))).toHaveProperty('size')
    }
    expect(performance.now() - started).toBeLessThan(3000)
  })

  test('one that does not say how large it is', () => {
    expect(readSvg('<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>')).toEqual({
      problem: 'svg-no-size',
    })
  })
})
