import { adoptReport } from '#/delivery/actions/adopting.ts';
import { proposeReports } from '#/delivery/actions/proposals.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import type { Actor } from '#/platform/roles.ts';
import { freezeList, storeDraft } from '#/programme/actions.ts';
import { type Draft, type DraftProject, type DraftPromise, emptyPromise } from '#/programme/rules/draft.ts';
import { parseItem } from '#/programme/rules/parse/item.ts';
import type { CountingRule, Measure, ProgrammeKind, ProgrammeOrigin } from '#/programme/rules/programme.ts';
import type { Must } from './people.ts';

/** What the page says of one promise on the day of the demo; nothing in between is made up. */
export type SeedReport = {
  readonly value?: number;
  readonly measureUnit?: string;
  /** True when the page counts something else than was promised. */
  readonly isOtherMeasure?: boolean;
  readonly stage?: string;
  readonly text: string;
};

export type SeedPromise = {
  readonly verb: string;
  readonly object: string;
  readonly measure?: Measure;
  readonly target?: number;
  readonly measureUnit: string;
  readonly approx?: boolean;
  readonly bound?: 'exact' | 'at_least' | 'at_most';
  /** The quantity as it stands in the project's text. */
  readonly printed?: string;
  readonly accepts?: CountingRule['accepts'];
  readonly report?: SeedReport;
};

export type SeedProject = {
  readonly no: string;
  readonly name: string;
  readonly text: string;
  readonly leadUnit?: string;
  readonly supportingUnits?: readonly string[];
  readonly note?: string;
  readonly promises: readonly SeedPromise[];
};

export type SeedList = {
  readonly district: string;
  readonly year: number;
  readonly kind?: ProgrammeKind;
  readonly origin: ProgrammeOrigin;
  readonly title: string;
  readonly source: string;
  readonly frozenFor: string;
  readonly asOf: CivilDate;
  readonly projects: readonly SeedProject[];
};

export type Placed = { readonly no: string; readonly promise: DraftPromise; readonly report: SeedReport | undefined };

/** Freezes a list and adopts the page's reports, through the commands that the workspace uses. */
export async function seedList(must: Must, list: SeedList, office: Actor): Promise<string> {
  const frozen = await freezeSeed(must, list, office);
  await reportSeed(must, frozen, list.asOf, office);
  return frozen.programmeId;
}

/** A list that was frozen, with what its page says of each promise. */
export type FrozenSeed = { readonly programmeId: string; readonly placed: readonly Placed[] };

export async function freezeSeed(must: Must, list: SeedList, office: Actor): Promise<FrozenSeed> {
  const programmeId = newId();
  const placed: Placed[] = [];
  const projects = list.projects.map((project) => draftProject(project, list.year, placed));
  const draft: Draft = {
    year: list.year,
    title: list.title,
    kind: list.kind ?? 'ten-things',
    origin: list.origin,
    from: `${list.year}-01-01` as CivilDate,
    to: `${list.year}-12-31` as CivilDate,
    source: { name: list.source, digest: null },
    progressAsOf: null,
    projects,
  };
  await must(storeDraft, { programmeId, draft }, office);
  await must(freezeList, { programmeId, reason: list.frozenFor }, office);
  return { programmeId, placed };
}

/** Adopts what is known of the promises on a day. */
export async function reportSeed(must: Must, { programmeId, placed }: FrozenSeed, asOf: CivilDate, office: Actor): Promise<void> {
  for (const { promise, report } of placed) {
    if (report === undefined) continue;
    const read = { programmeId, contents: [contentOf(promise, report, asOf)] };
    const { reportIds } = await must<{ reportIds: string[] }>(proposeReports, read, office);
    await must(adoptReport, { reportId: reportIds[0] }, office);
  }
}

function contentOf(promise: DraftPromise, report: SeedReport, asOf: CivilDate): object {
  const measureUnit = report.measureUnit ?? promise.measureUnit;
  const accepted = promise.countingRule?.accepts.find((it) => it.measureUnit === measureUnit);
  return {
    promiseId: promise.id,
    asOf,
    valueKind: report.value === undefined ? null : 'cumulative',
    value: report.value ?? null,
    measureUnit,
    inMeasure: report.isOtherMeasure !== true,
    stage: report.stage ?? null,
    text: report.text,
    overrides: accepted === undefined ? [] : [{ check: 'other-unit', reason: accepted.reason }],
  };
}

function draftProject(
  { no, name, text, leadUnit, supportingUnits = [], note, promises }: SeedProject,
  year: number,
  placed: Placed[],
): DraftProject {
  const { promises: phrases, commitments } = parseItem(text, { year });
  return {
    id: newId(),
    no,
    name,
    text,
    levels: ['district'],
    note: note ?? null,
    leadUnit: leadUnit === undefined ? null : { unitId: null, name: leadUnit },
    supportingUnits: supportingUnits.map((it) => ({ unitId: null, name: it })),
    promises: promises.map((it) => {
      const promise = draftPromise(it, text);
      placed.push({ no, promise, report: it.report });
      return promise;
    }),
    withoutNumber: 'later',
    phrases,
    commitments,
    progress: null,
  };
}

function draftPromise(it: SeedPromise, text: string): DraftPromise {
  const start = it.printed === undefined ? -1 : text.indexOf(it.printed);
  if (it.printed !== undefined && start < 0) throw new Error(`demo: “${it.printed}” does not stand in “${text}”`);
  return {
    ...emptyPromise(),
    verb: it.verb,
    object: it.object,
    measure: it.measure ?? 'cumulative',
    target: it.target ?? null,
    measureUnit: it.measureUnit,
    approx: it.approx ?? false,
    bound: it.bound ?? 'exact',
    start: start < 0 ? null : start,
    end: start < 0 ? null : start + it.printed!.length,
    countingRule: it.accepts === undefined ? null : { counts: '', when: '', proof: '', accepts: it.accepts },
    settledLater: it.target === undefined || it.measure === 'milestone-set',
  };
}
