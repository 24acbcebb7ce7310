import { z } from 'zod';
import { civilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { read } from '#/platform/module.ts';
import { findProgramme, loadProgramme } from '#/programme/door.ts';
import { planOn, stepsOf } from '../rules/board.ts';
import { derivedOn, pointsOf } from '../rules/count-source.ts';
import { partOf } from '../rules/preview.ts';
import { maySee } from '../rules/review.ts';
import { flagsOf } from '../rules/trajectory.ts';
import { boardOn, loadBoard } from '../store/board.ts';
import { listSourceDecisions } from '../store/count-sources.ts';
import { findCounter } from '../store/counters.ts';
import { getPlace } from '../store/place.ts';
import { listPlansOf } from '../store/plans.ts';
import { listReportsOf } from '../store/reports.ts';
import { listVerdicts } from '../store/verdicts.ts';
import { OfYear } from './of-year.ts';

export const boardReads = [
  read({
    path: '/delivery/board',
    permission: 'delivery.read',
    query: OfYear,
    summary: '看板: where every promise of a list stands today, or on the day asked for',
    async run(reader, query) {
      const board = await boardOn(reader, query);
      if (board === null) throw new Problem(404, 'unknown-programme', { year: query.year, kind: query.kind });
      return board;
    },
  }),
  read({
    path: '/delivery/promise',
    permission: 'delivery.read',
    query: z.object({ promiseId: z.uuid(), asOf: civilDate.optional() }),
    summary: '承诺详情: its standing, every report with its corrections, every version of its plan, and the points of its chart',
    async run(reader, { promiseId, asOf = reader.today }) {
      const { programme, project: place } = await getPlace(reader, promiseId);
      const stored = (await findProgramme(reader, programme.id))!;
      const { board, input } = await loadBoard(reader, stored, asOf);
      const project = board.projects.find((it) => it.promises.some(({ promise }) => promise.id === promiseId))!;
      const standing = project.promises.find(({ promise }) => promise.id === promiseId)!;
      const plans = await listPlansOf(reader, promiseId);
      const steps = stepsOf(planOn(standing.promise, plans, stored, asOf));
      const facts = input.reports.filter((it) => it.promiseId === promiseId && it.asOf <= asOf);
      const published = await loadProgramme(reader, stored);
      const derived = derivedOn(input.derived?.[promiseId], input.sourceDays?.[promiseId] ?? [], asOf);
      return {
        programme: board.programme,
        project: project.project,
        leadUnit: project.leadUnit,
        standing,
        points: pointsOf(standing.promise, { derived, facts, asOf, steps }),
        reports: (await listReportsOf(reader, promiseId)).filter((it) => maySee(it, place, reader.actor)),
        verdicts: (await listVerdicts(reader, programme.id)).filter((it) => it.promiseId === promiseId),
        board: partOf(input, promiseId),
        plans: plans.map((plan) => ({ plan, flags: flagsOf(plan, stored) })),
        steps: published.steps.filter((it) => it.promiseId === promiseId),
        adjustments: published.adjustments.filter((it) => it.promiseId === promiseId),
        sourceDecisions: await listSourceDecisions(reader, promiseId),
        isDefined: (await findCounter(reader, promiseId)) !== undefined,
        newestOn: facts.at(-1)?.asOf ?? null,
      };
    },
  }),
];
