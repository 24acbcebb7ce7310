import type { Module } from '#/platform/module.ts';
import { editBulletinText, issueBulletin, prepareBulletin, recordStatement, withdrawStatement } from './actions/bulletins.ts';
import { issueCorrection } from './actions/corrections.ts';
import { attachScan, returnDocument, setCirculation, submitDocument, takeDocumentStep } from './actions/documents.ts';
import { leaveLineOut, restoreLine, wordDecision } from './actions/left-out.ts';
import { freezeMonth } from './actions/month-figures.ts';
import { setStandingText } from './actions/standing-texts.ts';
import { freezeClosedMonth } from './jobs.ts';
import { bulletinReads } from './routes/bulletins.ts';
import { documentReads } from './routes/documents.ts';
import { pageReads } from './routes/pages.ts';

export const supervisionModule: Module = {
  name: 'supervision',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [
    ...[prepareBulletin, editBulletinText, submitDocument, takeDocumentStep, returnDocument, attachScan, issueBulletin],
    ...[leaveLineOut, restoreLine, wordDecision, setCirculation, setStandingText],
    ...[recordStatement, withdrawStatement, issueCorrection, freezeMonth],
  ],
  jobs: [freezeClosedMonth],
  reads: [...bulletinReads, ...documentReads, ...pageReads],
  permissions: {
    'supervision.read': ['office', 'leader', 'unit-head', 'deputy-head', 'liaison'],
    'supervision.read-documents': ['office', 'leader'],
    'supervision.bulletin': ['office'],
    'supervision.take-step': ['office', 'leader'],
    'supervision.set-circulation': ['office'],
    'supervision.set-texts': ['office'],
    'supervision.record-statement': ['office'],
  },
};
