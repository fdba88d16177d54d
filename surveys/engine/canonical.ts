/** JSON with the keys of every object in order and no spaces: the same content is always the same text. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  return canonicalObject(value as Record<string, unknown>)
}

function canonicalObject(value: Record<string, unknown>): string {
  let fields = ''
  // `sort` compares code units, the order every language can reproduce.
  for (const key of Object.keys(value).sort()) {
    const inner = value[key]
    if (inner === undefined) continue
    fields += `${fields === '' ? '' : ','}${quoted(key)}:${canonicalJson(inner)}`
  }
  return `{${fields}}`
}

// Most strings are ids, which need no escaping; telling so is cheaper than asking for it.
const quoted = (text: string) => (/^\w*$/.test(text) ? `"${text}"` : JSON.stringify(text))
