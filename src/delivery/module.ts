import type { Module } from '#/platform/module.ts';
import { adoptMany, adoptReport } from './actions/adopting.ts';
import { acceptCompletion, freezeMonthLights, setLightSettings } from './actions/lights.ts';
import { approveTrajectory, proposeTrajectory, withdrawTrajectory } from './actions/plans.ts';
import { proposeReports, takeProgress } from './actions/proposals.ts';
import { correctReport, sendBackReport, submitReport } from './actions/reports.ts';
import { freezeLastMonth } from './jobs.ts';
import { deliveryReads } from './routes.ts';

export const deliveryModule: Module = {
  name: 'delivery',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [
    submitReport,
    correctReport,
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
  ],
  reads: deliveryReads,
  jobs: [freezeLastMonth],
  permissions: {
    'delivery.read': ['office', 'leader', 'unit-head', 'deputy-head', 'liaison'],
    'delivery.report': ['office', 'unit-head', 'deputy-head', 'liaison'],
    'delivery.plan': ['office', 'unit-head', 'deputy-head', 'liaison'],
    'delivery.adopt': ['office'],
    'delivery.approve-plan': ['office'],
    'delivery.set-lights': ['office'],
    'delivery.freeze-lights': ['office'],
  },
};
