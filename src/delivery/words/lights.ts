import { type CivilDate, daysBetween } from '#/kernel/civil-date.ts';
import { bigNumber, type Locale, longDate, number, percent, round, shortDate } from '#/kernel/format.ts';
import { breaksOf } from '../rules/counter.ts';
import { forecastCaution, isMetUnverified } from '../rules/lights.ts';
import { neededADay, type Point } from '../rules/pace.ts';
import { isPercent, wholeOf } from '../rules/series.ts';
import type { Light, PromiseStanding, Reason, ReasonCode } from '../rules/standing.ts';

export const lightWords: Readonly<Record<Locale, Readonly<Record<Light, string>>>> = {
  'zh-CN': { green: '正常', yellow: '滞后', red: '严重滞后', white: '未到节点', closed: '已完成', grey: '无数据' },
  en: { green: 'on track', yellow: 'behind', red: 'far behind', white: 'not yet due', closed: 'completed', grey: 'no data' },
};

type Facts = Reason['facts'];
type Sentence = (facts: Facts) => string;

const num = (facts: Facts, key: string, digits = 1): string => number(Number(facts[key]), digits);
const day = (facts: Facts, key: string, locale: Locale): string => longDate(String(facts[key]) as CivilDate, locale);
const points = (facts: Facts, key: string): string => number(Math.abs(Number(facts[key])), 1);

const zh: Readonly<Record<ReasonCode, Sentence>> = {
  'no-target': () => '清单没有写明目标值，无法判断快慢',
  'no-approved-steps': ({ stage }) => (stage === null ? '节点和日期还没有报批' : `目前${stage}；节点和日期还没有报批`),
  'no-report': ({ stage }) => (stage === null ? '没有报送数字' : `目前${stage}，没有报送数字`),
  'other-measure': (facts) => `报送的是 ${num(facts, 'value', 2)}${unitAfter(facts.measureUnit)}，与承诺的口径不同，只记录，不计数`,
  'plan-starts-today-or-later': (facts) => `新计划 ${day(facts, 'startsOn', 'zh-CN')}启用，启用日之前不按它亮灯`,
  'not-yet-due': () => '按计划还没有到开始的日子',
  'target-met-accepted': () => '达到目标，已核验',
  'target-met-unverified': () => '达标待核验',
  'deadline-passed': (facts) => `已过办理时限（${day(facts, 'deadline', 'zh-CN')}）${num(facts, 'days')} 天，目标没有达到`,
  gap: (facts) => `比计划少 ${points(facts, 'gapPoints')} 个百分点（界线 ${points(facts, 'threshold')}）`,
  'speed-needed': (facts) => `今后的速度须达到计划的 ${num(facts, 'tspi', 2)} 倍（界线 ${num(facts, 'threshold', 2)}）`,
  'under-one-unit': () => '与计划相差不足一个，按正常计',
  'on-plan': () => '不慢于计划',
  'bound-kept': (facts) => `目前 ${num(facts, 'done', 2)}，在界限 ${num(facts, 'bound', 2)} 以内`,
  'bound-missed': (facts) => `目前 ${num(facts, 'done', 2)}，没有达到界限 ${num(facts, 'bound', 2)}`,
  'from-stage': ({ stage }) => `数字 0 由阶段推得：${stage ?? '未开始'}，还没有产出`,
  'from-sites': (facts) => `由 ${num(facts, 'sites')} 个点位的步骤推算：${num(facts, 'numerator')} ÷ ${num(facts, 'denominator')} 分`,
  'from-records': (facts) => `由 ${num(facts, 'records')} 条实绩计数（口径第 ${num(facts, 'versionNo')} 版）`,
  'default-line': () => '按默认直线推算（单位未报计划）',
  'few-points': (facts) =>
    facts.reportPoints === 1
      ? '单点推算'
      : facts.source === undefined
        ? `只有 ${num(facts, 'reportPoints')} 次报送，推算仅供参考`
        : facts.reportPoints === 0
          ? '还没有计入的记录，无从推算'
          : `计入的只有 ${num(facts, 'reportPoints')} 个时点，推算仅供参考`,
  stale: (facts) => `数据截至 ${day(facts, 'asOf', 'zh-CN')}，已有 ${num(facts, 'days')} 天没有更新`,
  mismatch: (facts) => `${day(facts, 'asOf', 'zh-CN')}的数字核查不符，待更正`,
  'under-verified': (facts) => `已核查 ${percent(Number(facts.share))}，不足 ${percent(Number(facts.needed), 0)}`,
  'to-be-verified': () => '数字待核实',
};

