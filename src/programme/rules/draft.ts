import { type CivilDate, isCivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import type { ParsedCommitment, ParsedProgress, ParsedPromise } from './parse/parsed.ts';
import type { CountingRule, ProgrammeKind, ProgrammeOrigin, ProgrammePromise, Project } from './programme.ts';

/** 读出的数量短语: what the reader finds in a sentence. Its `kind` says what the number is; only `output` and `level` are promises at first. */
export type ReadPhrase = ParsedPromise;

/** 读出的一项: one row of a published list as the reader returns it, with the columns that stood beside the text. */
export type ReadItem = {
  readonly n: string;
  readonly text: string;
  readonly promises: readonly ReadPhrase[];
  readonly commitments: readonly ParsedCommitment[];
  readonly progressText: string | null;
  readonly progress: ParsedProgress | null;
  readonly name?: string | null;
  readonly leadUnit?: string | null;
  readonly supportingUnits?: readonly string[];
  readonly note?: string | null;
};

/** 清单上的单位: a known unit by its id, or a new one (id null) that freezing the list creates under this name. */
export type DraftUnit = { readonly unitId: string | null; readonly name: string };

/** 节点（分步骤）: one dated step of a promise that has no number; weights of a promise add up to 100. */
export type DraftStep = { readonly id: string; readonly title: string; readonly dueOn: CivilDate | null; readonly weight: number };

/** 清单草稿中的承诺: the promise as it will be frozen, and its steps where it is a milestone set. Its place in the list is its position. */
export type DraftPromise = Omit<ProgrammePromise, 'projectId' | 'position'> & { readonly steps: readonly DraftStep[] };

/** 进展中的一个数: a figure of the progress column, matched to a promise by a person. `countedAs` is the recorded reason for another unit (期 counted as 场). */
export type DraftValue = {
  readonly id: string;
  readonly quantity: number;
  readonly measureUnit: string;
  readonly object: string;
  readonly promiseId: string | null;
  readonly countedAs: string | null;
};

/** 进展中的阶段: a stage word of the progress column, said of one promise. */
export type DraftStage = { readonly id: string; readonly stage: string; readonly promiseId: string | null };

/** 拟报进展: the progress text of one item and what it says of which promise; becomes reports only when `confirmed`. */
export type DraftProgress = {
  readonly text: string;
  readonly percent: number | null;
  readonly values: readonly DraftValue[];
  readonly stages: readonly DraftStage[];
  readonly confirmed: boolean;
};

/** 清单草稿中的一项. `withoutNumber` is what was decided for an item that has no promise yet. */
export type DraftProject = Pick<Project, 'id' | 'no' | 'name' | 'text' | 'levels' | 'note'> & {
  readonly leadUnit: DraftUnit | null;
  readonly supportingUnits: readonly DraftUnit[];
  readonly promises: readonly DraftPromise[];
  readonly withoutNumber: 'undecided' | 'later';
  /** Everything the reader found, also what is no promise (benefit, scope, part); positions in `text`. */
  readonly phrases: readonly ReadPhrase[];
  readonly commitments: readonly ParsedCommitment[];
  readonly progress: DraftProgress | null;
};

/** 清单草稿: a list between reading and freezing. The server stores it as it stands. */
export type Draft = {
  readonly year: number;
  readonly title: string;
  readonly kind: ProgrammeKind;
  readonly origin: ProgrammeOrigin;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Where the list was read from; the digest is that of the stored file. */
  readonly source: { readonly name: string; readonly digest: string | null };
  /** 截至日期 of the progress column; asked, never guessed. */
  readonly progressAsOf: CivilDate | null;
  readonly projects: readonly DraftProject[];
};

export type KnownUnit = { readonly id: string; readonly name: string; readonly aliases: readonly string[] };

export function draftFromItems(items: readonly ReadItem[], head: Omit<Draft, 'projects'>, units: readonly KnownUnit[] = []): Draft {
  return { ...head, projects: items.map((item) => projectFromItem(item, units)) };
}

/** The settings of a new list: a list's period is its calendar year unless entered. */
export function newDraftHead(year: number, title: string, source: Draft['source']): Omit<Draft, 'projects'> {
  return {
    year,
    title,
    kind: 'ten-things',
    origin: 'government',
    from: `${year}-01-01` as CivilDate,
    to: `${year}-12-31` as CivilDate,
    source,
    progressAsOf: null,
  };
}

export function projectFromItem(item: ReadItem, units: readonly KnownUnit[] = []): DraftProject {
  const promises = item.promises
    .filter(({ kind }) => kind === 'output' || kind === 'level')
    .map((phrase) => promiseFromPhrase(phrase, item));
  return {
    id: newId(),
    no: item.n,
    name: item.name || nameOf(item.text),
    text: item.text,
    levels: ['district'],
    note: item.note ?? null,
    leadUnit: item.leadUnit ? matchUnit(item.leadUnit, units) : null,
    supportingUnits: (item.supportingUnits ?? []).map((name) => matchUnit(name, units)),
    promises,
    withoutNumber: 'undecided',
    phrases: item.promises,
    commitments: item.commitments,
    progress: item.progressText ? progressFrom(item.progressText, item.progress, promises) : null,
  };
}

/** A short name for a row that prints none: its text up to the first comma or stop. */
export function nameOf(text: string): string {
  return (text.split(/[，,。；;：:\n]/)[0] ?? text).replace(/^(实施|推进)/, '').slice(0, 40);
}

export function promiseFromPhrase(phrase: ReadPhrase, item: Pick<ReadItem, 'text' | 'commitments'>): DraftPromise {
  const onlyCommitment = item.commitments.length === 1 ? item.commitments[0]! : null;
  const isWork = isSingleWork(phrase);
  return {
    ...emptyPromise(),
    verb: phrase.verb,
    object: phrase.verb === '' ? serviceFor(phrase, item.text) : phrase.object,
    measure: isWork ? 'milestone-set' : phrase.unit === '%' ? 'ratio' : phrase.kind === 'level' ? 'stock' : 'cumulative',
    settledLater: isWork,
    direction: phrase.bound === 'at_most' ? 'lower' : 'higher',
    target: phrase.quantity,
    targetMax: phrase.quantityMax,
    measureUnit: phrase.unit,
    approx: phrase.approx,
    bound: phrase.bound,
    start: phrase.start,
    end: phrase.end,
    dueOn: onlyCommitment?.by && isCivilDate(onlyCommitment.by) ? onlyCommitment.by : null,
  };
}

/**
 * 单项工程: one thing to be built moves by steps, not by counting. Counted as 0 of 1 it would be red from spring to the day it opens, so it
 * begins as a milestone set whose steps are settled later (a station built, a sewer laid: weighted steps, each 0 or 1 with evidence).
 */
function isSingleWork({ quantity, quantityMax, unit, verb }: ReadPhrase): boolean {
  const isOne = quantity === 1 && quantityMax === null;
  return isOne && ['个', '处', '座', '所', '家', '条', '项', '幢', '栋'].includes(unit) && /建|打造|改造|修/.test(verb);
}

/** People are counted, but what is promised to them is the service behind their name: `免费体检（老年人）`, not `老年人`. */
function serviceFor({ object, end, unit }: ReadPhrase, text: string): string {
  if (!['', '人', '名', '位', '户', '人次', '对'].includes(unit)) return object;
  const clause = /^[^，,。；;\n]*/.exec(text.slice(end))![0];
  const at = object === '' ? -1 : clause.indexOf(object);
  const service = at < 0 ? '' : clause.slice(at + object.length).replace(/^(等|对象)+/, '');
  return /^(免费|提供|开展|接种|购买|办理|实施|发放|进行|组织|举办)/.test(service)
    ? `${service.replace(/^(提供|开展|进行|实施)/, '')}（${object}）`
    : object;
}

export function emptyPromise(): DraftPromise {
  return {
    id: newId(),
    verb: '',
    object: '',
    measure: 'cumulative',
    direction: 'higher',
    target: null,
    targetMax: null,
    measureUnit: '',
    approx: false,
    bound: 'exact',
    start: null,
    end: null,
    countingRule: null,
    quarterTargets: [null, null, null, null],
    dueOn: null,
    settledLater: false,
    steps: [],
  };
}

export const EMPTY_RULE: CountingRule = { counts: '', when: '', proof: '', accepts: [] };

/** Finds the unit by name or alias, ignoring the district's own name before it (云冈区教育局 is 教育局). */
export function matchUnit(name: string, units: readonly KnownUnit[]): DraftUnit {
  const plain = (text: string) => text.trim().replace(/^[\u4e00-\u9fff]{2,6}?[市区县](?=[\u4e00-\u9fff]{2,})/, '');
  const found =
    units.find((unit) => [unit.name, ...unit.aliases].includes(name.trim())) ??
    units.find((unit) => [unit.name, ...unit.aliases].some((known) => plain(known) === plain(name)));
  return found ? { unitId: found.id, name: found.name } : { unitId: null, name: name.trim() };
}

/** Words counted in one family: a report in a sister unit is offered, and asks for a recorded reason. */
const SISTERS = [
  ['场', '场次', '期', '次'],
  ['人', '名', '位', '人次', ''],
  ['处', '个', '座', '所'],
  ['户', '家'],
] as const;

export function areSisters(a: string, b: string): boolean {
  return a !== b && SISTERS.some((family) => (family as readonly string[]).includes(a) && (family as readonly string[]).includes(b));
}

/** Matches the figures of a progress text to promises: the same or a sister unit and words in common; what fits nowhere is left to the person. */
export function progressFrom(text: string, read: ParsedProgress | null, promises: readonly DraftPromise[]): DraftProgress {
  const taken = new Set<string>();
  const likely = (read?.values ?? [])
    .filter((value) => value.unit !== '%')
    .map(({ quantity, unit, object }): DraftValue => {
      const free = promises.filter(({ id }) => !taken.has(id));
      const promiseId = bestPromise({ unit, object }, free);
      if (promiseId) taken.add(promiseId);
      return { id: newId(), quantity, measureUnit: unit, object, promiseId, countedAs: null };
    });
  const values = likely.map((value) => matchOnlyOne(value, likely, promises, taken));
  const silent = promises.filter(({ id, measure }) => !taken.has(id) && measure !== 'milestone-set');
  const stages = read?.stage ? [{ id: newId(), stage: read.stage, promiseId: silent.length === 1 ? silent[0]!.id : null }] : [];
  return { text, percent: read?.percent ?? null, values, stages, confirmed: false };
}

/** The one figure left in a unit is offered for the one promise left in that unit, where their words touch at all. */
function matchOnlyOne(value: DraftValue, all: readonly DraftValue[], promises: readonly DraftPromise[], taken: Set<string>): DraftValue {
  const left = promises.filter(({ id, measureUnit }) => measureUnit === value.measureUnit && !taken.has(id));
  const rivals = all.filter(({ promiseId, measureUnit }) => promiseId === null && measureUnit === value.measureUnit);
  if (value.promiseId !== null || left.length !== 1 || rivals.length !== 1 || likeness(left[0]!.object, value.object) === 0) return value;
  taken.add(left[0]!.id);
  return { ...value, promiseId: left[0]!.id };
}

function bestPromise(value: { readonly unit: string; readonly object: string }, promises: readonly DraftPromise[]): string | null {
  const scored = promises
    .filter(
      ({ measureUnit, measure }) => measure !== 'milestone-set' && (measureUnit === value.unit || areSisters(measureUnit, value.unit)),
    )
    .map((promise) => ({
      id: promise.id,
      score: likeness(`${promise.verb}${promise.object}`, value.object) + (promise.measureUnit === value.unit ? 0.1 : 0),
    }))
    .sort((a, b) => b.score - a.score);
  return scored[0] && scored[0].score >= 0.3 ? scored[0].id : null;
}

/** Share of the two-character pairs of the shorter text that the other has too, 0 to 1. */
export function likeness(a: string, b: string): number {
  const pairs = (text: string) => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
  const [left, right] = [pairs(a), pairs(b)];
  const fewer = Math.min(left.size, right.size);
  return fewer === 0 ? 0 : [...left].filter((pair) => right.has(pair)).length / fewer;
}
