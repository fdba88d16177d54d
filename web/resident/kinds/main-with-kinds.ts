import './kinds-page.ts'
// After the kinds, whose fields it fills from a draft.
import '../main.ts'
