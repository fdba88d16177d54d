import { drawFindings } from './charts/draw-findings.ts'
import { wakePrintButtons } from './print-button.ts'
import { letTablesRest } from './tables-at-rest.ts'

drawFindings(document)
letTablesRest(document)
wakePrintButtons(document)
