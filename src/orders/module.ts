import { dutySource, type Module } from '#/platform/module.ts';
import type { Role } from '#/platform/roles.ts';
import { askExtension, objectToOrder, replyToOrder, signOrder } from './actions/answers.ts';
import { applyForClearing, checkClearing, closeOrder, returnOrder, visitOrder } from './actions/clearing.ts';
import { decideRequest, withdrawOrder } from './actions/decisions.ts';
import { orderFromInstruction, recordInstruction, reportInstruction } from './actions/instructions.ts';
import { issueByOffice } from './actions/issue.ts';
import { addressProposal, carryOutMeasure, decideProposal } from './actions/measures.ts';
import { setProfile } from './actions/profile.ts';
import { drawRevisits, recordRevisit } from './actions/revisits.ts';
import { runTimers } from './actions/timers.ts';
import { setProvinceNumber, urgeOrder } from './actions/urging.ts';
import { timersJob } from './jobs.ts';
import { choiceReads } from './routes/choices.ts';
import { instructionReads } from './routes/instructions.ts';
import { measureReads } from './routes/measures.ts';
import { orderReads } from './routes/orders.ts';
import { paperReads } from './routes/papers.ts';
import { listOrdersDuties } from './store/duties.ts';
import { dutyWords } from './words/duties.ts';

const UNIT: readonly Role[] = ['unit-head', 'deputy-head', 'liaison'];

export const ordersModule: Module = {
  name: 'orders',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [
    ...[issueByOffice, signOrder, replyToOrder, objectToOrder, askExtension, applyForClearing],
    ...[decideRequest, withdrawOrder, urgeOrder, setProvinceNumber],
    ...[checkClearing, visitOrder, closeOrder, returnOrder, drawRevisits, recordRevisit],
    ...[decideProposal, addressProposal, carryOutMeasure, recordInstruction, orderFromInstruction, reportInstruction],
    ...[setProfile, runTimers],
  ],
  reads: [...orderReads, ...choiceReads, ...paperReads, ...instructionReads, ...measureReads],
  jobs: [timersJob],
  duties: dutySource({ words: dutyWords, list: listOrdersDuties }),
  sealed: [{ table: 'orders.instruction', column: 'sealed_body' }],
  permissions: {
    'orders.read': ['office', 'leader', ...UNIT],
    'orders.issue': ['office'],
    'orders.answer': ['office', ...UNIT],
    // What binds the unit is said by its heads.
    'orders.ask': ['office', 'unit-head', 'deputy-head'],
    'orders.decide': ['office'],
    'orders.clear': ['office'],
    'orders.revisit': ['office'],
    'orders.measures': ['office', 'leader'],
    'orders.decide-proposal': ['office', 'leader'],
    'orders.instructions': ['office', 'leader'],
    'orders.instructions-work': ['office'],
    'orders.set-profile': ['office'],
    // Only the installation itself, by the calendar.
    'orders.run-timers': [],
  },
};
