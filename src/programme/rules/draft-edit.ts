import { newId } from '#/kernel/id.ts';
import {
  type Draft,
  type DraftProgress,
  type DraftProject,
  type DraftPromise,
  type DraftStep,
  emptyPromise,
  likeness,
  nameOf,
  type ReadPhrase,
} from './draft.ts';

export type Selection = { readonly start: number; readonly end: number };

/** Reads a marked piece of text as a quantity with its unit; the sentence reader does it in the wizard, a test may bring its own. */
export type PhraseReader = (text: string) => Pick<ReadPhrase, 'quantity' | 'quantityMax' | 'unit' | 'approx' | 'bound'> | null;

export function changeProject(draft: Draft, projectId: string, change: (project: DraftProject) => DraftProject): Draft {
  return { ...draft, projects: draft.projects.map((project) => (project.id === projectId ? change(project) : project)) };
}

export function changePromise(draft: Draft, promiseId: string, change: Partial<DraftPromise>): Draft {
  const projects = draft.projects.map((project) =>
    project.promises.some(({ id }) => id === promiseId)
      ? {
          ...project,
          promises: project.promises.map((promise) => (promise.id === promiseId ? coherent({ ...promise, ...change }) : promise)),
        }
      : project,
  );
  return { ...draft, projects };
}

/** Only a milestone set has steps; a number printed with it stays to be read, and it is judged by its steps alone. */
function coherent(promise: DraftPromise): DraftPromise {
  if (promise.measure !== 'milestone-set') return { ...promise, steps: [] };
  return { ...promise, quarterTargets: [null, null, null, null] };
}

export function addPromise(draft: Draft, projectId: string, start: Partial<DraftPromise> = {}): Draft {
  const promise = coherent({ ...emptyPromise(), ...start });
  return changeProject(draft, projectId, (project) => ({ ...project, promises: inReadingOrder([...project.promises, promise]) }));
}

/** Removes a promise; figures of the progress column that were matched to it are free again. */
export function removePromise(draft: Draft, promiseId: string): Draft {
  const freed = <Line extends { readonly promiseId: string | null }>(line: Line): Line =>
    line.promiseId === promiseId ? { ...line, promiseId: null } : line;
  const projects = draft.projects.map((project) => ({
    ...project,
    promises: project.promises.filter(({ id }) => id !== promiseId),
    progress: project.progress && {
      ...project.progress,
      values: project.progress.values.map(freed),
      stages: project.progress.stages.map(freed),
    },
  }));
  return { ...draft, projects };
}

/** 设为承诺: makes a promise of the marked words. A mark without a readable quantity becomes a promise by steps with the words as its object. */
export function setPromiseFromSelection(
  draft: Draft,
  projectId: string,
  marked: Selection & { readonly id?: string },
  readPhrase: PhraseReader,
): Draft {
  const project = draft.projects.find(({ id }) => id === projectId);
  if (!project || marked.end <= marked.start) return draft;
  const words = project.text.slice(marked.start, marked.end);
  const known = project.phrases.find(({ start, end }) => start === marked.start && end === marked.end);
  const read = known ?? readPhrase(words);
  if (!read) return addPromise(draft, projectId, { object: words.trim(), measure: 'milestone-set', ...marked });
  const object = known?.object ?? words.replace(/[\d.,，零〇一二三四五六七八九十百千万亿两约近余多]+.*$/u, '').trim();
  return addPromise(draft, projectId, {
    object,
    verb: known?.verb ?? '',
    target: read.quantity,
    targetMax: read.quantityMax,
    measureUnit: read.unit,
    approx: read.approx,
    bound: read.bound,
    direction: read.bound === 'at_most' ? 'lower' : 'higher',
    ...marked,
  });
}

/** 设为数量: takes the marked words as the quantity of a promise; nothing changes when no quantity can be read there. */
export function setQuantityFromSelection(draft: Draft, promiseId: string, marked: Selection, readPhrase: PhraseReader): Draft {
  const read = readPhrase(textOf(draft, promiseId).slice(marked.start, marked.end));
  if (!read) return draft;
  return changePromise(draft, promiseId, {
    measure: read.unit === '%' ? 'ratio' : 'cumulative',
    target: read.quantity,
    targetMax: read.quantityMax,
    measureUnit: read.unit,
    approx: read.approx,
    bound: read.bound,
    ...marked,
  });
}

/** 设为对象. */
export function setObjectFromSelection(draft: Draft, promiseId: string, marked: Selection): Draft {
  return changePromise(draft, promiseId, { object: textOf(draft, promiseId).slice(marked.start, marked.end).trim() });
}

