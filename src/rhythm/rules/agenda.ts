import { WORST_FIRST } from '#/delivery/rules/lights.ts';
import type { Board, ProjectStanding } from '#/delivery/rules/standing.ts';
import { type CivilDate, daysBetween } from '#/kernel/civil-date.ts';
import { isOverdue, numberText, type Order } from '#/orders/rules/order.ts';
import { ageDays, type Blocker, type BlockerLevel } from './blocker.ts';
import type { UnitWeek } from './check.ts';
import type { OpenDecision } from './decision.ts';
import type { RhythmSettings } from './settings.ts';

/** 议程类别, in the order in which a meeting takes them. */
export const AGENDA_KINDS = ['decision', 'red', 'gate', 'blocker', 'order', 'silent', 'added'] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

/** 议程所据: what the item is about, in facts that open down to what they count. */
export type AgendaFacts =
  | { readonly kind: 'red'; readonly promises: readonly RedPromise[] }
  | {
      readonly kind: 'gate';
      readonly name: string;
      readonly latestStart: CivilDate | null;
      readonly slackDays: number;
      readonly isProvisional: boolean;
    }
  | {
      readonly kind: 'blocker';
      readonly blockerId: string;
      readonly asked: string;
      readonly askedOf: string;
      readonly level: BlockerLevel;
      readonly ageDays: number;
    }
  | { readonly kind: 'order'; readonly orderId: string; readonly number: string; readonly dueOn: CivilDate; readonly lateDays: number }
  | {
      readonly kind: 'decision';
      readonly decisionId: string;
      readonly meetingNo: number;
      readonly dueOn: CivilDate | null;
      readonly lateDays: number;
      readonly number: string | null;
      readonly state: string;
    }
  | { readonly kind: 'silent'; readonly weeks: readonly string[] }
  | { readonly kind: 'added' };

/** 红灯承诺: a promise far behind, with its figures as the board has them. */
export type RedPromise = {
  readonly promiseId: string;
  readonly label: string;
  readonly done: number | null;
  readonly target: number | null;
  readonly measureUnit: string;
  readonly behindDays: number | null;
};

/** 议程事项: one thing the meeting speaks about; its key names the same matter from meeting to meeting. */
export type AgendaItem = {
  readonly key: string;
  readonly kind: AgendaKind;
  readonly projectId: string | null;
  readonly no: string | null;
  readonly title: string;
  readonly unitId: string | null;
  readonly unit: string | null;
  readonly facts: AgendaFacts;
  readonly note: string;
};

/** 议程的改动: what the office did to one item of the computed agenda, or an item of its own. */
export type AgendaChange = {
  readonly key: string;
  readonly sortOrder: number | null;
  readonly leftOutReason: string | null;
  readonly title: string | null;
  readonly note: string | null;
  readonly projectId: string | null;
};

/** 议程: what is spoken about in its order, and what was left out with the reason. */
export type Agenda = {
  readonly items: readonly AgendaItem[];
  readonly leftOut: readonly { readonly item: AgendaItem; readonly reason: string }[];
};

type Ground = {
  readonly board: Board;
  readonly blockers: readonly Blocker[];
  readonly orders: readonly Order[];
  readonly decisions: readonly OpenDecision[];
  readonly silent: readonly UnitWeek[];
  readonly unitNames: Readonly<Record<string, string>>;
  readonly settings: RhythmSettings;
  readonly today: CivilDate;
};

type Place = Pick<AgendaItem, 'projectId' | 'no' | 'unitId' | 'unit'>;
const NOWHERE: Place = { projectId: null, no: null, unitId: null, unit: null };

/** 议程由数据算出: the open decisions of earlier meetings, red promises, gates with little slack, blockers by age, orders overdue, silent units. */
export function computedAgenda(ground: Ground): readonly AgendaItem[] {
  const decided = new Set(ground.decisions.flatMap(({ orderId }) => orderId ?? []));
  return [
    ...ground.decisions.map((it) => ofDecision(it, ground)),
    ...reds(ground.board),
    ...gates(ground.board, ground.settings),
    ...stuck(ground),
    ...ground.orders.filter((it) => isOverdue(it, ground.today) && !decided.has(it.id)).map((it) => ofOrder(it, ground)),
    ...silences(ground),
  ];
}

function placeOf({ project, leadUnit }: ProjectStanding): Place {
  return { projectId: project.id, no: project.no, unitId: project.leadUnitId, unit: leadUnit };
}

function placeIn({ board, unitNames }: Ground, projectId: string | null, unitId: string | null): Place {
  const standing = board.projects.find(({ project }) => project.id === projectId);
  const place = standing === undefined ? { ...NOWHERE, projectId } : placeOf(standing);
  return unitId === null ? place : { ...place, unitId, unit: unitNames[unitId] ?? null };
}

function reds({ projects }: Board): readonly AgendaItem[] {
  const worst = (it: ProjectStanding) => Math.max(...it.promises.map(({ pace }) => pace?.behindDays ?? 0));
  return projects
    .filter(({ light }) => light === 'red')
    .toSorted((a, b) => worst(b) - worst(a))
    .map((it) => ({
      ...placeOf(it),
      key: `red:${it.project.id}`,
      kind: 'red',
      title: it.project.name,
      facts: { kind: 'red', promises: it.promises.filter(({ light }) => light === 'red').map(redPromise) },
      note: '',
    }));
}

