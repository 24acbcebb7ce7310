import { z } from 'zod';
import { boardOn, getPlace, listSourceDecisions, loadBoard } from '#/delivery/door.ts';
import { civilDate } from '#/kernel/civil-date.ts';
import { listAreas } from '#/planning/door.ts';
import { read } from '#/platform/module.ts';
import { findProgramme } from '#/programme/door.ts';
import { townshipsIn } from '../rules/areas.ts';
import { definitionOn } from '../rules/definition.ts';
import { countsOfRoster } from '../rules/people/spec.ts';
import { coverageOf } from '../rules/people/suppress.ts';
import { everyPlace, placeMonths } from '../rules/place-months.ts';
import { publicPlaces } from '../rules/public-parts.ts';
import { listDefinitions, listPastDefinitions } from '../store/definitions.ts';
import { kindOf } from '../store/kinds.ts';
import { fourNumbers } from '../store/people/count.ts';
import { findWhole } from '../store/people/whole.ts';
import { earlierParts } from '../store/public-parts.ts';
import { publishedOf } from '../store/published.ts';
import { loadSaid } from '../store/said.ts';
import { seriesOf } from '../store/series.ts';

const figureRead = read({
  path: '/records/figure',
  permission: 'records.read',
  query: z.object({
    promiseId: z.uuid(),
    scope: z.uuid().optional(),
    from: civilDate.optional(),
    to: civilDate.optional(),
    asOf: civilDate.optional(),
  }),
  summary: '一个数: what is counted, what is reported beside it, and its parts by township and month',
  async run(reader, { promiseId, scope = null, from, to, asOf = reader.today }) {
    const { programme, promise, project } = await getPlace(reader, promiseId);
    const stored = (await findProgramme(reader, programme.id))!;
    const { board } = await loadBoard(reader, stored, asOf);
    const standing = board.projects.flatMap((it) => it.promises).find((it) => it.promise.id === promiseId)!;
    const versions = await listPastDefinitions(reader, [promiseId]);
    const inForce = versions.filter((it) => it.replacedBy === null);
    const definition = definitionOn(inForce, asOf);
    const asked = { promiseId, scope, asOf, period: { from: from ?? programme.from, to: to ?? programme.to } };
    const allAreas = await listAreas(reader);
    const areas = new Map(allAreas.map((it) => [it.id, it.name]));
    const base = {
      promise,
      projectId: project.id,
      standing: { done: standing.done, doneOn: standing.doneOn, doneFrom: standing.doneFrom },
      versions,
      sourceDecisions: await listSourceDecisions(reader, promiseId),
    };
    if (definition === null) return { ...base, said: null, counted: null, coverage: null, parts: null, four: null, series: null };
    const { spec } = definition;
    const { whole, ...table } = await kindOf(spec).parts(reader, spec, asked);
    const counted = { ...(whole ?? (await kindOf(spec).count(reader, spec, asked))), versionNo: definition.versionNo };
    const roster = spec.kind === 'people' && countsOfRoster(spec) ? await findWhole(reader, spec.rosterId, scope) : null;
    const earlier = await earlierParts(reader, definition, (await publishedOf(reader, programme.id)).get(promiseId) ?? []);
    const inPublic = publicPlaces(spec, { byPlace: everyPlace(table) }, { areaNames: areas, earlier }) ?? [];
    const shown = new Map(inPublic.map((it) => [it.name, it.count]));
    const { places, whole: byMonth, ...rest } = placeMonths(table, townshipsIn(allAreas, scope), { ...asked.period, asOf });
    return {
      ...base,
      said: await loadSaid(reader, definition, asked),
      counted,
      coverage: roster === null || roster.total === 0 ? null : { ...roster, ...coverageOf(counted.numerator, roster) },
      four: spec.kind === 'people' ? await fourNumbers(reader, spec, asked) : null,
      series: spec.kind === 'people' ? await seriesOf(reader, spec, asked) : null,
      parts: {
        ...{ ...rest, byMonth },
        byPlace: places.map((it) => {
          const name = areas.get(it.areaId ?? '') ?? null;
          return { ...it, name, shown: shown.get(name) ?? null };
        }),
      },
    };
  },
});

const countedRead = read({
  path: '/records/promises',
  permission: 'records.read',
  query: z.object({ year: z.coerce.number().int() }),
  summary: '计数口径一览: the promises of a list, which have a definition, and which count from records',
  async run(reader, { year }) {
    const board = await boardOn(reader, { year });
    if (board === null) return { promises: [] };
    const all = board.projects.flatMap(({ project, promises }) => promises.map((it) => ({ project, standing: it })));
    const definitions = await listDefinitions(
      reader,
      all.map((it) => it.standing.promise.id),
    );
    return {
      promises: all.map(({ project, standing }) => ({
        project: { id: project.id, no: project.no, name: project.name },
        promise: standing.promise,
        done: standing.done,
        doneFrom: standing.doneFrom,
        definition: definitions.findLast((it) => it.promiseId === standing.promise.id) ?? null,
      })),
    };
  },
});

export const figureReads = [figureRead, countedRead];
