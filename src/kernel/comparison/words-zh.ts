import { number, percent, round } from '../format.ts';
import type { Comparison, Offer, Reason, Side } from './figure.ts';
import { likeMonthsText, periodWords, signed } from './period-words.ts';
import type { Period, Span } from './span.ts';

const SIDES: Readonly<Record<Side, string>> = { a: '新的数', b: '旧的数' };
const SPAN = { month: '个月', day: '天' } as const;
const PER = { month: '月均', day: '日均' } as const;

const span = ({ unit, length }: Span) => `${length}${SPAN[unit]}`;
const when = (period: Period) => periodWords(period, 'zh-CN');
const interval = (low: string, high: string | null) => (high === null ? `${low}以上` : `${low}～${high}`);

export const verdictsZh = { comparable: '可比', caution: '慎比', refused: '不可比' } as const;

/** Sources by their code; whoever typed a method typed its words. */
const METHODS: Readonly<Record<string, string>> = { reports: '单位报送', sites: '由点位推算', records: '由实绩计数' };
const method = (it: string) => METHODS[it] ?? it;

export function reasonZh(reason: Reason): string {
  switch (reason.code) {
    case 'other-indicator':
      return `数的不是同一件事：一个是“${reason.a}”，一个是“${reason.b}”`;
    case 'other-unit':
      return `计量单位不同：一个按“${reason.a}”，一个按“${reason.b}”`;
    case 'count-against-share':
      return '一个是数量，一个是比率';
    case 'other-scope':
      return `范围不同：一个是“${reason.a}”，一个是“${reason.b}”`;
    case 'other-definition':
      return `计数口径改过：一个用${versionZh(reason.a)}，一个用${versionZh(reason.b)}`;
    case 'other-method':
      return `取数方法不同：一个是“${method(reason.a)}”，一个是“${method(reason.b)}”`;
    case 'period-unknown':
      return `${SIDES[reason.side]}没有说明从哪天到哪天`;
    case 'other-length':
      return `期间长短不同：${span(reason.a)}对${span(reason.b)}`;
    case 'overlapping':
      return '两个期间有重叠，同一件事会数两次';
    case 'other-months':
      return `不是同样的月份：${when(reason.a)}与${when(reason.b)}，季节的影响分不出来，是环比，不是同比`;
    case 'not-closed':
      return `${SIDES[reason.side]}的期间还没有结束，晚报的数还没有到齐`;
    case 'base-unknown':
      return `${SIDES[reason.side]}只有百分比，没有说是多少里的百分之几`;
    case 'share-impossible':
      return `${reason.printed}%不可能是${number(reason.base)}里的比率：最近的是${reason.nearest.count}/${reason.nearest.base}，即${percent(reason.nearest.count / reason.nearest.base, 2)}`;
    case 'definition-unknown':
      return '有一方没有说明计数口径';
    case 'method-unknown':
      return '有一方没有说明取数方法';
  }
}

function versionZh(version: string): string {
  return /^[\d.、]+$/.test(version) ? `第${version}版` : `“${version}”`;
}

export function offerZh(offer: Offer, { a, b }: Pick<Comparison, 'a' | 'b'>): string {
  const unit = a.measureUnit;
  switch (offer.code) {
    case 'change':
      return `${named(a.period)}${number(offer.a)} ${unit}；${named(b.period)}${number(offer.b)} ${unit}${offer.percent === null ? '' : `；变化${signed(offer.percent, 1)}%`}`;
    case 'null-of-lengths':
      return `什么都不变，只因${span(offer.a)}对${span(offer.b)}，也会显示${signed(offer.percent, 1)}%`;
    case 'per-span':
      return `按${PER[offer.unit]}折算：${offer.a === null || offer.b === null ? '' : `${number(offer.a)}${unit}对${number(offer.b)}${unit}，`}${offer.percent === null ? '旧的数为0，算不出变化' : `变化${signed(offer.percent)}%`}；不可作同比`;
    case 'rate-ratio':
      return `${offer.ratio === null ? '旧的数为0，没有倍数' : `比率之比${offer.ratio.toFixed(2)}`}，${percent(offer.level, 0)}精确区间${interval(offer.low.toFixed(2), offer.high?.toFixed(2) ?? null)}：${offer.differs ? '确有差别' : '数太少，说不上有差别'}`;
    case 'same-months':
      return `同月份相比（${likeMonthsText(offer.months, 'zh-CN')}）：${number(offer.a)}${unit}对${number(offer.b)}${unit}${offer.percent === null ? '' : `，变化${signed(offer.percent, 1)}%`}`;
    case 'depends-on-share':
      return `究竟变化多少，要看全年的数有几成落在这几个月：${offer.rows.map((it) => `${percent(it.share, 0)}则${signed(it.percent)}%`).join('，')}；若占${percent(offer.unchangedShare, 0)}，则没有变化`;
    case 'share-of':
      return `${SIDES[offer.side]}${offer.count}/${offer.base}，即${percent(offer.count / offer.base, 1)}（${percent(offer.level, 0)}精确区间${interval(percent(offer.low), offer.high === null ? null : percent(offer.high))}）`;
    case 'points':
      return `相差${round(offer.points, 1).toFixed(1)}个百分点`;
    case 'smallest-base':
      return `能得出${offer.printed}%的最小基数是${offer.smallest.base}（${offer.smallest.count}/${offer.smallest.base}）`;
    case 'needs-months':
      return `要作同比，请提供${SIDES[offer.side]}的分月数：${likeMonthsText(offer.months, 'zh-CN')}`;
    case 'needs-base':
      return `请提供${SIDES[offer.side]}的分子和分母`;
    case 'each-alone':
      return '两个数只能各说各的，不能放在一起比';
  }
}

function named(period: Period | null): string {
  return period === null ? '' : `${when(period)}：`;
}
