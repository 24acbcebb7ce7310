export { adoptReport } from './actions/adopting.ts';
export { enterForUnit, type FormEntry, type SendRefusal } from './actions/entering.ts';
export { correctReport, submitReport } from './actions/reports.ts';
export { trySending } from './actions/try-sending.ts';
export { type BoardQuery, boardOn, type LoadedBoard, loadBoard } from './store/board.ts';
export { getLightSettings, listAcceptances, listApprovedPlans, listMonthLights, listPlansOf } from './store/plans.ts';
export { listReportLines, type ReportLine } from './store/report-lines.ts';
export { listAdoptedFacts, listReportsOf, listWaiting, type StoredReport } from './store/reports.ts';
