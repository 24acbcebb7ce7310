import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { type Act, type Arrival, act, type Caller, type ExecuteDeps, ended, heard, type Known, type Order, type Run } from './act.ts';
import { chainOf } from './chain.ts';
import type { Command, CommonRefusal, Envelope, Outcome } from './command.ts';
import { inCompany } from './company.ts';
import { shared } from './gather.ts';
import { appendEntries, type Ending, isOvertaken } from './journal.ts';
import { inTransaction } from './transaction.ts';

/** Another process may be faster, and then another sender of the same id; a third time is a fault. */
const MOST_TRIES = 5;

/**
 * Runs one command: log-in, permission, rule, writes, journal entry and outcome in one transaction. A refusal rolls back and is stored with
 * its audit line in a transaction of its own; a denial is audited likewise. The same id answers the same outcome; with another body it is 409
 * `reused-id`. A command that was overtaken has left nothing, and runs again.
 */
export async function execute<Input, Value, Refusal, Ahead>(
  deps: ExecuteDeps,
  it: Command<Input, Value, Refusal, Ahead>,
  from: Caller | Arrival,
  sent: Envelope,
): Promise<Outcome<Value, Refusal | CommonRefusal>> {
  const arrival = 'identify' in from ? from : { ...from, identify: async () => ({ actor: from.actor, denied: null }) };
  const order = { it, arrival, sent };
  const outcome = await (it.inCompany ? companyOf(deps, order)(order) : alone(deps, order));
  return outcome as Outcome<Value, Refusal | CommonRefusal>;
}

async function alone(deps: ExecuteDeps, order: Order): Promise<Outcome> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt(deps, order);
    } catch (fault) {
      if (tries === MOST_TRIES || !isOvertaken(fault)) throw fault;
    }
  }
}

async function attempt(deps: ExecuteDeps, order: Order): Promise<Outcome> {
  const known: Known = {};
  const { district } = order.arrival;
  const run = await inTransaction<Run>(deps.world, district, 'read write', async (reader, commit) => {
    const { ending, ...run } = await act(deps, order, reader, known);
    if (ending !== null) await appendEntries([ending], chainOf(deps.world, district), commit);
    return { commit: ending !== null, value: run };
  }).catch((fault: unknown) => heard(deps, order, known, fault));
  return ended(deps, order, known, run);
}

type Company = (order: Order) => Promise<Outcome>;
const companies = new WeakMap<ExecuteDeps, Map<string, Company>>();

/** Orders of one command in one district share transactions. */
function companyOf(deps: ExecuteDeps, { it, arrival }: Order): Company {
  const known = companies.get(deps) ?? new Map<string, Company>();
  const name = `${arrival.district} ${it.name}`;
  const company = known.get(name) ?? inCompany((orders: readonly Order[]) => attemptAll(deps, orders));
  companies.set(deps, known.set(name, company));
  return company;
}

/** Where something goes wrong that may be another's fault, nothing of the company is kept, and each goes alone. */
async function attemptAll(deps: ExecuteDeps, orders: readonly Order[]): Promise<readonly PromiseSettledResult<Outcome>[]> {
  if (orders.length === 1) return Promise.allSettled([alone(deps, orders[0]!)]);
  const known = orders.map((): Known => ({}));
  const acts = await inOneTransaction(deps, orders, known).catch(() => null);
  const after = async (order: Order, i: number) => {
    if (acts === null) return alone(deps, order);
    const end = acts[i]!;
    const run = end.status === 'fulfilled' ? end.value : await heard(deps, order, known[i]!, end.reason);
    return ended(deps, order, known[i]!, run);
  };
  return Promise.allSettled(orders.map(after));
}

function inOneTransaction(
  deps: ExecuteDeps,
  orders: readonly Order[],
  known: readonly Known[],
): Promise<readonly PromiseSettledResult<Act>[]> {
  const { district } = orders[0]!.arrival;
  return inTransaction(deps.world, district, 'read write', async (reader, commit) => {
    const all = shared(reader);
    const acts = await Promise.allSettled(orders.map((order, i) => act(deps, order, all, known[i]!)));
    const endings = acts.flatMap((it, i) => endingIn(it, known[i]!));
    if (endings.length > 0) await appendEntries(endings, chainOf(deps.world, district), commit);
    return { commit: endings.length > 0, value: acts };
  });
}

/** A refusal or a denial concerns its sender alone, as long as he has written nothing. */
function endingIn(it: PromiseSettledResult<Act>, { changes }: Known): readonly Ending[] {
  const ending = it.status === 'fulfilled' ? it.value.ending : null;
  if (ending !== null) return [ending];
  if (it.status === 'rejected' && !(it.reason instanceof Problem || it.reason instanceof z.ZodError)) throw it.reason;
  if (changes?.length) throw new Error('a command that came to nothing had written in company');
  return [];
}
