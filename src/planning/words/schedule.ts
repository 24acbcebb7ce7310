import { type Locale, longDate, shortDate } from '#/kernel/format.ts';
import type { LinkType } from '#/kernel/schedule/network.ts';
import type { Activity, ProjectSchedule, ScheduleRemark } from '../rules/activity.ts';
import type { ActivityField, NetworkAct } from '../rules/network-change.ts';

export const linkNames: Readonly<Record<Locale, Readonly<Record<LinkType, string>>>> = {
  'zh-CN': { FS: '完成后开始', SS: '开始后开始', FF: '完成后完成', SF: '开始后完成' },
  en: { FS: 'starts after its finish', SS: 'starts after its start', FF: 'finishes after its finish', SF: 'finishes after its start' },
};

const fields: Readonly<Record<Locale, Readonly<Record<ActivityField, string>>>> = {
  'zh-CN': {
    name: '名称',
    taskId: '所属任务',
    siteId: '点位',
    days: '天数',
    calendar: '工作历',
    isMilestone: '节点',
    gate: '关口阶段',
    notBefore: '不早于',
    finishBy: '不晚于',
    pinnedOn: '定死日期',
    legalMinimum: '法定最短',
    shorterBecause: '短于法定的理由',
    startedOn: '开工',
    finishedOn: '完成',
    remainingDays: '还需天数',
    evidence: '佐证材料',
  },
  en: {
    name: 'name',
    taskId: 'task',
    siteId: 'site',
    days: 'days',
    calendar: 'calendar',
    isMilestone: 'milestone',
    gate: 'gate',
    notBefore: 'not before',
    finishBy: 'finish by',
    pinnedOn: 'pinned on',
    legalMinimum: 'legal minimum',
    shorterBecause: 'reason for less',
    startedOn: 'started',
    finishedOn: 'finished',
    remainingDays: 'days left',
    evidence: 'evidence',
  },
};

/** Fields whose values are ids or digests: that they changed is said, not to what. */
const UNSPOKEN: readonly ActivityField[] = ['taskId', 'siteId', 'evidence', 'calendar'];

/** One line for each thing that was done to a network. */
export function actSentence(it: NetworkAct, locale: Locale): string {
  const isChinese = locale === 'zh-CN';
  switch (it.act) {
    case 'added':
      return isChinese ? `新增“${it.name}”` : `“${it.name}” added`;
    case 'removed':
      return isChinese ? `删除“${it.name}”` : `“${it.name}” removed`;
    case 'moved':
      return isChinese ? `调整“${it.name}”的顺序` : `“${it.name}” moved`;
    case 'linked':
      return linkSentence(it, locale);
    case 'unlinked':
      return isChinese ? `去掉搭接：${linkSentence(it, locale)}` : `link dropped: ${linkSentence(it, locale)}`;
    case 'changed': {
      const field = fields[locale][it.field];
      if (UNSPOKEN.includes(it.field)) return isChinese ? `改“${it.name}”的${field}` : `“${it.name}”: ${field} changed`;
      const [from, to] = [said(it.from, locale), said(it.to, locale)];
      if (it.from === null) return isChinese ? `“${it.name}”的${field}填为 ${to}` : `“${it.name}”: ${field} ${to}`;
      if (it.to === null)
        return isChinese ? `“${it.name}”的${field}撤回（原为 ${from}）` : `“${it.name}”: ${field} taken back (was ${from})`;
      return isChinese ? `“${it.name}”的${field}由 ${from} 改为 ${to}` : `“${it.name}”: ${field} from ${from} to ${to}`;
    }
  }
}

type Linked = Extract<NetworkAct, { readonly act: 'linked' | 'unlinked' }>;

const WAYS: Readonly<Record<LinkType, string>> = {
  FS: 'follows',
  SS: 'starts after the start of',
  FF: 'finishes after the finish of',
  SF: 'finishes after the start of',
};

/** What goes by what, in which way and how many days apart; the plain way, after the finish, is said short. */
function linkSentence({ name, after, type, lag }: Linked, locale: Locale): string {
  if (locale === 'en') {
    const apart = lag === 0 ? '' : `, ${Math.abs(lag)} days ${lag > 0 ? 'later' : 'earlier'}`;
    return `“${name}” ${WAYS[type]} “${after}”${apart}`;
  }
  const apart = lag === 0 ? '' : `，${lag > 0 ? '隔' : '提前'} ${Math.abs(lag)} 天`;
  return type === 'FS' ? `“${name}”接在“${after}”之后${apart}` : `“${name}”在“${after}”${linkNames['zh-CN'][type]}${apart}`;
}

function said(value: string | number | boolean | null, locale: Locale): string {
  if (typeof value !== 'boolean') return String(value);
  return locale === 'zh-CN' ? (value ? '是' : '否') : value ? 'yes' : 'no';
}

type Named = Pick<Activity, 'id' | 'name'>;
const nameIn = (activities: readonly Named[], id: string) => activities.find((it) => it.id === id)?.name ?? id;

/** What is odd about an activity, as a sentence. */
export function remarkSentence(remark: ScheduleRemark, activities: readonly Named[], locale: Locale): string {
  const name = nameIn(activities, remark.activityId);
  const isChinese = locale === 'zh-CN';
  switch (remark.kind) {
    case 'longer-than-window':
      return isChinese
        ? `“${name}”要 ${remark.days} 天，一个施工季只有 ${remark.window} 天，一季做不完，会跨到下一季`
        : `“${name}” takes ${remark.days} days and one season has ${remark.window}: it runs into the next`;
    case 'pin-too-early':
      return isChinese
        ? `“${name}”定在 ${longDate(remark.pinnedOn, locale)}开工，前面的工序到 ${longDate(remark.possibleFrom, locale)}才做得完`
        : `“${name}” is pinned on ${remark.pinnedOn}, but what comes before is done only by ${remark.possibleFrom}`;
    case 'shorter-than-legal':
      return isChinese
        ? `“${name}”${remark.days} 天，短于法定最短 ${remark.minimum} 天（${remark.source}），已写明理由`
        : `“${name}” has ${remark.days} days, fewer than the legal ${remark.minimum} (${remark.source}), with a reason`;
  }
}

/** A deadline that cannot be held, as the chain of work that makes it so, with its days. */
export function chainSentence(chain: readonly string[], { planned }: Pick<ProjectSchedule, 'planned'>, locale: Locale): string {
  const rows = chain.flatMap((id) => planned.find((it) => it.activity.id === id) ?? []);
  const isChinese = locale === 'zh-CN';
  const steps = rows.map(({ activity }) => `${activity.name}（${activity.days} ${isChinese ? '天' : 'days'}）`).join(' → ');
  const last = rows.at(-1);
  if (last === undefined) return '';
  const late = Math.abs(Math.min(0, ...rows.slice(0, 1).map((it) => it.dates.slack)));
  const done = shortDate(last.dates.earlyFinish, locale);
  return isChinese
    ? `${steps}：照此最早 ${last.dates.earlyFinish.slice(0, 4)}年${done}做完，开头一道已晚 ${late} 个工作日`
    : `${steps}: done on ${last.dates.earlyFinish} at the earliest; the first is ${late} working days late`;
}
