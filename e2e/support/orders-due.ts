import { runTimers } from '#/orders/actions/timers.ts';
import { mustIn } from '../../seed/people.ts';
import { closeAndExit, installationHere } from './opening.ts';

/** What the calendar does about the orders of the month's district, at once instead of within ten minutes. */
const { installation } = await installationHere();
await mustIn(installation.composition, '990004')(runTimers, { limit: 2000 });
await closeAndExit(installation);
