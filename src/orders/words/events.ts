import type { CivilDate } from '#/kernel/civil-date.ts';
import { type Locale, longDate } from '#/kernel/format.ts';
import type { EventFacts, EventKind } from '../rules/event.ts';
import type { Measure, SlipColour } from '../rules/profile.ts';
import { labels } from './labels.ts';

type Line = (facts: EventFacts) => string;

const day = (value: EventFacts[string] | undefined, locale: Locale) =>
  typeof value === 'string' ? longDate(value as CivilDate, locale) : '';

function lines(locale: Locale): Readonly<Record<EventKind, Line>> {
  const words = labels[locale];
  const on = (it: EventFacts[string] | undefined) => day(it, locale);
  const measure = (it: EventFacts) => words.measures[it.measure as Measure];
  const colour = (it: EventFacts) => words.colours[it.colour as SlipColour];
  return locale === 'zh-CN' ? zhLines({ on, measure, colour }) : enLines({ on, measure, colour });
}

type Said = {
  readonly on: (it: EventFacts[string] | undefined) => string;
  readonly measure: Line;
  readonly colour: Line;
};

function zhLines({ on, measure, colour }: Said): Readonly<Record<EventKind, Line>> {
  return {
    issued: (it) => `交办，${on(it.dueOn)}前办结${it.overCapBy ? `；超过每月件数，${it.overCapBy}批准：${it.overCapReason}` : ''}`,
    signed: () => '签收',
    replied: () => '反馈进展',
    objected: () => '提出申辩',
    'asked-extension': (it) => `申请延期到${on(it.wantedDueOn)}；已有进展：${it.progress}`,
    decided: (it) =>
      `${it.ask === 'objection' ? '申辩' : '延期申请'}${it.granted ? '采纳' : '未采纳'}${it.newDueOn ? `，时限改为${on(it.newDueOn)}` : ''}`,
    applied: () => '申请销号',
    checked: () => '材料核查通过',
    visited: () => '现场核验通过',
    closed: () => '办结，销号',
    returned: (it) => `退回重办${it.newDueOn ? `，时限改为${on(it.newDueOn)}` : ''}`,
    withdrawn: () => '撤销',
    reminded: () => '临近时限，已提醒',
    'not-signed': () => '未在时限内签收',
    'not-replied': () => '未在时限内反馈',
    urged: (it) => `发出催办单${it.number}（${colour(it)}），要求${on(it.replyBy)}前办结${late(it, '，已逾期', '天')}`,
    demanded: (it) => `发出督办单${it.number}（${colour(it)}），要求${on(it.replyBy)}前办结${late(it, '，已逾期', '天')}`,
    proposed: (it) => `拟${measure(it)}，呈批${it.number}，待领导批示`,
    addressed: (it) => `${measure(it)}呈批${it.number}呈${it.post}${it.leader}`,
    'measure-decided': (it) => `${measure(it)}呈批${it.number}：${it.post}${it.leader}${it.approved ? '同意' : '不同意'}`,
    'measure-carried-out': (it) => `${on(it.on)}已${measure(it)}`,
    drawn: (it) => `抽中回头看，${on(it.dueOn)}前看`,
    revisited: (it) => `回头看：${it.result === 'held' ? '没有反弹' : '问题反弹'}`,
    reopened: (it) => `重新办理，${on(it.newDueOn)}前办结`,
    'province-number': (it) => (it.number ? `省13710系统编号：${it.number}` : '取消省13710系统编号'),
  };
}

function enLines({ on, measure, colour }: Said): Readonly<Record<EventKind, Line>> {
  return {
    issued: (it) =>
      `issued, due ${on(it.dueOn)}${it.overCapBy ? `; above the monthly cap, approved by ${it.overCapBy}: ${it.overCapReason}` : ''}`,
    signed: () => 'signed for',
    replied: () => 'feedback',
    objected: () => 'objected to',
    'asked-extension': (it) => `more time asked for, until ${on(it.wantedDueOn)}; so far: ${it.progress}`,
    decided: (it) =>
      `${it.ask === 'objection' ? 'objection' : 'request for more time'} ${it.granted ? 'granted' : 'not granted'}${it.newDueOn ? `, due ${on(it.newDueOn)}` : ''}`,
    applied: () => 'said to be done',
    checked: () => 'evidence checked',
    visited: () => 'verified on site',
    closed: () => 'settled',
    returned: (it) => `sent back${it.newDueOn ? `, due ${on(it.newDueOn)}` : ''}`,
    withdrawn: () => 'withdrawn',
    reminded: () => 'reminded before the day',
    'not-signed': () => 'not signed for in time',
    'not-replied': () => 'no feedback in time',
    urged: (it) => `reminder slip ${it.number} (${colour(it)}), by ${on(it.replyBy)}${late(it, ', late by', 'days')}`,
    demanded: (it) => `demand slip ${it.number} (${colour(it)}), by ${on(it.replyBy)}${late(it, ', late by', 'days')}`,
    proposed: (it) => `${measure(it)} proposed, ${it.number}, for a leader to decide`,
    addressed: (it) => `${measure(it)} ${it.number}: put before ${it.leader}, ${it.post}`,
    'measure-decided': (it) => `${measure(it)} ${it.number}: ${it.approved ? 'approved' : 'not approved'} by ${it.leader}, ${it.post}`,
    'measure-carried-out': (it) => `${measure(it)} on ${on(it.on)}`,
    drawn: (it) => `drawn for a revisit by ${on(it.dueOn)}`,
    revisited: (it) => `revisited: ${it.result === 'held' ? 'it held' : 'it relapsed'}`,
    reopened: (it) => `open again, due ${on(it.newDueOn)}`,
    'province-number': (it) => (it.number ? `number of the province: ${it.number}` : 'number of the province taken away'),
  };
}

function late(it: EventFacts, before: string, after: string): string {
  return Number(it.daysLate) > 0 ? `${before} ${it.daysLate} ${after}` : '';
}

/** One line of an order's course. */
export function eventLine(kind: EventKind, facts: EventFacts, locale: Locale): string {
  return lines(locale)[kind](facts);
}
