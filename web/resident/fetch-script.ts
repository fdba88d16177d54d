import { byId, make } from './dom.ts'

/** Fetches a script that comes beside the page script. One that is there already does not run again. */
export function fetchScript(src = '') {
  document.head.append(Object.assign(make('script', ''), { type: 'module', src }))
}

/** The script that shows what waits on this phone: only where something waits, or soon may. */
export const fetchLettersScript = () => fetchScript(byId('main')?.dataset.letters)
