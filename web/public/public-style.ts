import posterCss from './poster.css?inline'
import resultsCss from './results.css?inline'
import decisionsCss from './styles/decisions.css?inline'

/** What only the pages with released results need; the server allows it by its hash. */
export const resultsStyle: string = resultsCss

/** What only pages that tell of decisions and of suggestions need. */
export const decisionsStyle: string = decisionsCss

/** The whole style of the results poster, which is a sheet of paper and no page of the residents. */
export const posterStyle: string = posterCss
