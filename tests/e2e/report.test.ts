import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figureTable } from '../../web/desk/report/figure-table.ts'
import type { Report } from '../../web/desk/report/report.ts'
import { numberedTitle } from '../../web/numbered-title.ts'
import { hasProgram, inFolder, libreOffice, pdfPages } from '../server/exports/programs.ts'
import { unzip } from '../server/exports/read-workbook.ts'
import { noBrowser, openBrowser } from './browser.ts'
import { enterDesk } from './desk-door.ts'
import { openPublishedSite } from './published-site.ts'
import type { Site } from './site.ts'

let site: Site
let browser: Browser
let page: Page
let docx: Uint8Array
let parts: Map<string, Uint8Array>
let report: Report

const read = (path: string) => new TextDecoder().decode(parts.get(path))
const at = '/desk/c/huicheng/report'

describe.skipIf(noBrowser)('the report that a person takes away', () => {
  beforeAll(async () => {
    site = await openPublishedSite()
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await enterDesk(page, site)
    await page.goto(`${site.origin}${at}`)
    const coming = page.waitForEvent('download', { timeout: 60_000 })
    await page.click('button[data-docx]')
    docx = new Uint8Array(readFileSync(await (await coming).path()))
    parts = unzip(docx)
    report = await (await page.request.get(`${site.origin}${at}/report.json`)).json()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  test('says when it has been written', async () => {
    await expect.poll(() => page.textContent('[data-told]')).toContain('写好了')
  })

  test('is on A4, 37 mm from above and 28 mm from the left, on a type area of 156 × 225 mm', () => {
    const document = read('word/document.xml')
    const [size = ''] = /<w:pgSz [^>]*>/.exec(document) ?? []
    const [margins = ''] = /<w:pgMar [^>]*>/.exec(document) ?? []
    const millimetres = (tag: string, name: string) =>
      Math.round((Number(new RegExp(`w:${name}="(\\d+)"`).exec(tag)?.[1]) * 254) / 1440) / 10
    expect([millimetres(size, 'w'), millimetres(size, 'h')]).toEqual([210, 297])
    const edges = ['top', 'left', 'right', 'bottom'].map((name) => millimetres(margins, name))
    expect(edges).toEqual([37, 28, 26, 35])
  })

  test('has 22 lines of 28 characters of size 3, and headings in the fonts of official documents', () => {
    const styles = read('word/styles.xml')
    const style = (id: string) =>
      new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0] ?? ''
    const body = style('ReportBody')
    const line = Number(/w:line="(\d+)"/.exec(body)?.[1]) / 20
    expect(body).toContain('w:lineRule="exact"')
    expect(Math.floor(((225 / 25.4) * 72) / line)).toBe(22)
    const [, points] = /<w:docDefaults>.*?<w:sz w:val="(\d+)"/s.exec(styles) ?? []
    expect(Number(points)).toBe(32)
    const closer = Number(/<w:spacing w:val="(-?\d+)"/.exec(body)?.[1]) / 20
    expect(Math.floor(((156 / 25.4) * 72) / (16 + closer))).toBe(28)
    expect(style('ReportTitle')).toMatch(/w:eastAsia="方正小标宋简体".*w:sz w:val="44"/s)
    expect(style('ReportPart')).toContain('w:eastAsia="黑体"')
    expect(style('ReportSection')).toContain('w:eastAsia="楷体_GB2312"')
    expect(styles).toContain('w:eastAsia="仿宋_GB2312"')
  })

  test('says first what stands in it, each line a link to the part or section of that name', () => {
    const document = read('word/document.xml')
    const links = [
      ...document.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"[^>]*>(.*?)<\/w:hyperlink>/gs),
    ].map(([, anchor = '', words = '']) => [anchor, wordsOf(words)])
    const marked = new Map(
      [...document.matchAll(/w:name="([^"]+)"[^>]*\/>(.*?)<w:bookmarkEnd/gs)].map(
        ([, name = '', words = '']) => [name, wordsOf(words)],
      ),
    )
    expect(links.map(([, words]) => words)).toEqual(
      [...report.parts, ...report.annexes].flatMap(({ heading, blocks }) => [
        curved(heading),
        ...blocks.flatMap((block) => (block.kind === 'heading' ? [curved(block.text)] : [])),
      ]),
    )
    for (const [anchor = '', words] of links) expect(marked.get(anchor)).toBe(words)
  })

  test('has its tables as tables, with the numbers of the release', () => {
    const tables = read('word/document.xml').match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []
    const words = tables.map((table) => table.replace(/<\/w:tc>/g, '|').replace(/<[^>]*>/g, ''))
    const blocks = [...report.parts, ...report.annexes].flatMap((part) => part.blocks)
    const plain = blocks.filter((block) => block.kind === 'table')
    expect(plain.length).toBeGreaterThan(6)
    for (const { rows } of plain) {
      const line = `${rows[0]?.map(escaped).join('|')}|`
      const dashed = line.replaceAll('–（不显示）', '–')
      expect(words.filter((table) => table.includes(line) || table.includes(dashed))).not.toEqual(
        [],
      )
    }
  })

  test('has every chart as a picture of print resolution, drawn in several colours', async () => {
    const document = read('word/document.xml')
    const drawings = [
      ...document.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)".*?r:embed="([^"]+)"/gs),
    ]
    expect(drawings.length).toBeGreaterThan(10)
    const rels = read('word/_rels/document.xml.rels')
    for (const [, cx = '', cy = '', id = ''] of drawings) {
      const target = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`).exec(rels)?.[0]
      const path = /Target="([^"]+)"/.exec(target ?? '')?.[1] ?? ''
      const png = parts.get(`word/${path}`) ?? new Uint8Array()
      expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
      const view = new DataView(png.buffer, png.byteOffset)
      const inch = 914_400
      expect(view.getUint32(16) / (Number(cx) / inch)).toBeGreaterThanOrEqual(200)
      expect(view.getUint32(20) / (Number(cy) / inch)).toBeGreaterThanOrEqual(200)
      // As wide as the type area at most.
      expect(Number(cx) / inch).toBeLessThanOrEqual(156 / 25.4 + 0.01)
      expect(await coloursOf(png)).toBeGreaterThan(3)
    }
  }, 60_000)

  describe.runIf(hasProgram('soffice') && hasProgram('pdftotext'))('printed', () => {
    let pages: string[]
    beforeAll(async () => {
      pages = await inFolder({ 'report.docx': docx }, (folder) => {
        libreOffice(folder, 'report.docx', 'pdf')
        return pdfPages(folder, 'report.pdf')
      })
    }, 120_000)

    test('has its title, its seven parts in order, its annexes, and the page numbers', () => {
      const words = pages.join('').replace(/\s/g, '')
      const order = [
        ...[
          report.title,
          '（意见征集结果，不等于表决）',
          '有效率',
          ...report.parts.map(({ heading }) => heading),
        ],
        ...['附件1', '附件2'],
      ].map((one) => words.indexOf(curved(one).replace(/\s/g, '')))
      expect(order).not.toContain(-1)
      expect(pages.every((page, at) => new RegExp(`—\\s*${at + 1}\\s*—\\s*$`).test(page))).toBe(
        true,
      )
      for (const one of report.parts) expect(words).toContain(one.heading)
    })

    test('parts no question from its numbers, and lets small ones share a page', () => {
      const figures = report.parts
        .flatMap(({ blocks }) => blocks)
        .filter((block) => block.kind === 'figure')
        .filter(({ table }) => figureTable(table))
        .map(({ table, audience }) => ({ audience, title: curved(numberedTitle(table)) }))
      const here = pages.map((page) => {
        const lines = page.split('\n').map((line) => line.trim())
        // A long title is broken; the page is known by how it begins.
        const titles = figures.filter(({ title }) =>
          lines.some((line) => line.length > 5 && title.startsWith(line)),
        )
        const bases = lines.filter((line) => /^n = \d+（/.test(line))
        return { titles: titles.length, bases: bases.length }
      })
      for (const { titles, bases } of here) expect(bases).toBe(titles)
      expect(here.reduce((sum, { titles }) => sum + titles, 0)).toBe(figures.length)
      expect(here.filter(({ titles }) => titles > 1).length).toBeGreaterThan(3)
    })

    test('leaves no heading alone at the foot of a page', () => {
      const headings = report.parts.flatMap(({ heading, blocks }) => [
        heading,
        ...blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])),
      ])
      for (const page of pages) {
        const lines = page.split('\n').filter((line) => line.trim() !== '')
        // Below it stands the page number only.
        expect(headings).not.toContain(lines.at(-2)?.trim())
      }
    })
  })
})

async function coloursOf(png: Uint8Array): Promise<number> {
  return page.evaluate(async (written) => {
    const bytes = Uint8Array.from(atob(written), (sign) => sign.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes]))
    const canvas = document.createElement('canvas')
    canvas.width = 300
    canvas.height = 200
    const context = canvas.getContext('2d')
    context?.drawImage(bitmap, 0, 0, 300, 200)
    const { data } = context?.getImageData(0, 0, 300, 200) ?? { data: [] }
    const seen = new Set<string>()
    for (let at = 0; at < data.length; at += 4) seen.add(data.slice(at, at + 3).join())
    return seen.size
  }, Buffer.from(png).toString('base64'))
}

const wordsOf = (xml: string) => xml.replace(/<[^>]*>/g, '')
const curved = (words: string) => words.replaceAll('「', '“').replaceAll('」', '”')
const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