function redPromise({ promise, done, pace }: ProjectStanding['promises'][number]): RedPromise {
  const { id: promiseId, verb, object, target, measureUnit } = promise;
  return {
    promiseId,
    label: `${verb}${object}`,
    done,
    target,
    measureUnit,
    behindDays: pace === null ? null : Math.round(pace.behindDays),
  };
}

/** The tightest chain of each project, where it has no more than so many working days; the same slack that the board's gate light reads. */
function gates({ projects }: Board, { meetingSlackDays }: RhythmSettings): readonly AgendaItem[] {
  return projects
    .flatMap((it) => (it.gate?.slack && it.gate.slack.slackDays <= meetingSlackDays ? [{ it, slack: it.gate.slack }] : []))
    .toSorted((a, b) => a.slack.slackDays - b.slack.slackDays)
    .map(({ it, slack: { activityId, name, nextGate, latestStart, slackDays, isProvisional } }) => ({
      ...placeOf(it),
      key: `gate:${activityId}`,
      kind: 'gate',
      title: it.project.name,
      facts: { kind: 'gate', name: nextGate ?? name, latestStart, slackDays, isProvisional },
      note: '',
    }));
}

/** What came up to the meeting or outside, whatever its age, and what has stood too long below; the oldest first. */
function stuck(ground: Ground): readonly AgendaItem[] {
  const { blockers, board, settings, today } = ground;
  const own = new Set(board.projects.map(({ project }) => project.id));
  const isDue = (it: Blocker) =>
    it.level === 'meeting' || it.level === 'city' || it.level === 'utility' || ageDays(it, today) >= settings.meetingBlockerDays;
  return blockers
    .filter((it) => it.state === 'open' && own.has(it.projectId) && isDue(it))
    .toSorted((a, b) => ageDays(b, today) - ageDays(a, today))
    .map((it) => ({
      ...placeIn(ground, it.projectId, it.unitId),
      key: `blocker:${it.id}`,
      kind: 'blocker',
      title: it.title,
      facts: { kind: 'blocker', blockerId: it.id, asked: it.asked, askedOf: it.askedOf, level: it.level, ageDays: ageDays(it, today) },
      note: '',
    }));
}

function ofOrder(it: Order, ground: Ground): AgendaItem {
  return {
    ...placeIn(ground, it.subjectProjectId, it.unitId),
    key: `order:${it.id}`,
    kind: 'order',
    title: it.matter,
    facts: { kind: 'order', orderId: it.id, number: numberText(it), dueOn: it.dueOn, lateDays: daysBetween(it.dueOn, ground.today) },
    note: '',
  };
}

function ofDecision(it: OpenDecision, ground: Ground): AgendaItem {
  const { decisionId, meetingNo, dueOn, number, state } = it;
  const lateDays = dueOn === null ? 0 : Math.max(daysBetween(dueOn, ground.today), 0);
  return {
    ...placeIn(ground, it.projectId, it.unitId),
    key: `decision:${decisionId}`,
    kind: 'decision',
    title: it.text,
    facts: { kind: 'decision', decisionId, meetingNo, dueOn, lateDays, number, state },
    note: '',
  };
}

function silences({ silent, unitNames }: Ground): readonly AgendaItem[] {
  return [...Map.groupBy(silent, ({ unitId }) => unitId)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([unitId, weeks]) => ({
      ...NOWHERE,
      unitId,
      unit: unitNames[unitId] ?? null,
      key: `silent:${unitId}`,
      kind: 'silent',
      title: unitNames[unitId] ?? '',
      facts: { kind: 'silent', weeks: weeks.map(({ year, week }) => `${year}-W${String(week).padStart(2, '0')}`) },
      note: '',
    }));
}

/** 议程: the computed items in the office's order; those that came up since then stand behind them, each in the order of its kind. */
export function agendaOf(computed: readonly AgendaItem[], changes: readonly AgendaChange[], board: Board | null): Agenda {
  const byKey = new Map(changes.map((it) => [it.key, it]));
  const added = changes.filter(({ title }) => title !== null).map((it) => ofChange(it, board));
  const noted = [...computed, ...added].map((it) => ({ ...it, note: byKey.get(it.key)?.note ?? it.note }));
  const reasonOf = ({ key }: AgendaItem) => byKey.get(key)?.leftOutReason ?? null;
  const orderOf = ({ key }: AgendaItem) => byKey.get(key)?.sortOrder ?? Number.POSITIVE_INFINITY;
  const kept = noted.filter((it) => reasonOf(it) === null);
  return {
    items: kept.toSorted((a, b) => (orderOf(a) === orderOf(b) ? 0 : orderOf(a) - orderOf(b))),
    leftOut: noted.flatMap((item) => {
      const reason = reasonOf(item);
      return reason === null ? [] : [{ item, reason }];
    }),
  };
}

function ofChange({ key, title, note, projectId }: AgendaChange, board: Board | null): AgendaItem {
  const standing = board?.projects.find(({ project }) => project.id === projectId);
  const place = standing === undefined ? { ...NOWHERE, projectId } : placeOf(standing);
  return { ...place, key, kind: 'added', title: title ?? '', facts: { kind: 'added' }, note: note ?? '' };
}

/** The projects of an agenda, the worst light first: whose leaders and units are expected in the room. */
export function projectsOf({ items }: Agenda, board: Board): readonly ProjectStanding[] {
  const ids = new Set(items.flatMap(({ projectId }) => projectId ?? []));
  return board.projects
    .filter(({ project }) => ids.has(project.id))
    .toSorted((a, b) => WORST_FIRST.indexOf(a.light) - WORST_FIRST.indexOf(b.light));
}
