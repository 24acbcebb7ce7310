import { z } from 'zod';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { LINK_TYPES, type LinkType } from '#/kernel/schedule/network.ts';
import { schedule } from '#/kernel/schedule/schedule.ts';
import type { CalendarSpec } from '#/kernel/schedule/work-calendar.ts';
import { nameKey } from '#/organisation/rules/name.ts';
import { holdsFinish } from './network.ts';

/** 模板类别: what kind of promise a chain of steps is for. */
export const TEMPLATE_KINDS = ['engineering', 'service', 'events', 'purchase', 'survey'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** 模板搭接: which earlier step a step goes by, in which of the four ways, and after how many of its own working days. */
export type TemplateLink = { readonly step: number; readonly type: LinkType; readonly lag: number };

/** 模板工序: a step with its usual duration, and the earlier steps that it goes by. */
export type TemplateStep = {
  readonly name: string;
  readonly days: number;
  /** 工作历, by its key. */
  readonly calendar: string;
  readonly after: readonly TemplateLink[];
  readonly isMilestone: boolean;
  readonly gate: string | null;
  readonly legalMinimum: { readonly days: number; readonly source: string } | null;
};

/** 工序模板: the usual chain of one kind of promise, by which it can be said how late one may begin before any plan exists. */
export type WorkTemplate = {
  readonly key: string;
  readonly versionNo: number;
  readonly title: string;
  readonly kind: TemplateKind;
  readonly steps: readonly TemplateStep[];
};

/** 模板的一版: as a district set it, by whom, when and why; a withdrawn one is not offered any more. */
export type TemplateVersion = WorkTemplate & {
  readonly isActive: boolean;
  readonly reason: string;
  readonly setBy: string;
  readonly setOn: CivilDate;
};

const at = z.number().int().min(0).max(59);
/** A bare number is the step before, done. */
const link = z.union([
  z.object({ step: at, type: z.enum(LINK_TYPES).default('FS'), lag: z.number().int().min(-1000).max(1000).default(0) }),
  at.transform(following),
]);
const step = z.object({
  name: z.string().trim().min(2).max(40),
  days: z.number().int().min(1).max(2000),
  calendar: z.string().min(1).max(60),
  after: z.array(link).max(20),
  isMilestone: z.boolean(),
  gate: z.string().trim().min(2).max(60).nullable(),
  legalMinimum: z.object({ days: z.number().int().min(1).max(2000), source: z.string().trim().min(2).max(200) }).nullable(),
});
const steps = z.array(step).min(1).max(60);
const reason = z.string().trim().min(2).max(300);
export const SetTemplate = z.object({
  /** Null for a template of the district's own. */
  key: z.string().max(60).nullable(),
  title: z.string().trim().min(2).max(40),
  kind: z.enum(TEMPLATE_KINDS),
  steps,
  reason,
});
export const WithdrawTemplate = z.object({ key: z.string().max(60), reason });
export const ApplyTemplate = z.object({
  taskId: z.uuid(),
  /** As they were looked at and corrected; the template itself stays as it is. */
  steps,
  /** Why a step is shorter than the law asks for, where it is. */
  shorterBecause: reason.nullable().default(null),
  reason,
});

export type TemplateRefusal =
  | { readonly kind: 'template-title-taken'; readonly title: string }
  | { readonly kind: 'template-step-twice'; readonly name: string }
  | { readonly kind: 'template-order-wrong'; readonly name: string }
  | { readonly kind: 'template-link-twice'; readonly name: string; readonly other: string }
  | { readonly kind: 'template-calendar-unknown'; readonly name: string; readonly calendar: string }
  | {
      readonly kind: 'template-below-legal';
      readonly name: string;
      readonly days: number;
      readonly minimum: number;
      readonly source: string;
    };

/** A template names each step once, in an order that can be walked, by calendars that the district has, and never shorter than the law. */
export function settleTemplate(
  input: z.output<typeof SetTemplate>,
  known: { readonly templates: readonly WorkTemplate[]; readonly calendars: readonly string[] },
): Result<z.output<typeof SetTemplate>, TemplateRefusal> {
  const taken = known.templates.some((it) => it.key !== input.key && nameKey(it.title) === nameKey(input.title));
  if (taken) return refuse({ kind: 'template-title-taken', title: input.title });
  for (const [i, { name, days, calendar, legalMinimum }] of input.steps.entries()) {
    if (input.steps.findIndex((it) => nameKey(it.name) === nameKey(name)) !== i) return refuse({ kind: 'template-step-twice', name });
    const wrong = wrongLink(input.steps, i);
    if (wrong !== null) return refuse(wrong);
    if (!known.calendars.includes(calendar)) return refuse({ kind: 'template-calendar-unknown', name, calendar });
    if (legalMinimum !== null && days < legalMinimum.days)
      return refuse({ kind: 'template-below-legal', name, days, minimum: legalMinimum.days, source: legalMinimum.source });
  }
  return accept(input);
}

/** What is wrong with the links of one step: it goes by itself or by a later one, or twice by the same in the same way. */
export function wrongLink(steps: readonly Pick<TemplateStep, 'name' | 'after'>[], at: number): TemplateRefusal | null {
  const { name, after } = steps[at]!;
  if (after.some((it) => it.step >= at)) return { kind: 'template-order-wrong', name };
  const twice = after.find((it, i) => after.findIndex((other) => other.step === it.step && other.type === it.type) !== i);
  return twice === undefined ? null : { kind: 'template-link-twice', name, other: steps[twice.step]!.name };
}

/** 最迟哪天开工: what a chain says of a deadline before any plan exists. */
export type FirstAnswer = {
  /** The last day on which the first step may begin. */
  readonly latestStart: CivilDate | null;
  /** Working days from the next possible day to that one; negative when it is too late already. */
  readonly slack: number;
  /** When all is done if it begins at once. */
  readonly earliestFinish: CivilDate;
  readonly steps: readonly {
    readonly name: string;
    readonly earlyStart: CivilDate;
    readonly earlyFinish: CivilDate;
    readonly lateStart: CivilDate | null;
    readonly lateFinish: CivilDate | null;
    readonly slack: number;
  }[];
  /** 暂定: some day lies past what the calendars know. */
  readonly isProvisional: boolean;
};
export type AnswerRefusal = { readonly kind: 'chain-without-days'; readonly name: string } | { readonly kind: 'chain-empty' };

/** The step that is done before this one begins. */
export function following(step: number): TemplateLink {
  return { step, type: 'FS', lag: 0 };
}

type Chain = { readonly deadline: CivilDate; readonly today: CivilDate; readonly calendars: Readonly<Record<string, CalendarSpec>> };

/** Counts the chain back from the deadline. The steps already done are left out before. */
export function firstAnswer(chain: readonly TemplateStep[], { deadline, today, calendars }: Chain): Result<FirstAnswer, AnswerRefusal> {
  if (chain.length === 0) return refuse({ kind: 'chain-empty' });
  const id = (i: number) => String(i);
  // What no step waits for to be done has to be done by the deadline itself.
  const isLast = (i: number) => !chain.some((it) => it.after.some(({ step, type, lag }) => step === i && holdsFinish(type, lag)));
  const scheduled = schedule({
    dataDate: today,
    calendars: calendars as never,
    tasks: chain.map(({ days, calendar }, i) => ({ id: id(i), days, calendar })),
    links: chain.flatMap(({ after }, i) => after.map(({ step, type, lag }) => ({ from: id(step), to: id(i), type, lag }))),
    deadlines: chain.flatMap((_, i) => (isLast(i) ? [{ task: id(i), on: deadline }] : [])),
  });
  if (!scheduled.ok) {
    const { refusal } = scheduled;
    const task = 'task' in refusal ? chain[Number(refusal.task)] : undefined;
    return refuse({ kind: 'chain-without-days', name: task?.name ?? chain[0]!.name });
  }
  const { tasks, provisional } = scheduled.value;
  const starts = tasks.filter((_, i) => chain[i]!.after.length === 0);
  const first = starts.toSorted((a, b) => a.slack - b.slack || ((a.lateStart ?? '') < (b.lateStart ?? '') ? -1 : 1))[0]!;
  return accept({
    latestStart: first.lateStart,
    slack: first.slack,
    earliestFinish: tasks
      .map((it) => it.earlyFinish)
      .toSorted()
      .at(-1)!,
    steps: tasks.map(({ id: at, critical: _, ...dates }) => ({ ...dates, name: chain[Number(at)]!.name })),
    isProvisional: provisional.length > 0,
  });
}

/** What is left of a chain when the steps before one are done. */
export function chainFrom(chain: readonly TemplateStep[], first: number): readonly TemplateStep[] {
  return chain.slice(first).map((it) => ({
    ...it,
    after: it.after.flatMap((one) => (one.step >= first ? [{ ...one, step: one.step - first }] : [])),
  }));
}

/** The edits of a network that put a chain into a task; names that the project has already are told apart by the task. */
export function activitiesFromTemplate(
  chain: readonly TemplateStep[],
  task: { readonly id: string; readonly name: string },
  {
    taken,
    newId,
    shorterBecause,
  }: { readonly taken: ReadonlySet<string>; readonly newId: () => string; readonly shorterBecause: string | null },
) {
  const ids = chain.map(() => newId());
  const adds = chain.map(({ after: _, name, ...rest }, i) => ({
    do: 'add' as const,
    activityId: ids[i]!,
    taskId: task.id,
    name: taken.has(nameKey(name)) ? `${task.name}：${name}` : name,
    ...rest,
    ...(rest.legalMinimum !== null && rest.days < rest.legalMinimum.days && { shorterBecause }),
  }));
  const links = chain.flatMap(({ after }, i) =>
    after.map(({ step, type, lag }) => ({ do: 'link' as const, from: ids[step]!, to: ids[i]!, type, lag, lagCalendar: null })),
  );
  return [...adds, ...links];
}