function textOf(draft: Draft, promiseId: string): string {
  return draft.projects.find((project) => project.promises.some(({ id }) => id === promiseId))?.text ?? '';
}

function inReadingOrder(promises: readonly DraftPromise[]): DraftPromise[] {
  return promises.toSorted((a, b) => (a.start ?? Number.MAX_SAFE_INTEGER) - (b.start ?? Number.MAX_SAFE_INTEGER));
}

/**
 * 拆分: divides a row whose words join two matters (“四好农村路”及老旧小区改造) into `10.1` and `10.2`. The first part keeps the id;
 * promises follow the words they stand in or the name they resemble, and figures of the progress column follow their promises.
 * The printed text stays whole in both.
 */
export function splitItem(draft: Draft, projectId: string, at: number, names?: readonly [string, string]): Draft {
  const index = draft.projects.findIndex(({ id }) => id === projectId);
  const project = draft.projects[index];
  if (!project || at <= 0 || at >= project.text.length) return draft;
  const parts = names ?? partNames(project.text, at);
  const isLater = isOfSecondPart(project.promises, at, parts);
  const [before, after] = parts;
  const first: DraftProject = {
    ...project,
    no: `${project.no}.1`,
    name: before,
    promises: project.promises.filter((promise) => !isLater(promise)),
    progress: progressOf(project, (promise) => !isLater(promise)),
  };
  const second: DraftProject = {
    ...project,
    id: newId(),
    no: `${project.no}.2`,
    name: after,
    promises: project.promises.filter(isLater),
    progress: progressOf(project, isLater, () => newId()),
  };
  return { ...draft, projects: [...draft.projects.slice(0, index), first, second, ...draft.projects.slice(index + 1)] };
}

/**
 * Which promises go with the second part: those that stand behind the cut. Where all stand on one side, because the row joins two names
 * first and prints the figures after both, each goes with the name it resembles.
 */
function isOfSecondPart(promises: readonly DraftPromise[], at: number, [first, second]: readonly [string, string]) {
  const isBehind = ({ start }: DraftPromise) => start !== null && start >= at;
  if (new Set(promises.map(isBehind)).size > 1) return isBehind;
  return (promise: DraftPromise) => {
    const words = `${promise.verb}${promise.object}`;
    const more = likeness(second, words) - likeness(first, words);
    return more === 0 ? isBehind(promise) : more > 0;
  };
}

/** The names two parts of a row would get. */
export function partNames(text: string, at: number): readonly [string, string] {
  return [nameOf(text.slice(0, at)), nameOf(text.slice(at).replace(/^[及和与、，,；;并]+/, ''))];
}

/** One part's share of a divided row: the whole text, with the figures that speak of its own promises matched and the others free. */
function progressOf(
  { progress, promises }: DraftProject,
  isOwn: (promise: DraftPromise) => boolean,
  idFrom: (id: string) => string = (id) => id,
): DraftProgress | null {
  if (!progress) return null;
  const own = new Set(promises.filter(isOwn).map(({ id }) => id));
  const shared = <Line extends { readonly id: string; readonly promiseId: string | null }>(line: Line): Line => ({
    ...line,
    id: idFrom(line.id),
    promiseId: line.promiseId !== null && own.has(line.promiseId) ? line.promiseId : null,
  });
  return { ...progress, values: progress.values.map(shared), stages: progress.stages.map(shared), confirmed: false };
}

/** Places where a row may be divided: its own 及, 和, 与, 、 or ； outside quotation marks, as the index of the joining sign. */
export function splitPoints(text: string): number[] {
  let depth = 0;
  const points: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const sign = text[index]!;
    if ('“‘《（('.includes(sign)) depth++;
    if ('”’》）)'.includes(sign)) depth = Math.max(0, depth - 1);
    if (depth === 0 && index > 1 && index < text.length - 2 && '及和与、；;，,'.includes(sign)) points.push(index);
  }
  return points;
}

/** A step list to start from: equal weights that add up to 100. */
export function evenSteps(titles: readonly string[]): DraftStep[] {
  const share = Math.floor(100 / Math.max(1, titles.length));
  return titles.map((title, index) => ({
    id: newId(),
    title,
    dueOn: null,
    weight: index === titles.length - 1 ? 100 - share * (titles.length - 1) : share,
  }));
}

export function changeProgress(draft: Draft, projectId: string, change: (progress: DraftProgress) => DraftProgress): Draft {
  return changeProject(draft, projectId, (project) => (project.progress ? { ...project, progress: change(project.progress) } : project));
}
