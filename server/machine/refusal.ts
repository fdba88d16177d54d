/** The reason why the server does not start, said in plain lines instead of a stack. */
export class Refusal extends Error {
  readonly lines: string[]
  constructor(lines: string[]) {
    super(lines.join('\n'))
    this.lines = lines
  }
}

/** Runs a command; a refusal is printed line by line and ends it with 1, anything else is a bug and shows itself. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    for (const line of error.lines) console.error(line)
    process.exitCode = 1
  }
}
