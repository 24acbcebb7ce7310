import type { CivilDate } from '#/kernel/civil-date.ts';
import { findUnitByName, nameKey } from '#/organisation/rules/name.ts';
import type { Unit } from '#/organisation/rules/unit.ts';
import { dayIn } from './step-import.ts';
import { FUND_SOURCES, type Task, type TaskInput, type TaskPost, type TaskRefusal } from './task.ts';
import type { FilledCells, TableColumn, TableField, TableNames } from './task-table.ts';

export type Say = (field: TableColumn, facts: object, isError?: boolean) => void;

export type TableWorld = {
  readonly programmeId: string;
  readonly tasks: readonly Task[];
  readonly projects: readonly { readonly id: string; readonly no: string; readonly leadUnitId: string | null }[];
  readonly units: readonly Unit[];
  readonly posts: ReadonlyMap<string, TaskPost>;
  readonly sites: ReadonlyMap<string, { readonly name: string; readonly projectId: string }>;
  readonly names: TableNames;
  readonly lastDayOf: (projectId: string) => CivilDate;
  /** Why whoever brings the file may not write this; null where he may. */
  readonly refusalOf: (before: Task | null, after: Task) => TaskRefusal | null;
};

type Filling = {
  readonly world: TableWorld;
  readonly before: Task | null;
  readonly project: TableWorld['projects'][number];
  readonly say: Say;
};

/** Reads the cells that were changed; the rest of the task stays as it is. Null where a cell cannot be read. */
export function inputFrom(cells: FilledCells, touched: readonly TableField[], { world, before, project, say }: Filling): TaskInput | null {
  let isSound = true;
  const tell: Say = (field, facts) => {
    isSound = false;
    say(field, facts);
  };
  const is = (field: TableField) => touched.includes(field);
  const unit = (field: TableField, text: string) => unitIn(field, text, world, tell);
  const leadUnitId = is('lead') ? (unit('lead', cells.lead) ?? '') : (before?.leadUnitId ?? project.leadUnitId ?? '');
  const post = (field: TableField, now: string | null) => (is(field) ? postIn(field, cells[field], { world, leadUnitId, tell }) : now);
  const day = (field: TableField, now: CivilDate | null) => (is(field) ? dayOf(field, cells[field], tell) : now);
  const dueOn = day('due', before?.dueOn ?? null);
  if (cells.name.length < 2) tell('name', { kind: 'missing' });
  if (leadUnitId === '' && !is('lead')) tell('lead', { kind: 'missing' });
  if (dueOn === null && !is('due')) tell('due', { kind: 'missing' });
  const goal = (i: number) =>
    is(`goal${i + 1}` as TableField) ? cells[`goal${i + 1}` as TableField] || null : (before?.quarterGoals[i] ?? null);
  const input = {
    promiseId: before?.promiseId ?? null,
    name: cells.name,
    content: is('content') ? cells.content : (before?.content ?? ''),
    leadUnitId,
    supportingUnitIds: is('supporting')
      ? split(cells.supporting).flatMap((it) => unit('supporting', it) ?? [])
      : (before?.supportingUnitIds ?? []),
    overseeingPostId: is('overseeing') ? leaderIn(cells.overseeing, world, tell) : (before?.overseeingPostId ?? null),
    postId: post('post', before?.postId ?? null),
    contactPostId: post('contact', before?.contactPostId ?? null),
    funds: fundsIn(cells, touched, before, tell),
    quarterGoals: [goal(0), goal(1), goal(2), goal(3)],
    startOn: day('start', before?.startOn ?? null),
    dueOn: dueOn ?? ('2000-01-01' as CivilDate),
    siteIds: is('sites')
      ? split(cells.sites).flatMap((it) => siteIn(it, { world, projectId: project.id, tell }) ?? [])
      : (before?.siteIds ?? []),
  };
  return isSound ? input : null;
}

const split = (text: string): readonly string[] =>
  text
    .split(/[、,，;；\n]/)
    .map((it) => it.trim())
    .filter((it) => it !== '');

function unitIn(field: TableField, text: string, { units }: TableWorld, tell: Say): string | null {
  const found = findUnitByName(units, text);
  if (found.kind === 'exact' || found.kind === 'alias') return found.unit.id;
  tell(field, { kind: 'unit-unknown', text });
  return null;
}

type Posting = { readonly world: TableWorld; readonly leadUnitId: string; readonly tell: Say };

function postIn(field: TableField, text: string, { world, leadUnitId, tell }: Posting): string | null {
  return text === '' ? null : only(field, text, { posts: [...world.posts].filter(([, it]) => it.unitId === leadUnitId), tell });
}

function leaderIn(text: string, { posts }: TableWorld, tell: Say): string | null {
  return text === '' ? null : only('overseeing', text, { posts: [...posts].filter(([, it]) => it.kind === 'leader'), tell });
}

type Among = { readonly posts: readonly (readonly [string, TaskPost])[]; readonly tell: Say };

function only(field: TableField, text: string, { posts, tell }: Among): string | null {
  const found = posts.filter(([, it]) => it.isActive && nameKey(it.title) === nameKey(text));
  if (found.length === 1) return found[0]![0];
  tell(field, { kind: found.length === 0 ? 'post-unknown' : 'post-ambiguous', text });
  return null;
}

type Siting = { readonly world: TableWorld; readonly projectId: string; readonly tell: Say };

function siteIn(text: string, { world, projectId, tell }: Siting): string | null {
  for (const [id, it] of world.sites) if (it.projectId === projectId && nameKey(it.name) === nameKey(text)) return id;
  tell('sites', { kind: 'site-unknown', text });
  return null;
}

function dayOf(field: TableField, text: string, tell: Say): CivilDate | null {
  if (text === '' && field === 'start') return null;
  const day = dayIn(text);
  if (day === null) tell(field, text === '' ? { kind: 'missing' } : { kind: 'not-a-day', text });
  return day;
}

function fundsIn(cells: FilledCells, touched: readonly TableField[], before: Task | null, tell: Say): Task['funds'] {
  return FUND_SOURCES.flatMap((source) => {
    const now = before?.funds.find((it) => it.source === source);
    if (!touched.includes(source)) return now === undefined ? [] : [now];
    const text = cells[source].replace(/,/g, '');
    if (text === '' || Number(text) === 0) return [];
    const yuan = Math.round(Number(text) * 1_000_000) / 100;
    if (!/^\d+(\.\d+)?$/.test(text) || yuan > 1e13) tell(source, { kind: 'not-money', text: cells[source] });
    return [{ source, yuan }];
  });
}
