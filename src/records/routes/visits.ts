import { z } from 'zod';
import { getPlace } from '#/delivery/door.ts';
import { Problem } from '#/kernel/problem.ts';
import { read } from '#/platform/module.ts';
import { mayVisitFor } from '../actions/visits.ts';
import { definitionOn } from '../rules/definition.ts';
import { listDefinitions } from '../store/definitions.ts';
import { listVisitFacts, listVisits } from '../store/visits/visits.ts';

const visitsRead = read({
  path: '/records/visits',
  permission: 'records.visit',
  query: z.object({ promiseId: z.uuid(), purpose: z.string().trim().min(2).max(100) }),
  summary: 'the visits of one promise, opened for a stated purpose',
  audited: ({ promiseId, purpose }) => ({ promiseId, purpose }),
  async run(reader, { promiseId }) {
    if (!mayVisitFor(reader.actor, await getPlace(reader, promiseId))) throw new Problem(403, 'not-allowed');
    const definition = definitionOn(await listDefinitions(reader, [promiseId]), reader.today);
    return { visits: await listVisits(reader, promiseId), counts: definition?.spec.kind === 'visits' ? definition.spec.counts : 'visits' };
  },
});

const countsRead = read({
  path: '/records/visit-counts',
  permission: 'records.read',
  query: z.object({ promiseId: z.uuid() }),
  summary: 'how many visits, families and settled needs; nothing about anybody',
  async run(reader, { promiseId }) {
    const facts = await listVisitFacts(reader, promiseId);
    return {
      visits: facts.length,
      families: new Set(facts.map((it) => it.familyKey)).size,
      settled: facts.reduce((sum, it) => sum + it.settledOn.length, 0),
    };
  },
});

export const visitReads = [visitsRead, countsRead];
