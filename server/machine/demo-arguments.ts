export interface DemoArguments {
  responses: number
}

const most = 200_000
const usage = `用法 · usage: npm run demo -- [--responses N]，N = 0–${most}`

/** `--responses 500` or `--responses=500`; anything else is named, never guessed at. */
export function readDemoArguments(given: string[]): DemoArguments | { fault: string } {
  let responses = 2000
  const words = given.flatMap((word) => {
    const [, name, value] = word.match(/^(--[a-z]+)=(.*)$/) ?? []
    return name === undefined || value === undefined ? [word] : [name, value]
  })
  for (let i = 0; i < words.length; i += 2) {
    const [name, value] = words.slice(i, i + 2)
    if (name !== '--responses')
      return { fault: `不认识的参数 · unknown argument: ${name}\n${usage}` }
    if (value === undefined || !/^\d{1,7}$/.test(value) || Number(value) > most) {
      return {
        fault: `--responses ${value ?? ''}：必须是 0–${most} 的整数 · must be a whole number\n${usage}`,
      }
    }
    responses = Number(value)
  }
  return { responses }
}
