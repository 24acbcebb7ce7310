import { newId } from '#/kernel/id.ts';
import {
  type Draft,
  type DraftProject,
  type DraftStage,
  draftFromItems,
  type KnownUnit,
  likeness,
  progressFrom,
  type ReadItem,
} from './draft.ts';
import type { FoundItem, FoundList } from './find-list/found-list.ts';
import { parseItem } from './parse/item.ts';
import { parseProgress } from './parse/progress.ts';

/** Reads the sentences of a found list into a draft: promises, dates, progress, units and quarter targets, each where the list prints it. */
export function draftFromFound(found: Pick<FoundList, 'items'>, head: Omit<Draft, 'projects'>, units: readonly KnownUnit[] = []): Draft {
  const draft = draftFromItems(
    found.items.map((item) => readItem(item, head.year)),
    head,
    units,
  );
  return { ...draft, projects: draft.projects.map((project, index) => withStages(withQuarters(project, found.items[index]!))) };
}

export function readItem(item: FoundItem, year: number): ReadItem {
  const { promises, commitments } = parseItem(item.text, { year });
  const due = item.dueText ? parseItem(item.dueText, { year }).commitments : [];
  return {
    n: item.label,
    text: item.text,
    promises,
    commitments: [...commitments, ...due],
    progressText: item.progressText,
    progress: item.progressText ? parseProgress(item.progressText) : null,
    name: item.name,
    leadUnit: item.leadUnit,
    supportingUnits: item.supportingUnits,
    note: item.remark,
  };
}

/** 季度目标 columns fill the promise they can only mean: the single one whose unit they print, or the single one there is. */
function withQuarters(project: DraftProject, item: FoundItem): DraftProject {
  if (!item.quarterTargets?.some((text) => text.trim() !== '')) return project;
  const read = item.quarterTargets.map((text) => (text.trim() === '' ? null : (parseItem(text).promises[0] ?? null)));
  const unit = read.find((it) => it !== null)?.unit ?? null;
  const sameUnit = project.promises.filter(({ measureUnit }) => measureUnit === unit);
  const [meant, other] = sameUnit.length > 0 ? sameUnit : project.promises;
  if (!meant || other || read.every((it) => it === null)) return project;
  const quarterTargets = read.map((it) => it?.quantity ?? null);
  return { ...project, promises: project.promises.map((promise) => (promise.id === meant.id ? { ...promise, quarterTargets } : promise)) };
}

/** A progress table dropped later: its texts are read for the rows with the same number, or else the same wording. */
export function withProgressOf(draft: Draft, found: Pick<FoundList, 'items'>): Draft {
  const projects = draft.projects.map((project) => {
    const row = found.items.find(({ label }) => label === project.no) ?? found.items.find(({ text }) => text === project.text);
    return row?.progressText
      ? withStages({ ...project, progress: progressFrom(row.progressText, parseProgress(row.progressText), project.promises) })
      : project;
  });
  return { ...draft, projects };
}

/** A stage word is said of what its own clause names: 施工 of the centre, 招投标 of the shows. Clauses that name no promise leave the first reading. */
function withStages(project: DraftProject): DraftProject {
  const { progress } = project;
  if (!progress || progress.stages.length === 0) return project;
  const silent = project.promises.filter(
    ({ id, measure }) => measure !== 'milestone-set' && !progress.values.some(({ promiseId }) => promiseId === id),
  );
  const named = progress.text.split(/[，,；;。]/).flatMap((clause): DraftStage[] => {
    const stage = parseProgress(clause).stage;
    const promise = silent.find(({ object }) => likeness(clause, object) >= LIKE_ENOUGH);
    return stage && promise ? [{ id: newId(), stage, promiseId: promise.id }] : [];
  });
  return named.length > 0 ? { ...project, progress: { ...progress, stages: named } } : project;
}

/** Half of the object's word pairs in the clause: enough to tell 免费送戏下乡 from 文化活动中心. */
const LIKE_ENOUGH = 0.5;
