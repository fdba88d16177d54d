import { drawFindings } from './charts/draw-findings.ts'
import { watchDownloads } from './export/download-progress.ts'
import { foldRail } from './fold-rail.ts'
import { wakeRecorders } from './media/recorder.ts'
import { wakePrintButtons } from './print-button.ts'
import { wakeReport } from './report/wake-report.ts'
import { letTablesRest } from './tables-at-rest.ts'
import { wakeCodingKeys } from './texts/coding-keys.ts'

foldRail(document)
drawFindings(document)
letTablesRest(document)
wakePrintButtons(document)
wakeRecorders(document)
watchDownloads(document)
wakeReport(document)
wakeCodingKeys(document)
