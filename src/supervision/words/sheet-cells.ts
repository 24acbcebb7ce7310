import { LIGHT_SHAPES } from '#/delivery/rules/charts.ts';
import type { Light } from '#/delivery/rules/standing.ts';
import { lightWords, reasonSentence } from '#/delivery/words/lights.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { longDate, percent, round, shortDate } from '#/kernel/format.ts';
import type { SheetPart } from '#/kernel/sheet.ts';
import type { BulletinItem } from '../rules/bulletin-item.ts';
import type { PrintedCorrection } from '../rules/extra.ts';
import type { Totals } from '../rules/figures-for.ts';
import { correctionsTexts } from './extra.ts';
import { words } from './labels.ts';
import { quantity, targetText, tenths } from './quantity.ts';

/** 印刷页的格子: the cells that a leader's page and a unit's page have in common, so that a figure reads the same on both. */
export const LABELS = words['zh-CN'];

/** When the month was frozen, and what its bulletin has corrected since. */
export type PageStand = { readonly month: number; readonly frozenOn: CivilDate | null; readonly corrections: readonly PrintedCorrection[] };

export function correctionParts({ corrections }: PageStand): readonly SheetPart[] {
  return correctionsTexts({ corrections }).map((text) => ({ kind: 'text', lead: '更正：', text }));
}

export function standNotes({ month, frozenOn }: PageStand): readonly string[] {
  return frozenOn === null ? [] : [`注：本页用${month}月的月度数字，于${longDate(frozenOn)}固定；此后报来的不改本页。`];
}

/** ■ 严重滞后: a word and a shape, readable in black and white. */
export function lightCell(light: Light): string {
  return `${LIGHT_SHAPES[light]} ${lightWords['zh-CN'][light]}`;
}

/** 分子、分母、期间. */
export function figureCell(item: BulletinItem, from: CivilDate): string {
  const { done, target, measureUnit, doneOn, stage, doneFrom, verifiedShare } = item;
  const goal = targetText(item, 'zh-CN');
  const numerator = done === null ? (stage ?? '没有报数') : quantity(done, measureUnit, 'zh-CN');
  const share = done !== null && target ? `（${percent(done / target)}）` : '';
  const from0 = doneFrom === 'stage' ? '，由阶段推得' : '';
  const period = done === null || doneOn === null ? '' : `\n${shortDate(from)}至${shortDate(doneOn)}${from0}`;
  const checked = verifiedShare === null ? '' : `\n已核查${percent(verifiedShare)}`;
  return `${numerator} / ${goal ?? '未定目标'}${share}${period}${checked}`;
}

/** 落后多少、为什么: by the rule of the light, in the words of the board. */
export function whyText({ light, reasons, behindDays, asOf, deadline }: BulletinItem): string {
  if (light !== 'red' && light !== 'yellow') return reasons[0] === undefined ? '' : reasonSentence(reasons[0], 'zh-CN');
  if (asOf > deadline) return `${shortDate(deadline)}到期未完成`;
  const days = behindDays === null || behindDays <= 0 ? '' : `落后${behindDays < 1 ? '不足1' : round(behindDays)}天`;
  const why = reasons.find((it) => it.code === 'gap' || it.code === 'speed-needed' || it.code === 'bound-missed');
  return [days, why === undefined ? '' : reasonSentence(why, 'zh-CN')].filter((it) => it !== '').join('，');
}

/** 单位的原话, with its day; shortened where the page has no room for all of it. */
export function saidText({ said, cause }: BulletinItem, length: number): string {
  if (cause !== null && length > 0) {
    const why = cause.text.length > length ? `${cause.text.slice(0, length)}…` : cause.text;
    return `单位说明：“${why}”${cause.until === null ? '' : `，${shortDate(cause.until)}前补上`}`;
  }
  if (said === null || length === 0) return '';
  const whole = said.text.replace(/\s+/g, '');
  const text = whole.length > length ? `${whole.slice(0, length)}…` : whole;
  return `${said.on === null ? '' : `${shortDate(said.on)}`}报：“${text}”`;
}

/** 严重滞后5项，占38.5%；…… */
export function countsText({ projectCount, promiseCount, projectsByLight, promisesByClass }: Totals): string {
  const lights = projectsByLight.filter(({ count }) => count > 0).map(({ key, count }) => `${lightCell(key)}${count}件`);
  const classes = promisesByClass
    .filter(({ count }) => count > 0)
    .map(({ key, count, tenths: part }) => `${LABELS.classes[key]}${count}项（${tenths(part)}）`);
  return `${projectCount}件${lights.length === 0 ? '' : `：${lights.join('，')}`}；分解为${promiseCount}项承诺${classes.length === 0 ? '' : `：${classes.join('，')}`}。`;
}
