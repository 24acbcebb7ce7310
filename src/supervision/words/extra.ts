import { lightWords } from '#/delivery/words/lights.ts';
import { longDate, percent, round, shortDate } from '#/kernel/format.ts';
import type { BulletinContent } from '../rules/bulletin.ts';
import type { CorrectedLine } from '../rules/correction.ts';
import type { BulletinExtra, OrdersOfMonth, PrintedCorrection, UnitClass } from '../rules/extra.ts';
import { quantity, targetText } from './quantity.ts';

/** 增加的内容的字句: the letter is Chinese, and so are these. */
export const EXTRA_HEADINGS = {
  orders: '督办事项办理情况',
  early: '提前和超额完成的承诺',
  adjusted: '经批准的调整',
  corrections: '更正',
} as const;

const UNIT_WORDS: Readonly<Record<UnitClass, string>> = {
  seriously: '有严重滞后承诺的',
  behind: '有滞后承诺、没有严重滞后的',
  unjudged: '没有滞后、但有无法判断的',
  'on-pace': '全部按序时推进的',
  done: '全部完成的',
};

/** 按牵头单位看: every unit stands in one class, and the rule is printed with it. */
export function unitsText({ units }: BulletinExtra): readonly string[] {
  if (units.length === 0) return [];
  const parts = units.map(({ key, units: names }) => `${UNIT_WORDS[key]}${names.length}个（${names.join('、')}）`);
  return [`按牵头单位看（一个单位只归一类，以其牵头承诺中最差的一项为准）：${parts.join('；')}。`];
}

/** 按时率 against the month before, both with numerator and denominator. */
export function disciplineText({ reporting, extra }: BulletinContent): readonly string[] {
  const before = extra?.onTimeBefore ?? null;
  if (before === null || reporting === null || reporting.due === 0 || !reporting.isOver) return [];
  const [now, then] = [reporting.onTime / reporting.due, before.onTime / before.due];
  const points = round((now - then) * 100, 1);
  const change = points === 0 ? '持平' : `${points > 0 ? '提高' : '下降'}${Math.abs(points)}个百分点`;
  return [`按时率比上月${change}（上月${percent(then)}，${before.onTime}/${before.due}）。`];
}

export function ordersTexts({ issued, closed, open, overdue, lines }: OrdersOfMonth): readonly string[] {
  const first = `本月交办${issued}件；办结${closed}件，正在办理${open}件，逾期未办结${overdue}件。`;
  const late = lines
    .filter(({ state }) => state === 'overdue')
    .map((it) => `${it.number}“${it.matter}”（${it.unit}，限${shortDate(it.dueOn)}）`);
  const done = lines
    .filter(({ state }) => state === 'closed')
    .map((it) => `${it.number}“${it.matter}”（${it.unit}，${shortDate(it.closedOn!)}办结）`);
  return [
    first,
    ...(late.length === 0 ? [] : [`逾期未办结：${late.join('；')}。`]),
    ...(done.length === 0 ? [] : [`已办结：${done.join('；')}。`]),
  ];
}

export function earlyTexts({ early, over }: BulletinExtra): readonly string[] {
  const first = early.map(({ item, days }) => `第${item.no}件${item.promise}（${item.leadUnit ?? '清单未列牵头单位'}）提前${days}天`);
  const more = over.map((it) => {
    const share = percent(it.done! / it.target!);
    return `第${it.no}件${it.promise}（目标${targetText(it, 'zh-CN')}，已完成${quantity(it.done!, it.measureUnit, 'zh-CN')}，为目标的${share}）`;
  });
  return [
    ...(first.length === 0 ? [] : [`提前完成${first.length}项：${first.join('；')}。`]),
    ...(more.length === 0 ? [] : [`超过目标${more.length}项：${more.join('；')}。`]),
  ];
}

export function adjustedTexts({ adjusted }: BulletinExtra): readonly string[] {
  return adjusted.map(({ item, adjustment: { decision, documentNo, decidedOn, reason, kind } }) => {
    const what = kind === 'termination' ? '终止' : `调整（目标现为${targetText(item, 'zh-CN') ?? '无目标值'}）`;
    return `第${item.no}件${item.promise}：${longDate(decidedOn)}经${decision}批准${what}，${documentNo}，原因：${reason.replace(/[。；]$/, '')}。`;
  });
}

export function correctionsTexts({ corrections }: Pick<BulletinExtra, 'corrections'>): readonly string[] {
  return corrections.map(
    ({ month, issue, no, issuedOn, reason, lines }: PrintedCorrection) =>
      `${month}月份通报${issue === null ? '' : `（第${issue}期）`}第${no}次更正（${longDate(issuedOn)}）：${lines.map(correctedText).join('；')}。原因：${reason.replace(/[。；]$/, '')}。`,
  );
}

export function correctedText({ no, promise, measureUnit, was, now }: CorrectedLine): string {
  const figure = ({ done, stage, light }: CorrectedLine['was']) =>
    `${done === null ? (stage ?? '没有报数') : quantity(done, measureUnit, 'zh-CN')}、${lightWords['zh-CN'][light]}`;
  return `第${no}件${promise}，原为${figure(was)}，更正为${figure(now)}`;
}
