import { type CivilDate, isCivilDate } from '#/kernel/civil-date.ts';
import { type Locale, longDate, number } from '#/kernel/format.ts';
import type { OrderState } from '#/orders/rules/order.ts';
import type { AgendaFacts, AgendaItem, AgendaKind, RedPromise } from '../rules/agenda.ts';
import type { BlockerLevel } from '../rules/blocker.ts';

export const kindWords: Readonly<Record<Locale, Readonly<Record<AgendaKind, string>>>> = {
  'zh-CN': {
    decision: '上次议定未办结',
    red: '严重滞后',
    gate: '关口临近',
    blocker: '堵点',
    order: '督办逾期',
    silent: '碰头未报',
    added: '其他议题',
  },
  en: {
    decision: 'decided, not done',
    red: 'far behind',
    gate: 'gate is near',
    blocker: 'blocker',
    order: 'order overdue',
    silent: 'silent',
    added: 'other business',
  },
};

export const levelWords: Readonly<Record<Locale, Readonly<Record<BlockerLevel, string>>>> = {
  'zh-CN': { unit: '本单位', leader: '分管领导', meeting: '调度会', city: '提请市级协调', utility: '专营单位' },
  en: { unit: 'the unit', leader: 'overseeing leader', meeting: 'review meeting', city: 'the city', utility: 'a utility' },
};

const orderStatesZh: Readonly<Record<OrderState, string>> = {
  issued: '待签收',
  signed: '办理中',
  applied: '已申请销号',
  checked: '材料已核查',
  visited: '已现场核验',
  closed: '已办结',
  withdrawn: '已撤回',
};
const orderStatesEn: Readonly<Record<OrderState, string>> = {
  issued: 'not signed for',
  signed: 'under way',
  applied: 'said to be done',
  checked: 'papers checked',
  visited: 'seen on site',
  closed: 'closed',
  withdrawn: 'withdrawn',
};

export function orderStateWord(state: string, locale: Locale): string {
  const words: Readonly<Record<string, string>> = locale === 'zh-CN' ? orderStatesZh : orderStatesEn;
  return words[state] ?? state;
}

/** What the item is about, in one sentence with its figures. */
export function agendaSentence({ facts }: Pick<AgendaItem, 'facts'>, locale: Locale = 'zh-CN'): string {
  return locale === 'zh-CN' ? zh(facts) : en(facts);
}

const day = (on: CivilDate | null, locale: Locale) => (on !== null && isCivilDate(on) ? longDate(on, locale) : '—');

function zh(it: AgendaFacts): string {
  switch (it.kind) {
    case 'red':
      return it.promises.map(redZh).join('；');
    case 'gate': {
      const left = it.slackDays < 0 ? `已晚${-it.slackDays}个工作日` : it.slackDays === 0 ? '没有余地' : `余地${it.slackDays}个工作日`;
      return `“${it.name}”${left}${it.latestStart === null ? '' : `，最迟${day(it.latestStart, 'zh-CN')}开始`}${it.isProvisional ? '（暂定）' : ''}`;
    }
    case 'blocker':
      return `已${it.ageDays}天，提请${it.askedOf === '' ? levelWords['zh-CN'][it.level] : it.askedOf}${it.asked === '' ? '' : `：${it.asked}`}`;
    case 'order':
      return `${it.number}，应于${day(it.dueOn, 'zh-CN')}办结，已逾期${it.lateDays}天`;
    case 'decision':
      return `第${it.meetingNo}次会议议定${it.number === null ? '' : `（${it.number}）`}，${orderStateWord(it.state, 'zh-CN')}，时限${day(it.dueOn, 'zh-CN')}${it.lateDays > 0 ? `，已逾期${it.lateDays}天` : ''}`;
    case 'silent':
      return `${it.weeks.map((week) => `第${Number(week.slice(6))}周`).join('、')}未报周碰头`;
    case 'added':
      return '';
  }
}

function redZh({ label, done, target, measureUnit, behindDays }: RedPromise): string {
  const figure = target === null ? '' : `${done === null ? '无数据' : number(done)} / ${number(target)}${measureUnit}`;
  return `${label}${figure === '' ? '' : ` ${figure}`}${behindDays === null || behindDays <= 0 ? '' : `，落后${behindDays}天`}`;
}

function en(it: AgendaFacts): string {
  switch (it.kind) {
    case 'red':
      return it.promises.map(redEn).join('; ');
    case 'gate':
      return `“${it.name}”: ${it.slackDays < 0 ? `${-it.slackDays} working days late` : `${it.slackDays} working days to spare`}${it.isProvisional ? ' (provisional)' : ''}`;
    case 'blocker':
      return `for ${it.ageDays} days, with ${it.askedOf === '' ? levelWords.en[it.level] : it.askedOf}${it.asked === '' ? '' : `: ${it.asked}`}`;
    case 'order':
      return `${it.number}, due ${day(it.dueOn, 'en')}, ${it.lateDays} days overdue`;
    case 'decision':
      return `decided in meeting ${it.meetingNo}${it.number === null ? '' : ` (${it.number})`}, ${orderStateWord(it.state, 'en')}, due ${day(it.dueOn, 'en')}${it.lateDays > 0 ? `, ${it.lateDays} days overdue` : ''}`;
    case 'silent':
      return `no weekly check in ${it.weeks.join(', ')}`;
    case 'added':
      return '';
  }
}

function redEn({ label, done, target, measureUnit, behindDays }: RedPromise): string {
  const figure = target === null ? '' : ` ${done === null ? 'no data' : number(done)} / ${number(target)} ${measureUnit}`;
  return `${label}${figure}${behindDays === null || behindDays <= 0 ? '' : `, ${behindDays} days behind`}`;
}
