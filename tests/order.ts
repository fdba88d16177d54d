import { BaseSequencer, type TestSpecification } from 'vitest/node'

// A file that takes long and is looked at last leaves the other cores with nothing to do.
const long = /\/(e2e|hosts|exports|faults)\/|protect-tables/

/** Journeys in a browser and what starts other programs first, then the rest, the longest first in both. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}
