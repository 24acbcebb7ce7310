import { lightWords } from '#/delivery/words/lights.ts';
import { bigNumber, longDate, number, percent, round, shortDate } from '#/kernel/format.ts';
import { type BulletinContent, printed } from '../rules/bulletin.ts';
import type { BulletinItem, Forecast, Needed } from '../rules/bulletin-item.ts';
import type { BulletinClass } from '../rules/classes.ts';
import { countOf } from '../rules/figures.ts';
import { addedSentences } from './added.ts';
import { annexRows } from './annex-rows.ts';
import type { BulletinWords } from './bulletin-words.ts';
import { words } from './labels.ts';
import { quantity, targetText, tenths } from './quantity.ts';

const LABELS = words['zh-CN'];
const LIGHTS = lightWords['zh-CN'];

export const bulletinZh: BulletinWords = {
  title: ({ year, month, kind }) => ['关于', `${year}年`, `${month}月份`, ...kindWords(kind), '进展情况的', '通报'],
  annexTitle: ({ year, month, kind }) => [`${year}年`, `${month}月份`, ...kindWords(kind), '进展情况表'],
  headings: {
    overall: '总体情况',
    behind: '滞后的承诺',
    seriously: (count) => `严重滞后${count}项`,
    slightly: (count) => `滞后${count}项`,
    running: '其他承诺的进展',
    unjudged: '无法判断的承诺',
    nextSteps: '下一步要求',
    objection: '异议反馈',
  },
  standing: {
    opening: ({ kind }) => `现将截至{截至}的${LABELS.kinds[kind]}进展情况通报如下。`,
    'next-steps': nextSteps,
    closing: () => '',
  },
  overall,
  partly: (count) => `另有${count}项略去，已计入本组项数。`,
  nothingBehind: (content) =>
    content.promisesByClass.every(({ key, count }) => count === 0 || key === 'no-data' || key === 'no-target')
      ? `截至${shortDate(content.asOf)}，没有一项承诺可以判断进度，不能说没有滞后。`
      : `截至${shortDate(content.asOf)}，可以判断进度的承诺中没有滞后的。`,
  reporting,
  behind: (item, isPublic = false) => ({
    lead: `第${item.no}件“${item.project}”：${item.promise}。`,
    text: `${behindText(item)}${isPublic ? '' : causeText(item.cause)}`,
  }),
  running,
  unjudged,
  objection,
  annex: {
    columns: ['序号', '项目', '承诺', '目标', '已完成', '按计划\n应完成', '进度灯', '落后\n天数', '牵头单位', '截至'],
    asOf: ({ asOf, elapsedDays, periodDays }) => `截至${longDate(asOf)}，序时进度${percent(share(elapsedDays, periodDays))}`,
    rows: (content) => annexRows(content, 'zh-CN'),
    notes: (content, isPublic = false) => [
      '注：1.进度灯按计划推算：低于计划10至30个百分点，或此后所需速度为计划的1.1至1.3倍，为滞后；再低或再快为严重滞后；未报计划的按全年直线推算。',
      '2.“按计划应完成”“落后天数”只在有目标值、有数据时给出；无数据、无目标值的不作判断，也不计入正常。',
      ...leftOutNotes(content, isPublic).map((it) => `3.${it}`),
    ],
  },
};

/** 本表略去几项，依据什么; the public reads only how many, and that they are counted. */
export function leftOutNotes({ leftOut }: Pick<BulletinContent, 'leftOut'>, isPublic: boolean): readonly string[] {
  if (leftOut.length === 0) return [];
  if (isPublic) return [`本表有${leftOut.length}项承诺未逐项列出，已计入上面的各项计数。`];
  const decisions = [...Map.groupBy(leftOut, (it) => `${it.decidedBy}${longDate(it.decidedOn)}决定，依据${it.basis}，${it.reason}`)];
  const each = decisions.map(([text, lines]) => `${lines.length}项：${text}`).join('；');
  return [`本表略去${leftOut.length}项，已计入各项计数（${each}）。`];
}

