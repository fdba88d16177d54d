import type { LexiconChange } from '../surveys/lexicon/lexicon.ts'
import { type By, writeAudited } from './audit.ts'
import type { Store } from './store.ts'

/** How the shipped lists of words were changed at this site, newest first. */
export async function listLexiconChanges(store: Store): Promise<LexiconChange[]> {
  const { rows } = await store.read(
    'SELECT list, word, present FROM lexicon_changes ORDER BY changed_at DESC, word',
  )
  return rows.map((row) => ({
    list: row.list as LexiconChange['list'],
    word: String(row.word),
    present: Number(row.present) === 1,
  }))
}

// The trail names what was changed; a long list is cut.
const longestObject = 200

/** Adds words to a list or takes them out; what was said of them before no longer holds. */
export async function changeLexicon(
  store: Store,
  { list, words, present }: Omit<LexiconChange, 'word'> & { words: readonly string[] },
  { at, actor }: By,
): Promise<void> {
  const action = present ? 'add words' : 'remove words'
  const object = [...`${list} ${words.join(' ')}`].slice(0, longestObject).join('')
  await writeAudited(store, { at, actor, action, object }, [
    {
      sql: `INSERT INTO lexicon_changes (list, word, present, changed_at, changed_by)
        SELECT ?, value, ?, ?, ? FROM json_each(?) WHERE true
        ON CONFLICT DO UPDATE SET present = excluded.present, changed_at = excluded.changed_at,
          changed_by = excluded.changed_by`,
      args: [list, present ? 1 : 0, at, actor, JSON.stringify(words)],
    },
  ])
}

/** The word is treated again as the shipped list has it. */
export async function forgetLexiconChange(
  store: Store,
  { list, word }: Pick<LexiconChange, 'list' | 'word'>,
  { at, actor }: By,
): Promise<void> {
  await writeAudited(store, { at, actor, action: 'restore word', object: `${list} ${word}` }, [
    { sql: 'DELETE FROM lexicon_changes WHERE list = ? AND word = ?', args: [list, word] },
  ])
}
