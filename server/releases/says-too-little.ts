import { currentRelease, type Release } from '../../db/releases.ts'
import type { Store } from '../../db/store.ts'
import type { Released } from '../../web/public/released.ts'
import { readSnapshot } from './published.ts'

/**
 * Whether publishing a draft would leave residents with nothing to read, or without the numbers they read now.
 * Replies alone may be published as long as no numbers are.
 */
export async function saysTooLittle(store: Store, draft: Release): Promise<boolean> {
  const released = readSnapshot(draft)
  if (tellsNumbers(released)) return false
  const standing = await currentRelease(store, draft.consultationId)
  const isReplying = (released.suggestions ?? []).length > 0
  return !isReplying || (standing !== undefined && tellsNumbers(readSnapshot(standing)))
}

const tellsNumbers = ({ editions }: Released) => editions.some((one) => one.questions.length > 0)
