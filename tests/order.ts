import { BaseSequencer, type TestSpecification } from 'vitest/node'

// A file that takes long and is looked at last leaves the other cores with nothing to do.
const long = /\/e2e\/|attack|protect-tables|\/hosts\/|\/faults\//

/** Journeys in a browser first, then the rest, the largest first in both. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}