const en: Readonly<Record<ReasonCode, Sentence>> = {
  'no-target': () => 'The list names no target, so nobody can say fast or slow',
  'no-approved-steps': ({ stage }) => `${stage === null ? '' : `Now at: ${stage}. `}Steps and dates have not been approved yet`,
  'no-report': ({ stage }) => (stage === null ? 'No figure was reported' : `Now at: ${stage}. No figure was reported`),
  'other-measure': (facts) =>
    `The report says ${num(facts, 'value', 2)}${unitAfter(facts.measureUnit)}, which is not what was promised; kept, not counted`,
  'plan-starts-today-or-later': (facts) => `A new plan starts on ${day(facts, 'startsOn', 'en')}; it gives no light before that day`,
  'not-yet-due': () => 'By the plan it has not begun yet',
  'target-met-accepted': () => 'Target met and accepted',
  'target-met-unverified': () => 'Target met, acceptance pending',
  'deadline-passed': (facts) => `${num(facts, 'days')} days past the deadline (${day(facts, 'deadline', 'en')}), target not met`,
  gap: (facts) => `${points(facts, 'gapPoints')} percentage points behind plan (threshold ${points(facts, 'threshold')})`,
  'speed-needed': (facts) =>
    `From now on ${num(facts, 'tspi', 2)} times the planned speed is needed (threshold ${num(facts, 'threshold', 2)})`,
  'under-one-unit': () => 'Less than one whole unit behind, counted as on track',
  'on-plan': () => 'Not slower than planned',
  'bound-kept': (facts) => `Now ${num(facts, 'done', 2)}, within the bound of ${num(facts, 'bound', 2)}`,
  'bound-missed': (facts) => `Now ${num(facts, 'done', 2)}, the bound of ${num(facts, 'bound', 2)} is not kept`,
  'from-stage': ({ stage }) => `0 is inferred from the stage: ${stage ?? 'not begun'}, nothing produced yet`,
  'from-sites': (facts) =>
    `Counted from the steps of ${num(facts, 'sites')} sites: ${num(facts, 'numerator')} of ${num(facts, 'denominator')} points`,
  'from-records': (facts) => `Counted from ${num(facts, 'records')} records (definition ${num(facts, 'versionNo')})`,
  'default-line': () => 'Judged by the default straight line (the unit filed no plan)',
  'few-points': (facts) =>
    facts.source !== undefined
      ? facts.reportPoints === 0
        ? 'Nothing is on record yet, so nothing is projected'
        : `Projected from ${num(facts, 'reportPoints')} days on record only`
      : facts.reportPoints === 1
        ? 'Projected from a single report'
        : `Projected from ${num(facts, 'reportPoints')} reports only`,
  stale: (facts) => `Figures as of ${day(facts, 'asOf', 'en')}, not renewed for ${num(facts, 'days')} days`,
  mismatch: (facts) => `The figure of ${day(facts, 'asOf', 'en')} was found wrong and awaits correction`,
  'under-verified': (facts) => `${percent(Number(facts.share))} verified, less than ${percent(Number(facts.needed), 0)}`,
  'to-be-verified': () => 'The figure is yet to be verified',
};

const reasonWords = { 'zh-CN': zh, en } as const satisfies Record<Locale, typeof zh>;

export function reasonSentence({ code, facts }: Reason, locale: Locale = 'zh-CN'): string {
  return reasonWords[locale][code](facts);
}

function unitAfter(measureUnit: unknown): string {
  const text = String(measureUnit ?? '');
  return text === '' || isPercent(text) ? text : ` ${text}`;
}

/** Why a promise is behind, in days and in work to be done: 比默认直线计划慢 117 天；要如期完成，今后每天须做 1,750 名，是目前的 5.2 倍. */
export function standingSentence(standing: PromiseStanding, locale: Locale = 'zh-CN'): string | null {
  const { pace, light, plan, promise } = standing;
  if (pace === null || plan === null || (light !== 'red' && light !== 'yellow')) return null;
  const days = number(pace.behindDays, 0);
  const isDefault = plan.kind === 'default-line';
  const daysLeft = pace.plannedDays - pace.elapsedDays;
  const behind =
    locale === 'zh-CN'
      ? `比${isDefault ? '默认直线' : ''}计划慢 ${days} 天`
      : `${days} days behind the ${isDefault ? 'default straight line' : 'plan'}`;
  if (daysLeft <= 0 || promise.measure === 'milestone-set') return behind;
  const rate = rateText(neededADay(wholeOf(promise), pace.done, daysLeft), promise.measureUnit, locale);
  return locale === 'zh-CN'
    ? `${behind}；要如期完成，今后${rate}${timesText(pace, locale)}`
    : `${behind}; to finish in time, ${rate}${timesText(pace, locale)}`;
}

