/** What later stages may call on the server: who reported for a period, in time or not, and where figures came from. */
export { reportingRates } from './content/periods.ts';
export { getCalendar, getPeriod } from './store/calendar.ts';
export { listTakenNotes, type TakenNote } from './store/reports.ts';