function kindWords(kind: BulletinContent['kind']): readonly string[] {
  return kind === 'ten-things' ? ['民生实事', '项目'] : [LABELS.kinds[kind]];
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function overall(content: BulletinContent, isPublic = false): readonly string[] {
  const { year, kind, projectCount, promiseCount, asOf, elapsedDays, periodDays, projectsByLight, promisesByClass, emptyProjects } =
    content;
  const name = `${year}年${LABELS.kinds[kind]}`;
  if (projectCount === 0) return [`截至${shortDate(asOf)}，${name}清单中没有项目。`];
  const elapsed = percent(share(elapsedDays, periodDays));
  const empty = emptyProjects.length === 0 ? '' : `其中${emptyProjects.length}件清单未列可核对的承诺。`;
  const first = `${name}共${projectCount}件，分解为${promiseCount}项承诺。${empty}截至${shortDate(asOf)}，全年${periodDays}天已过${elapsedDays}天，序时进度${elapsed}。`;
  const rows = projectsByLight.filter(({ count }) => count > 0);
  const byRow = rows.map(({ key, count, tenths: part }) => `${LIGHTS[key]}${count}件，占${tenths(part)}`).join('；');
  const second = `按项目看（一件有几项承诺的，以其中最差的一项为准）：${byRow}。`;
  return [
    first,
    second,
    ...(promiseCount === 0 ? [] : [byPromise(promisesByClass)]),
    ...moved(content),
    ...addedSentences(content, 'zh-CN', isPublic),
  ];
}

function byPromise(shares: BulletinContent['promisesByClass']): string {
  const parts = shares
    .filter(({ count }) => count > 0)
    .map(({ key, count, tenths: part }) => `${LABELS.classes[key]}${count}项，占${tenths(part)}`);
  return `按承诺看：${parts.join('；')}。`;
}

/** 报送率 3/4 and 按时率, each with numerator, denominator and period; inside, those who sent nothing by name. */
function reporting({ reporting: rates, from, month }: BulletinContent, isPublic: boolean): readonly string[] {
  if (rates === null || rates.due === 0) return [];
  const { due, reported, onTime, dueOn, isOver, units } = rates;
  const part = (count: number) => `${percent(count / due)}（${count}/${due}）`;
  const when = `${from.slice(0, 4)}年${month}月份，${shortDate(dueOn)}前报`;
  const late = isOver ? `，按时率${part(onTime)}` : '，报送期未过';
  const silent = units.filter((it) => it.due > 0 && it.reported === 0).map((it) => it.unitName);
  const named = isPublic || silent.length === 0 ? '' : `尚未报送的单位：${silent.join('、')}。`;
  return [`报送情况（${when}）：应报${due}项，已报${reported}项，报送率${part(reported)}${late}。${named}`];
}

function causeText(cause: BulletinItem['cause']): string {
  if (cause === null) return '';
  return `单位说明：${cause.text.replace(/[。；\s]+$/, '')}${cause.until === null ? '' : `，${shortDate(cause.until)}前补上`}。`;
}

function moved({ movement }: BulletinContent): readonly string[] {
  if (movement === null) return [];
  const { since, finished, fellBehind, recovered, stoodStill } = movement;
  const parts = [`新完成${finished}项`, `新转为滞后${fellBehind}项`, `由滞后转为正常${recovered}项`, `滞后且没有新增完成数${stoodStill}项`];
  return [`与${shortDate(since)}相比，${parts.join('，')}。`];
}

function behindText(item: BulletinItem): string {
  const unit = item.leadUnit === null ? `${LABELS.noLeadUnit}。` : `牵头单位${item.leadUnit}。`;
  const parts = [progressText(item), lagText(item), needText(item.needed, item), forecastText(item)];
  return `${unit}${parts.filter((it) => it !== '').join('')}${basisText(item)}`;
}

function progressText({ target, done, doneFrom, stage, measureUnit, expected, ...rest }: BulletinItem): string {
  const goal = targetText({ target, measureUnit, ...rest }, 'zh-CN');
  const part = done !== null && target ? `，占目标的${percent(done / target)}` : '';
  const from = doneFrom === 'stage' && stage !== null ? `（报“${stage}”，由阶段推得）` : '';
  const planned = expected === null ? '' : `；按计划应完成${quantity(expected, measureUnit, 'zh-CN')}`;
  return `${goal === null ? '' : `目标${goal}，`}已完成${done === null ? '数未报' : quantity(done, measureUnit, 'zh-CN')}${from}${part}${planned}`;
}

function lagText({ gapPoints, behindDays, asOf, deadline }: BulletinItem): string {
  if (asOf > deadline) return `，${longDate(deadline)}到期未完成。`;
  const points = gapPoints === null || gapPoints >= 0 ? '' : `，低于计划${number(-gapPoints, 1)}个百分点`;
  const days = behindDays === null || behindDays <= 0 ? '' : `，落后${daysText(behindDays)}`;
  return `${points}${days}。`;
}

function daysText(days: number): string {
  return days < 1 ? '不足1天' : `${round(days)}天`;
}

const PER: Readonly<Record<Needed['per'], string>> = { day: '每天', week: '每周', month: '每月' };

function needText(needed: Needed | null, { deadline, measureUnit }: BulletinItem): string {
  if (needed === null) return '';
  const { per, quantity: amount, daysLeft, short, times } = needed;
  const speed = `此后${daysLeft}天${PER[per]}须完成${quantity(amount, measureUnit, 'zh-CN')}`;
  const faster = times === null ? '' : `，是此前速度的${number(times, 1)}倍`;
  return `尚差${bigNumber(short)}${measureUnit}，要在${shortDate(deadline)}前完成，${speed}${faster}。`;
}

function forecastText({ forecast, behindDays, doneFrom }: BulletinItem): string {
  if (forecast.kind === 'none') return '';
  if (forecast.kind === 'too-early') return behindDays === null ? '' : '完成时间尚无法预测。';
  const points =
    forecast.fewPoints === null
      ? ''
      : `（只有${forecast.fewPoints}${doneFrom === 'report' || doneFrom === 'stage' ? '次报送' : '个时点的数'}，单点推算）`;
  return `按目前速度，预计${monthText(forecast.on)}完成${points}。`;
}

function monthText(day: string): string {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月`;
}

function basisText({ plan, adjustment, stale, doneOn }: BulletinItem): string {
  const changed = adjustment === null ? '' : `该承诺经${adjustment.decision}批准调整（${adjustment.documentNo}）。`;
  const old = stale && doneOn !== null ? `数据截至${shortDate(doneOn)}，已超期未更新。` : '';
  return `${changed}${old}${plan === 'default-line' ? '按默认直线推算（单位未报计划）。' : ''}`;
}

const RUNNING: readonly BulletinClass[] = [
  'finished-early',
  'finished',
  'met-unverified',
  'ahead',
  'on-pace',
  'preparing',
  'not-started',
  'routine',
  'adjusted',
  'ended',
];

function running(content: BulletinContent): readonly { readonly lead: string; readonly text: string }[] {
  return RUNNING.flatMap((key) => {
    const items = content.items.filter((it) => it.class === key);
    if (items.length === 0) return [];
    const listed = printed(content, items);
    const out = items.length - listed.length;
    const rest = out === 0 ? [] : [`另有${out}项略去`];
    return [{ lead: `${LABELS.classes[key]}${items.length}项。`, text: `${[...listed.map(runningText), ...rest].join('；')}。` }];
  });
}

function runningText(item: BulletinItem): string {
  const { no, promise, done, target, measureUnit, leadUnit, forecast, stage, adjustment } = item;
  const count = done === null ? '' : `，已完成${quantity(done, measureUnit, 'zh-CN')}`;
  const part = done !== null && target ? `，占目标的${percent(done / target)}` : '';
  const goal = targetText(item, 'zh-CN');
  const at = done === null && stage !== null ? `，${stage}` : '';
  const finish = item.class === 'ahead' || item.class === 'on-pace' ? finishText(forecast) : '';
  const changed = adjustment === null ? '' : `，经${adjustment.decision}批准（${adjustment.documentNo}）`;
  return `第${no}件${promise}（${leadUnit ?? LABELS.noLeadUnit}）${goal === null ? '' : `目标${goal}`}${count}${part}${at}${finish}${changed}`;
}

function finishText(forecast: Forecast): string {
  if (forecast.kind !== 'on') return '，完成时间尚无法预测';
  return `，预计${monthText(forecast.on)}完成${forecast.fewPoints === null ? '' : '（单点推算）'}`;
}

function unjudged(content: BulletinContent): readonly { readonly lead: string; readonly text: string }[] {
  const { missing, emptyProjects } = content;
  const byUnit = (items: readonly BulletinItem[]) => unitsOf(content, items);
  const kinds: readonly (readonly [string, readonly BulletinItem[], string])[] = [
    ['无目标值', missing.noTarget, '清单未列目标值，也没有批准的节点，不能判断快慢'],
    ['口径不符', missing.otherMeasure, '报的不是承诺的计量，不能计入'],
    ['无数据', missing.noData, '没有可以采用的报送，不作0计，也不作正常计'],
    ['数据过期', missing.stale, '最近一次数据已超期，须更新'],
  ];
  const listed = kinds.flatMap(([name, items, why]) =>
    items.length === 0 ? [] : [{ lead: `${name}${items.length}项。`, text: `${byUnit(items)}。${why}。` }],
  );
  const rows = emptyProjects.map(({ no, name }) => `第${no}件“${name}”`).join('、');
  const empty = rows === '' ? [] : [{ lead: `未列承诺${emptyProjects.length}件。`, text: `${rows}。须先明确承诺什么、完成多少。` }];
  const plans =
    missing.noPlan.length === 0
      ? []
      : [{ lead: `未报计划${missing.noPlan.length}项。`, text: `${byUnit(missing.noPlan)}。一律按默认直线推算。` }];
  return [...listed, ...empty, ...plans];
}

function unitsOf(content: BulletinContent, items: readonly BulletinItem[]): string {
  const listed = printed(content, items);
  const groups = Map.groupBy(listed, (it) => it.leadUnit ?? LABELS.noLeadUnit);
  const named = [...groups].map(([unit, own]) => `${unit}：${own.map(({ no, promise }) => `第${no}件${promise}`).join('、')}`);
  const out = items.length - listed.length;
  return [...named, ...(out === 0 ? [] : [`另有${out}项略去`])].join('；');
}

function nextSteps(content: BulletinContent): string {
  const { behind, missing } = content;
  const steps = [
    behind.length > 0
      ? '滞后的{滞后承诺数}项，牵头单位要说明原因，列出追赶措施、责任岗位和完成时间，自收到通报之日起{异议天数}日内书面报送。'
      : '',
    missing.noPlan.length > 0 ? '未报计划的{无计划承诺数}项，要补报进度计划；计划自批准之日起启用，此前的判断不变。' : '',
    countOf(content, 'no-target') > 0 ? '没有目标值的{无目标承诺数}项，要明确目标值或带日期的节点。' : '',
    countOf(content, 'no-data') > 0 ? '没有可用数据的{无数据承诺数}项，要按承诺的计量单位报送，并附佐证材料。' : '',
    content.projectCount > 0 ? '各单位按月报送，只报数和材料，不另报文字总结。' : '',
  ];
  return steps.filter((it) => it !== '').join('\n');
}

function objection({ settings }: BulletinContent): string {
  const office = settings.objectionOffice ?? settings.issuer;
  const phone = settings.objectionPhone === null ? '' : `，联系电话：${settings.objectionPhone}`;
  return `对本通报的数据有异议的单位，自印发之日起${settings.objectionDays}日内书面反馈并附材料。联系单位：${office}${phone}。`;
}
