import path from 'node:path';
import { runTimers } from '#/orders/actions/timers.ts';
import { readConfig } from '#/platform/config.ts';
import { openInstallation } from '#/shells/cli/installation.ts';
import { mustIn } from '../../seed/people.ts';

/** What the calendar does about the orders of the month's district, at once instead of within ten minutes. */
const config = readConfig(process.env, path.join(import.meta.dirname, '..', '..'));
if ('variable' in config) throw new Error(config.variable);
const installation = await openInstallation({ config, isStart: true, say: () => {} });
await mustIn(installation.composition, '990004')(runTimers, { limit: 2000 });
await installation.close();
process.exit(0);
