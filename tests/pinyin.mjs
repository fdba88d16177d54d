// `npm run pinyin`: gives every word of the children's editions that has no pinyin yet one from the library pinyin-pro.
// It only ever adds. What stands in a child-pinyin.ts may be corrected by hand and stays; look the new ones over.
import { readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { runnerImport } from 'vite'

const root = new URL('..', import.meta.url).pathname
// npm keeps the library beside the folder it puts first on the path; the product never sees it.
const [folder] = process.env.PATH.split(delimiter)
const { pinyin } = createRequire(join(folder, '..', 'any.js'))('pinyin-pro')
const { spell } = await load('surveys/engine/spelling.ts')
const words = new Intl.Segmenter('zh', { granularity: 'word' })

for (const name of readdirSync(`${root}surveys/definitions`)) {
  const { child } = await load(`surveys/definitions/${name}/child.ts`).catch(() => ({}))
  if (!child) continue
  const { notice, pinyin: known = {}, ...read } = child
  const readings = { ...known }
  for (const text of chineseTexts(read)) if (!spell(text, readings)) addReadings(text, readings)
  const lines = Object.entries(readings).map(([word, reading]) => `  ${word}: '${reading}',\n`)
  writeFileSync(
    `${root}surveys/definitions/${name}/child-pinyin.ts`,
    `/** How each word of the children's edition is read. Written by \`npm run pinyin\`, corrected by hand. */\nexport const childPinyin: Record<string, string> = {\n${lines.join('')}}\n`,
  )
  console.log(`${name}: ${lines.length} words, ${lines.length - Object.keys(known).length} new`)
}

async function load(path) {
  const { module } = await runnerImport(join(root, path), { root, configFile: false })
  return module
}

function* chineseTexts(value) {
  // What only a guardian reads needs no pinyin.
  if (value === null || typeof value !== 'object' || value.by === 'guardian') return
  if (typeof value['zh-CN'] === 'string') yield value['zh-CN']
  else for (const inner of Object.values(value)) yield* chineseTexts(inner)
}

// Read as a whole sentence, because a character's reading depends on what stands around it.
function addReadings(text, readings) {
  const syllables = pinyin(text, { type: 'all' }).map((one) => one.pinyin)
  for (const { segment, index } of words.segment(text)) {
    if (!/^\p{Script=Han}+$/u.test(segment) || spell(segment, readings)) continue
    readings[segment] = syllables.slice(index, index + segment.length).join(' ')
  }
}
