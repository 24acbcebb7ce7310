import { type Locale, longDate, number } from '#/kernel/format.ts';
import type { GateStanding, Light } from '../rules/standing.ts';

/** Why the gate light is what it is: which work waits, until when it may wait, and how many days that leaves. */
export function gateSentence({ reason, stage, slack }: GateStanding, locale: Locale = 'zh-CN'): string {
  const isChinese = locale === 'zh-CN';
  if (reason === 'no-network') return isChinese ? '还没有排期，无法倒排' : 'Not scheduled yet, so nothing can be counted back';
  if (reason === 'not-scheduled') return isChinese ? '排期排不出日期，请先改好' : 'The network has no dates yet; mend it first';
  if (reason === 'all-done' || slack === null) return isChinese ? '排期里的工序都已完成' : 'Everything in the schedule is done';
  return isChinese ? zhSlack(stage, slack) : enSlack(stage, slack);
}

type Slack = NonNullable<GateStanding['slack']>;

function zhSlack(stage: string | null, { name, latestStart, slackDays, isProvisional }: Slack): string {
  const said = stage === null ? '' : `目前${stage}；`;
  const latest = latestStart === null ? '' : `“${name}”最迟 ${longDate(latestStart, 'zh-CN')}开始，`;
  const days = number(Math.abs(slackDays));
  const left = slackDays < 0 ? `已晚 ${days} 个工作日` : slackDays === 0 ? '没有余地，再晚一天就赶不上时限' : `还有 ${days} 个工作日`;
  return `${said}${latest}${left}${isProvisional ? '（暂定）' : ''}`;
}

function enSlack(stage: string | null, { name, latestStart, slackDays, isProvisional }: Slack): string {
  const said = stage === null ? '' : `Now at ${stage}. `;
  const latest = latestStart === null ? '' : `“${name}” must begin by ${longDate(latestStart, 'en')}: `;
  const days = number(Math.abs(slackDays));
  const left =
    slackDays < 0
      ? `${days} working days late`
      : slackDays === 0
        ? 'no day left before the deadline is missed'
        : `${days} working days left`;
  return `${said}${latest}${left}${isProvisional ? ' (provisional)' : ''}`;
}

/** The light of a gate in words of its own: it speaks of days that are left, not of work that is behind. */
export const gateWords = {
  'zh-CN': {
    title: '节点灯',
    toSchedule: '去排期',
    lights: { green: '余地充足', yellow: '余地不多', red: '赶不上', white: '未到节点', closed: '已完成', grey: '未排期' },
  },
  en: {
    title: 'Gate',
    toSchedule: 'to the schedule',
    lights: {
      green: 'days to spare',
      yellow: 'few days left',
      red: 'too late',
      white: 'not yet due',
      closed: 'completed',
      grey: 'not scheduled',
    },
  },
} as const satisfies Record<Locale, { readonly title: string; readonly toSchedule: string; readonly lights: Record<Light, string> }>;
