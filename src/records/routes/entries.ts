import { z } from 'zod';
import { getPlace } from '#/delivery/door.ts';
import { listAreas, listSiteProjects } from '#/planning/door.ts';
import { type Download, read } from '#/platform/module.ts';
import { mayEnterFor } from '../actions/entries.ts';
import { EntryFile, workOutEntries } from '../actions/entry-files.ts';
import { makeEntryTemplate } from '../documents/entry-template.ts';
import { definitionOn } from '../rules/definition.ts';
import { cadencesOf, keptDays } from '../rules/entries/cadence.ts';
import { amountOf, countedEntries, duplicatesOf, lacksWithin } from '../rules/entries/counting.ts';
import { ENTRY_KINDS, type Entry, isCurrent, MONEY_KINDS, type MoneyEntry } from '../rules/entries/entry.ts';
import { moneyRatio } from '../rules/entries/money.ts';
import type { EntrySpec } from '../rules/entries/spec.ts';
import { listDefinitions } from '../store/definitions.ts';
import { getProject, listEntries } from '../store/entries.ts';

/** Promises of the frozen lists with the areas: what a line may be of, and where. */
const promisesRead = read({
  path: '/records/entry-choices',
  permission: 'records.read',
  query: z.object({}),
  summary: 'promises that lines may be entered for, and the areas',
  async run(reader) {
    const { unitId, roles } = reader.actor;
    const isOffice = roles.includes('office') || roles.includes('setup') || roles.includes('leader');
    const projects = (await listSiteProjects(reader)).filter((it) => isOffice || (unitId !== null && it.unitIds.includes(unitId)));
    const areas = (await listAreas(reader)).map(({ id, name, kind }) => ({ id, name, kind }));
    return {
      projects: projects.map(({ programmeId, year, kind, no, name, promises }) => ({ programmeId, year, kind, no, name, promises })),
      areas,
    };
  },
});

const entriesRead = read({
  path: '/records/entries',
  permission: 'records.read',
  query: z.object({ promiseId: z.uuid() }),
  summary: 'the events, works and payments of one promise, with what counts, what lacks, and the cadence',
  async run(reader, { promiseId }) {
    const place = await getPlace(reader, promiseId);
    const { promise, programme } = place;
    const project = await getProject(reader, place.project.id);
    const entries = await listEntries(reader, [promiseId]);
    const current = entries.filter(isCurrent);
    const duplicates = duplicatesOf(current);
    const definition = definitionOn(await listDefinitions(reader, [promiseId]), reader.today);
    const spec = definition === null ? null : entrySpecOf(definition.spec);
    const window = { from: programme.from, to: reader.today < programme.to ? reader.today : programme.to, areas: null };
    const kept = keptDays(spec, current, window);
    const counted = spec === null ? null : countedEntries(spec, current, window);
    return {
      promise: { id: promise.id, verb: promise.verb, object: promise.object, target: promise.target, measureUnit: promise.measureUnit },
      project: { no: project.no, name: project.name },
      mayEnter: mayEnterFor(reader.actor, place),
      period: window,
      spec,
      counted: counted === null ? null : { value: counted.reduce((sum, { value }) => sum + value, 0), records: counted.length },
      entries: entries.toReversed().map((it) => ({
        ...it,
        looksLike: duplicates.get(it.id) ?? null,
        lacks:
          isCurrent(it) && it.state !== 'planned'
            ? lacksWithin(spec ?? DEFAULT_OF[it.kind], it, new Set(duplicates.keys()), programme)
            : [],
        counts: spec !== null && amountOf(spec, it) !== null,
      })),
      cadences: cadencesOf(project.text, (month) => kept.filter((on) => on.startsWith(month)).length, {
        from: programme.from,
        asOf: window.to,
      }),
    };
  },
});

type View = Parameters<typeof lacksWithin>[0];
/** While no definition says what is counted, a line lacks what every line of its kind needs. */
const DEFAULT_OF: Readonly<Record<Entry['kind'], View>> = {
  event: { kind: 'events', eventKind: null, counts: 'held' },
  work: { kind: 'works', workKind: '', measureUnit: '', counts: 'done' },
  money: { kind: 'money', moneyKind: 'premium', counts: 'amount', fenPerUnit: 100 },
};

function entrySpecOf(spec: { readonly kind: string }): EntrySpec | null {
  return ['events', 'works', 'money'].includes(spec.kind) ? (spec as EntrySpec) : null;
}

const ratioRead = read({
  path: '/records/money-ratio',
  permission: 'records.read',
  query: z.object({ promiseId: z.uuid(), over: z.enum(MONEY_KINDS), under: z.enum(MONEY_KINDS), isComplete: z.literal('yes').optional() }),
  summary: 'two sums of money as a ratio, or why there is none',
  async run(reader, { promiseId, over, under, isComplete }) {
    const money = (await listEntries(reader, [promiseId])).filter((it): it is MoneyEntry => it.kind === 'money');
    return moneyRatio(money, over, under, { isComplete: isComplete === 'yes' });
  },
});

const checkRead = read({
  path: '/records/entry-import/check',
  permission: 'records.enter',
  query: EntryFile,
  summary: 'what a table of entries would do, row by row',
  async run(reader, asked) {
    const worked = await workOutEntries(reader, asked);
    return worked.ok ? { ok: true, value: worked.value.report } : worked;
  },
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const templateRead = read({
  path: '/records/entry-import/template',
  permission: 'records.enter',
  query: z.object({ kind: z.enum(ENTRY_KINDS) }),
  async run(_, { kind }): Promise<Download> {
    const { bytes, fileName } = await makeEntryTemplate(kind);
    return { bytes, mediaType: XLSX, fileName };
  },
});

export const entryReads = [promisesRead, entriesRead, ratioRead, checkRead, templateRead];
