/** The fields of a page's form as a browser without script would send them. */
export function fieldsOf(page: string): [name: string, value: string][] {
  const form = page.slice(page.indexOf('<form'), page.indexOf('</form>'))
  const fields: [string, string][] = []
  const inputs = /<input[^>]*>|<textarea[^>]*>([^<]*)<\/textarea>|<select.*?<\/select>/gs
  for (const [tag, written] of form.matchAll(inputs)) {
    const name = attribute(tag, 'name')
    if (!name || /type="file"/.test(tag)) continue
    if (tag.startsWith('<select')) {
      fields.push([name, selectedIn(tag)])
      continue
    }
    const picks = /type="(radio|checkbox)"/.test(tag)
    if (picks && !/ checked(=|>| |\/)/.test(tag)) continue
    fields.push([
      name,
      tag.startsWith('<textarea') ? readable(written ?? '') : (attribute(tag, 'value') ?? ''),
    ])
  }
  return fields
}

/** The value of a field that stands once in the form. */
export const fieldOf = (page: string, name: string) =>
  fieldsOf(page).find(([candidate]) => candidate === name)?.[1]

/** The same fields with some changed: `undefined` takes one away. */
export function withFields(
  page: string,
  changes: Record<string, string | string[] | undefined>,
): URLSearchParams {
  const kept = fieldsOf(page).filter(([name]) => !(name in changes))
  const changed = Object.entries(changes).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((one) => [name, one]),
  )
  return new URLSearchParams([...kept, ...changed] as [string, string][])
}

export const post = (fields: URLSearchParams, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  body: fields.toString(),
})

/** The first option where none is selected, as browsers do. */
function selectedIn(select: string): string {
  const options = [...select.matchAll(/<option([^>]*)>([^<]*)/g)]
  const [, tag = '', text = ''] =
    options.find(([, tag]) => / selected/.test(tag ?? '')) ?? options[0] ?? []
  return attribute(tag, 'value') ?? readable(text)
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : readable(found)
}

const readable = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
