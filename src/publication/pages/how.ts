import { DEFAULT_LIGHTS, type LightSettings, WORST_FIRST } from '#/delivery/rules/lights.ts';
import type { Light } from '#/delivery/rules/standing.ts';
import { lightWords } from '#/delivery/words/lights.ts';
import type { Locale } from '#/kernel/format.ts';
import { type Html, html } from '#/kernel/html.ts';
import type { Look } from './look.ts';
import { badge } from './promise.ts';

type HowWords = {
  readonly title: string;
  readonly lead: string;
  readonly table: string;
  readonly light: string;
  readonly when: string;
  readonly rules: (settings: LightSettings) => Readonly<Record<Light, string>>;
  readonly sections: (settings: LightSettings, worst: string) => readonly (readonly [heading: string, ...paragraphs: string[]])[];
};

const zh: HowWords = {
  title: '灯色怎样计算',
  lead: '灯色由程序按报送并经采用的数字计算，同样的数字永远得出同样的灯。没有人可以改灯，也没有“数据缺了算正常”。',
  table: '六种灯和它们的条件',
  light: '灯',
  when: '什么时候亮',
  rules: (s) => ({
    closed: '达到目标，并已验收。',
    green: `没有落后，或落后不到 ${s.yellowGapPoints} 个百分点，且今后所需速度不超过计划的 ${s.yellowTspi.toFixed(2)} 倍；已达标待核验的也是绿灯。`,
    yellow: `落后 ${s.yellowGapPoints} 至 ${s.redGapPoints} 个百分点，或今后所需速度超过计划的 ${s.yellowTspi.toFixed(2)} 倍。`,
    red: `落后超过 ${s.redGapPoints} 个百分点，或今后所需速度超过计划的 ${s.redTspi.toFixed(2)} 倍，或期限已过仍未达标。`,
    white: '按计划现在还不该有产出，也确实没有。',
    grey: '没有目标值，或没有批准的节点，或没有报送。没有数据就是灰灯，不当作正常，也不当作零。',
  }),
  sections: (s, worst) => [
    [
      '应到多少',
      '每项承诺有一条计划曲线：由牵头单位在开始前报、经批准后锁定。没有报计划的，按全年匀速的直线推算，并标明“按默认直线推算（单位未报计划）”。年中才批准的计划，从批准那天起算，不往前追认。',
    ],
    [
      '慢多少天',
      '看今天做完的量，按计划本该在哪一天做完；两个日子之差就是快慢的天数（挣得进度法，Lipke 2003，ISO 21508:2018）。',
      '例：全年 365 天、目标 400,000 名的检测，到第 169 天做完 57,000 名。按直线今天应到 185,205 名；57,000 名按计划是第 52 天的量，慢 117 天。余下每天须完成 1,750 名，是此前每天 337 名的 5.2 倍。',
    ],
    ['差不到一个不算落后', `按场、按个计数的事，目标不少于 ${s.wholeUnitTarget} 的，在期限之前差不到完整一个，仍是绿灯。`],
    ['比率和越少越好的事', '满意率、覆盖率、投诉件数等，不看匀速，只看是否守住界限和分步界限。'],
    ['一件实事的灯', `一件实事有几项承诺时，取最差的一盏，次序是：${worst}。不取平均。`],
    [
      '旧数据和旧月份',
      `数字的截至日早于 ${s.staleAfterDays} 天的，标“数据已旧”。每月末的灯冻结不改；之后赶上的，那个月记“补上”，仍是黄色，不改绿。`,
    ],
    ['预计完成日', `少于 ${s.forecastPoints} 次报送的，不发布预计完成日。`],
  ],
};

const en: HowWords = {
  title: 'How lights are computed',
  lead: 'Lights are computed from reported and adopted figures; the same figures always give the same light. Nobody can set a light, and missing data never counts as on track.',
  table: 'The six lights and when they show',
  light: 'Light',
  when: 'When',
  rules: (s) => ({
    closed: 'The target is met and accepted.',
    green: `Not behind, or by less than ${s.yellowGapPoints} points, and the speed needed from now on is at most ${s.yellowTspi.toFixed(2)} times the plan; also when the target is met but not yet verified.`,
    yellow: `Behind by ${s.yellowGapPoints} to ${s.redGapPoints} points, or the speed needed is above ${s.yellowTspi.toFixed(2)} times the plan.`,
    red: `Behind by more than ${s.redGapPoints} points, or the speed needed is above ${s.redTspi.toFixed(2)} times the plan, or the deadline has passed unmet.`,
    white: 'By the plan nothing is due yet, and nothing is done.',
    grey: 'No target value, no approved steps, or no report. Missing data is grey: neither on track nor zero.',
  }),
  sections: (s, worst) => [
    [
      'What is expected',
      'Each promise has a plan curve, reported by the lead unit before the start and locked on approval. Without one, the straight line over the whole year is used and labelled so. A plan approved during the year counts from the day of its approval.',
    ],
    [
      'How many days behind',
      'The day by which the plan would have had today’s quantity, compared with today (Earned Schedule, Lipke 2003, ISO 21508:2018).',
      'Example: 400,000 tests in 365 days, 57,000 done on day 169. The straight line expects 185,205; 57,000 is what it expects on day 52: 117 days behind. From now on 1,750 a day are needed, 5.2 times the 337 a day so far.',
    ],
    [
      'Less than one is not behind',
      `Things and events that come in ones, with a target of ${s.wholeUnitTarget} or more, stay green before the deadline while less than one whole unit is missing.`,
    ],
    ['Ratios, and where lower is better', 'They are judged by their bound and its dated steps, not by an even pace.'],
    ['The light of a project', `The worst of its promises, in this order: ${worst}. No averages.`],
    [
      'Old data, past months',
      `A figure older than ${s.staleAfterDays} days is marked as old. Month-end lights are frozen; a month caught up later reads “caught up” and stays yellow.`,
    ],
    ['Forecast', `No forecast is published below ${s.forecastPoints} reports.`],
  ],
};

const words: Readonly<Record<Locale, HowWords>> = { 'zh-CN': zh, en };

export function howTitle(locale: Locale): string {
  return words[locale].title;
}

export function howBody({ locale }: Look, settings: LightSettings = DEFAULT_LIGHTS): Html {
  const { title, lead, table, light, when, rules, sections } = words[locale];
  const rule = rules(settings);
  const worst = WORST_FIRST.map((it) => lightWords[locale][it]).join(locale === 'en' ? ', ' : '、');
  return html`<h1>${title}</h1><p class="lede">${lead}</p>
<table><caption>${table}</caption><thead><tr><th scope="col">${light}</th><th scope="col">${when}</th></tr></thead>
<tbody>${WORST_FIRST.map((it) => html`<tr><th scope="row">${badge(it, locale)}</th><td>${rule[it]}</td></tr>`)}</tbody></table>
${sections(settings, worst).map(([heading, ...paragraphs]) => html`<section><h2>${heading}</h2>${paragraphs.map((it) => html`<p>${it}</p>`)}</section>`)}`;
}
