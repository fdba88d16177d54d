import { byId } from '../dom.ts'
import { improveKinds } from './improve.ts'

const form = byId('form')
if (form) improveKinds(form)