/** Rates under one a day are said by the week, under one a week by the month. */
function rateText(aDay: number, measureUnit: string, locale: Locale): string {
  const [length, index] = aDay >= 1 ? [1, 0] : aDay * 7 >= 1 ? [7, 1] : [30, 2];
  const amount = number(aDay * length, aDay * length >= 100 ? 0 : 1);
  const unit = measureUnit === '' ? '' : ` ${measureUnit}`;
  return locale === 'zh-CN'
    ? `每${'天周月'[index]}须做 ${amount}${unit}`
    : `${amount}${unit} a ${['day', 'week', 'month'][index]} are needed from now on`;
}

function timesText({ done, effortRatio }: NonNullable<PromiseStanding['pace']>, locale: Locale): string {
  if (effortRatio !== null)
    return locale === 'zh-CN' ? `，是目前的 ${number(effortRatio, 1)} 倍` : `, ${number(effortRatio, 1)} times the present speed`;
  if (done > 0) return locale === 'zh-CN' ? '，而近期没有进展' : ', while nothing was added lately';
  return locale === 'zh-CN' ? '，而目前为 0' : ', and nothing is done yet';
}

/** When it will be finished at the speed so far, with what must be said about it: 尚无法预测, 单点推算. */
export function forecastSentence(standing: PromiseStanding, locale: Locale = 'zh-CN'): string | null {
  const { pace, plan, light, doneFrom } = standing;
  if (pace === null || plan === null || light === 'closed' || isMetUnverified(standing)) return null;
  const caution = forecastCaution(pace);
  const isChinese = locale === 'zh-CN';
  const isCounted = doneFrom === 'records' || doneFrom === 'sites';
  if (caution === 'too-early' || pace.forecastOn === null) return isChinese ? '尚无法预测完成日期' : 'Too early to forecast';
  const note =
    caution === 'few-points'
      ? isChinese
        ? `（${pace.reportPoints === 1 ? '单点推算' : isCounted ? '计入的时点不足三个' : '报送不足三次'}）`
        : ` (fewer than three ${isCounted ? 'days on record' : 'reports'})`
      : '';
  const late = daysBetween(plan.deadline, pace.forecastOn);
  const day = longDate(pace.forecastOn, locale);
  if (late <= 0) return isChinese ? `照目前速度，预计 ${day}完成${note}` : `At this speed done on ${day}${note}`;
  return isChinese
    ? `照目前速度，预计 ${day}完成，比时限晚 ${number(late)} 天${note}`
    : `At this speed done on ${day}, ${number(late)} days after the deadline${note}`;
}

/** What a bar says to those who do not see it: 完成 57,000 名（14.3%），按计划应为 185,205 名（46.3%）. */
export function barLabel({ done, pace, promise }: PromiseStanding, locale: Locale = 'zh-CN'): string {
  const whole = wholeOf(promise);
  const isChinese = locale === 'zh-CN';
  if (done === null || whole <= 0) return isChinese ? '没有可计的数字' : 'no countable figure';
  const unit = unitAfter(promise.measureUnit);
  const share = (value: number) =>
    `${number(value, value < 100 ? 1 : 0)}${unit}${isChinese ? '（' : ' ('}${round((value / whole) * 100, 1)}%${isChinese ? '）' : ')'}`;
  const planned = pace === null ? '' : isChinese ? `，按计划应为 ${share(pace.expected)}` : `, planned ${share(pace.expected)}`;
  return `${isChinese ? '完成 ' : 'done '}${share(done)}${planned}`;
}

/** Below a line that breaks; null where it does not. */
export function breakSentence(drawn: readonly Point[], locale: Locale = 'zh-CN'): string | null {
  const days = breaksOf(drawn);
  if (days.length === 0) return null;
  return locale === 'zh-CN'
    ? `计数口径自 ${days.join('、')} 起改为新的一版：曲线在双竖线处断开，前后两段口径不同，不能相减。`
    : `A new definition counts from ${days.join(', ')}: the line breaks at the double stroke, and what lies on its two sides is not subtracted.`;
}

/** Whole words for a chart. */
export function chartWords(standing: PromiseStanding, locale: Locale = 'zh-CN') {
  const { promise, pace } = standing;
  const target = `${bigNumber(wholeOf(promise), locale)}${unitAfter(promise.measureUnit)}`;
  const forecast = pace?.forecastOn ?? null;
  const isChinese = locale === 'zh-CN';
  return {
    target: isChinese ? `目标 ${target}` : `target ${target}`,
    today: isChinese ? '今天' : 'today',
    forecast: forecast === null ? '' : isChinese ? `${forecast.slice(0, 4)}.${Number(forecast.slice(5, 7))}` : forecast.slice(0, 7),
    month: (month: number) =>
      isChinese ? `${month}月` : ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1]!,
    asOf: (on: CivilDate) => shortDate(on, locale),
  };
}
