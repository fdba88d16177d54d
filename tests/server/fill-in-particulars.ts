import { findConsultation, saveParticulars } from '../../db/consultations.ts'
import type { Particulars } from '../../db/particulars.ts'
import type { Store } from '../../db/store.ts'

/** Somebody at the desk fills in particulars of a consultation, the others as they stand. */
export async function fillInParticulars(
  store: Store,
  id: string,
  changes: Partial<Particulars>,
  at: number,
) {
  const before = await findConsultation(store, id)
  if (!before) throw new Error(`no consultation ${id}`)
  const after = { ...before, particulars: { ...before.particulars, ...changes } }
  const saved = await saveParticulars(store, id, after, { at, actor: 'one' }, before)
  if (!saved) throw new Error('somebody else filled it in meanwhile')
}
