import type { Pin } from '../../../surveys/engine/answers.ts'
import type { QuestionOf } from '../../../surveys/engine/definition.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { blanks, comma, type Reader, skipped } from './answer-cells.ts'

/** For each option its place. */
export function rankReader({ id, options }: QuestionOf<'rank'>): Reader {
  return {
    columns: options.map((option) => ({
      name: `${id}.${option.id}`,
      meaning: `「${textIn(option.label, 'zh-CN')}」排在第几`,
      values: `数字 / 空：没排它 / ${blanks}`,
    })),
    cells(answer) {
      if (!Array.isArray(answer)) return skipped.repeat(options.length)
      const order: unknown[] = answer
      return options
        .map((option) => comma(order.includes(option.id) ? order.indexOf(option.id) + 1 : ''))
        .join('')
    },
  }
}

/** For each option how much it was given. */
export function budgetReader({ id, options, unit }: QuestionOf<'budget'>): Reader {
  return {
    columns: options.map((option) => ({
      name: `${id}.${option.id}`,
      meaning: `给「${textIn(option.label, 'zh-CN')}」几个${textIn(unit, 'zh-CN')}`,
      values: `数字 / ${blanks}`,
    })),
    cells(answer) {
      if (typeof answer !== 'object' || Array.isArray(answer)) return skipped.repeat(options.length)
      const given = new Map<string, unknown>(Object.entries(answer))
      return options.map((option) => comma(Number(given.get(option.id) ?? 0))).join('')
    },
  }
}

/** For each pin where it stands, what it stands for and what was written beside it. */
export function pinReader({ id, most, categories, comment }: QuestionOf<'pin'>): Reader {
  const labels = new Map(categories?.map((one) => [one.id, textIn(one.label, 'zh-CN')]))
  const parts: [
    part: string,
    meaning: string,
    values: string,
    of: (pin: Pin) => string | number,
  ][] = [
    ['x', '离图的左边', '0–1', ({ x }) => x],
    ['y', '离图的上边', '0–1', ({ y }) => y],
  ]
  if (categories) {
    const kind = ({ category = '' }: Pin) => labels.get(category) ?? category
    parts.push(['category', '种类', [...labels.values()].join(' / '), kind])
  }
  if (comment) parts.push(['comment', '写的话', '文字', (pin) => pin.comment ?? ''])
  const places = Array.from({ length: most }, (_, at) => at + 1)
  const none = comma('').repeat(parts.length)
  return {
    columns: places.flatMap((place) =>
      parts.map(([part, meaning, values]) => ({
        name: `${id}.${place}.${part}`,
        meaning: `第 ${place} 个图钉：${meaning}`,
        values: `${values} / 空：没有这个图钉 / ${blanks}`,
      })),
    ),
    cells(answer) {
      if (!Array.isArray(answer)) return skipped.repeat(parts.length * most)
      const pins = answer.filter((one): one is Pin => typeof one === 'object')
      return places
        .map((place) => {
          const pin = pins[place - 1]
          return pin ? parts.map(([, , , of]) => comma(of(pin))).join('') : none
        })
        .join('')
    },
  }
}
