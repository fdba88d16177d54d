import elderCss from './elder.css?inline'
import forestCss from './forest.css?inline'
import kindsCss from './kinds.css?inline'
import css from './resident.css?inline'

/** Travels inside every resident page, so that the first view needs one round trip; the server allows it by its hash. */
export const residentStyle: string = css

/** What only the 长辈版 needs. */
export const elderStyle: string = elderCss

/** What only the pages with growing trees need. */
export const forestStyle: string = forestCss

/** What only questionnaires with the rarer kinds of question need. */
export const kindsStyle: string = kindsCss
