import { dutySource, type Module } from '#/platform/module.ts';
import type { Role } from '#/platform/roles.ts';
import { confirmDraft, decideAppeal, fileAppeal } from './actions/appeals.ts';
import { enterPoints, withdrawPoints } from './actions/entries.ts';
import { openRound, publishRound } from './actions/rounds.ts';
import { setDifficulty, setPriorities, setSheet } from './actions/settings.ts';
import { recordCarryOver, settleYear } from './actions/settlement.ts';
import { roundReads } from './routes/rounds.ts';
import { settingReads } from './routes/settings.ts';
import { settlementReads } from './routes/settlement.ts';
import { listAssessmentDuties } from './store/duties.ts';
import { dutyWords } from './words/duties.ts';

const UNIT: readonly Role[] = ['unit-head', 'deputy-head', 'liaison'];

export const assessmentModule: Module = {
  name: 'assessment',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [
    ...[setSheet, setDifficulty, setPriorities],
    ...[enterPoints, withdrawPoints, openRound, fileAppeal, decideAppeal, confirmDraft, publishRound],
    ...[recordCarryOver, settleYear],
  ],
  reads: [...roundReads, ...settingReads, ...settlementReads],
  permissions: {
    'assessment.read': ['office', 'leader', ...UNIT],
    'assessment.read-all': ['office', 'leader'],
    'assessment.set-sheet': ['office'],
    'assessment.set-priorities': ['office'],
    'assessment.run': ['office'],
    'assessment.appeal': ['office', ...UNIT],
    'assessment.decide-appeal': ['office', 'leader'],
    'assessment.settle': ['office'],
  },
  duties: dutySource({ words: dutyWords, list: listAssessmentDuties }),
};
