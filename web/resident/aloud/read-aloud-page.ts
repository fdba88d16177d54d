import { byId } from '../dom.ts'
import { readAloud } from './read-aloud.ts'

const form = byId('form')
const data = byId('sheet')
if (form instanceof HTMLFormElement && data) readAloud(form, JSON.parse(data.textContent ?? '{}'))
