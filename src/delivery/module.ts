import { dutySource, type Module } from '#/platform/module.ts';
import { adoptMany, adoptReport } from './actions/adopting.ts';
import { setCountSource } from './actions/count-source.ts';
import { endEntry, resumeEntry, setEntryEnd } from './actions/entry-end.ts';
import { acceptCompletion, freezeMonthLights, setLightSettings } from './actions/lights.ts';
import {
  approvePeriod,
  closePeriod,
  grantLateEntry,
  receivePeriod,
  reopenPeriod,
  unreceivePeriod,
  withdrawPeriod,
} from './actions/periods.ts';
import { approveTrajectory, proposeTrajectory, withdrawTrajectory } from './actions/plans.ts';
import { proposeReports, takeProgress } from './actions/proposals.ts';
import { correctReport, stateUnchanged, submitReport } from './actions/reports.ts';
import { reviewReport, sendBackReport } from './actions/reviewing.ts';
import { setReviewSteps, setVerification } from './actions/settings.ts';
import { drawVerificationSample, verifyReport } from './actions/verification.ts';
import { endEntryOfMonth, freezeLastMonth } from './jobs.ts';
import { boardReads } from './routes/board.ts';
import { periodReads } from './routes/periods.ts';
import { settingReads } from './routes/settings.ts';
import { verificationReads } from './routes/verification.ts';
import { weekReads } from './routes/week.ts';
import { listDeliveryDuties } from './store/duties.ts';
import { dutyWords } from './words/duties.ts';

export const deliveryModule: Module = {
  name: 'delivery',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [
    submitReport,
    correctReport,
    stateUnchanged,
    reviewReport,
    sendBackReport,
    adoptReport,
    adoptMany,
    proposeReports,
    takeProgress,
    proposeTrajectory,
    approveTrajectory,
    withdrawTrajectory,
    setLightSettings,
    freezeMonthLights,
    acceptCompletion,
    approvePeriod,
    withdrawPeriod,
    receivePeriod,
    unreceivePeriod,
    closePeriod,
    reopenPeriod,
    grantLateEntry,
    endEntry,
    resumeEntry,
    drawVerificationSample,
    verifyReport,
    setReviewSteps,
    setVerification,
    setCountSource,
    setEntryEnd,
  ],
  reads: [...boardReads, ...weekReads, ...periodReads, ...verificationReads, ...settingReads],
  jobs: [endEntryOfMonth, freezeLastMonth],
  duties: dutySource({ words: dutyWords, list: listDeliveryDuties }),
  permissions: {
    'delivery.read': ['office', 'leader', 'unit-head', 'deputy-head', 'liaison'],
    'delivery.report': ['office', 'unit-head', 'deputy-head', 'liaison'],
    'delivery.plan': ['office', 'unit-head', 'deputy-head', 'liaison'],
    'delivery.review': ['unit-head', 'deputy-head'],
    'delivery.adopt': ['office'],
    'delivery.approve-period': ['office', 'unit-head', 'deputy-head'],
    'delivery.receive-period': ['office'],
    'delivery.verify': ['office'],
    'delivery.set-review': ['office'],
    'delivery.approve-plan': ['office'],
    'delivery.set-lights': ['office'],
    'delivery.freeze-lights': ['office'],
  },
};
