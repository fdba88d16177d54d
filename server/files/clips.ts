import { clipsOf } from '../../db/files.ts'
import { type Clip, tongues } from '../../web/resident/aloud/clips.tsx'
import type { AppContext } from '../host.ts'
import type { Asked } from '../responses/asked.ts'
import { addressOf } from './file-types.ts'

/** The recordings that go with the questions of this edition, whatever version of it is asked. */
export async function clipsFor(
  c: AppContext,
  { consultation, audience }: Asked,
): Promise<readonly Clip[]> {
  // Where files are not kept, none can be fetched.
  if (!c.get('host').files) return []
  const clips = await clipsOf(c.get('store'), consultation.id, audience)
  const order = Object.keys(tongues)
  const inOrder = clips.toSorted((a, b) => order.indexOf(a.locale) - order.indexOf(b.locale))
  return inOrder.map(({ id, question, locale, contentType }) => ({
    ...{ question, locale, address: addressOf(id, contentType), type: contentType },
  }))
}
