import type { Module } from '#/platform/module.ts';
import { setResponsibleUnits } from './actions/responsible.ts';
import { takeVoted } from './actions/take-voted.ts';
import { adjustPromise, discardDraft, freezeList, readList, readProgress, setOverseeingLeader, storeDraft } from './actions.ts';
import { programmeReads } from './routes.ts';

export const programmeModule: Module = {
  name: 'programme',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [
    readList,
    storeDraft,
    discardDraft,
    readProgress,
    freezeList,
    adjustPromise,
    setOverseeingLeader,
    setResponsibleUnits,
    takeVoted,
  ],
  reads: programmeReads,
  permissions: {
    'programme.read': ['office', 'leader', 'unit-head', 'deputy-head', 'liaison', 'audit-admin'],
    'programme.prepare': ['office'],
    'programme.freeze': ['office'],
    'programme.adjust': ['office'],
    'programme.set-overseeing-leader': ['office'],
    'programme.set-responsible-units': ['office'],
  },
};
