import { byId } from '../dom.ts'
import { improveKinds } from './improve.ts'

// Before the page script, which fills the fields from a draft.
const form = byId('form')
if (form instanceof HTMLFormElement) improveKinds(form)
