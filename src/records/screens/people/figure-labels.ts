import { number } from '#/kernel/format.ts';
import type { Labels } from '#/ui/locale.tsx';
import type { PublicCoverage } from '../../rules/public-parts.ts';
import { countWords } from '../../words/count-words.ts';

type Covered = Pick<PublicCoverage, 'from' | 'to' | 'isEstimate'>;
type CoveredWords = { readonly range: (from: number, to: number | null) => string; readonly share: (share: number) => string };
const zhCovered: CoveredWords = {
  range: (from, to) => `，${from}%—${to === null ? '100% 以上' : `${to}%`}`,
  share: (share) => `，${number(share)}%`,
};
const enCovered: CoveredWords = {
  range: (from, to) => `, ${from}–${to === null ? 'over 100' : to} %`,
  share: (share) => `, ${number(share)} %`,
};

/** Nobody covers more than all: over a hundred no share is said. */
function coveredOf({ from, to, isEstimate }: Covered, words: CoveredWords): string {
  if (from > 100) return '';
  return isEstimate ? words.range(from, to > 100 ? null : to) : words.share(from);
}

const zh = {
  title: '这个数是怎么来的',
  reported: '看板上的数',
  counted: '由实绩计数',
  scope: '范围',
  reportedWhole: '看板上的数（全区）',
  countedIn: (place: string) => `由实绩计数（${place}）`,
  none: '没有',
  notDefined: '这项承诺还没有计数口径。定了口径，这里就能看到由记录计出的数，与报送的数并列。',
  isCounted: '看板用的是由实绩计数；不能另外填数。',
  isReported: '看板用的还是报送的数。两数相符后，由督查室在承诺页把数字来源改为“由实绩计数”。',
  openPromise: '打开承诺页',
  version: (no: number, from: string, reason: string) => `第 ${no} 版，自 ${from} 起：${reason}`,
  replacedBy: (no: number) => `（当天定错，已由第 ${no} 版代替，没有按它计数）`,
  versions: '口径的各版（改一版，曲线断开一次）',
  four: '四个数，不混用',
  numbers: { services: '人次', doses: '剂次', persons: '人数', eligible: '认定人数' } as Readonly<Record<string, string>>,
  couples: '对数',
  noDoses: '不分剂次',
  series: (doses: number, complete: number) => `全程（${doses} 剂都计入）完成 ${number(complete)} 人，与所数的剂次分开`,
  gap: '差在哪里',
  gapSaid: (persons: number, eligible: number, ineligible: number, undecided: number, withoutEvidence: number) =>
    `人数 ${number(persons)} 比认定人数 ${number(eligible)} 多 ${number(persons - eligible)}：不符合资格 ${number(ineligible)}，资格不明 ${number(undecided)}，没有佐证 ${number(withoutEvidence)}`,
  repeats: (services: number, persons: number) => `人次 ${number(services)} 比人数多 ${number(services - persons)}，是同一人多次`,
  duplicates: (count: number) => (count === 0 ? '没有待判断的疑似重复' : `还有 ${number(count)} 对疑似重复没有判断`),
  said: '这个数数什么：',
  byPlaceAndMonth: '分乡镇街道、分月',
  whole: '全区',
  noTownships: '还没有登记乡镇街道，分不了地。由督查室在“区域和区界”里登记。',
  total: '合计',
  unknown: '无记录',
  unknownSaid: '“无记录”不是 0：这个地方这一期一条记录也没有，或这个月以后还没有登记过。有记录而没有计入的是 0。',
  place: '乡镇街道',
  monthOf: (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`,
  records: '记录',
  publicCell: '公开时',
  heldBack: '不显示：不足 5，或会透露别处不足 5 的数',
  sum: (parts: number, whole: number) =>
    parts === whole ? '' : `各地相加 ${number(parts)}，比总数多 ${number(parts - whole)}：有人在两个地方都有记录，各地都计，全区只计一次`,
  sumOfMonth: (month: string, parts: number, whole: number) =>
    `${Number(month.slice(5))}月各地相加 ${number(parts)}，比全区的 ${number(whole)} 多 ${number(parts - whole)}：有人这个月在一地第一次有记录，在别处已经计入`,
  rows: '这一格里的记录',
  openEntries: '打开登记：一条一条看，连同来自哪份表的哪一行',
  purpose: '查看用途（写入审计）',
  purposeHint: '如：核对三月检测数',
  see: '查看',
  who: '人',
  day: '日期',
  evidence: '佐证',
  file: '文件',
  row: '行',
  full: '看全名和号码',
  download: '下载原文件',
  noEvidence: '无',
  signedIn: '签到',
  countsAs: (count: number, numerator: number) => `这一格共 ${number(count)} 条记录，计作 ${number(numerator)}：同一人的几条只计一次`,
  savedWhole: '“导出 CSV”是这一格的全部记录，姓名号码同样遮盖；导出连同用途写入审计。',
  noPlace: countWords['zh-CN'].noPlace,
  coverage: (count: number, { from, to, total, isEstimate, asOf, source }: PublicCoverage) =>
    `名册 ${isEstimate ? '约 ' : ''}${number(total)} 人（${source}，${asOf}），覆盖 ${number(count)} ÷ ${number(total)}${coveredOf({ from, to, isEstimate }, zhCovered)}${from > 100 ? `，比名册多 ${number(count - total)} 人，名册待核对` : ''}`,
};

export type FigureWords = typeof zh;
export const figureLabels: Labels<typeof zh> = {
  'zh-CN': zh,
  en: {
    title: 'Where this figure comes from',
    reported: 'On the board',
    counted: 'Counted from records',
    scope: 'Of',
    reportedWhole: 'On the board (whole district)',
    countedIn: (place) => `Counted from records (${place})`,
    none: 'none',
    notDefined: 'This promise has no counting definition yet. With one, the counted figure stands here beside the reported one.',
    isCounted: 'The board counts from records; no figure is typed.',
    isReported: 'The board still shows what is reported. Once both agree, the office switches the promise over on its page.',
    openPromise: 'Open the promise',
    version: (no, from, reason) => `Version ${no}, from ${from}: ${reason}`,
    replacedBy: (no) => ` (put right the same day by version ${no}; nothing is counted by it)`,
    versions: 'Versions of the definition (each breaks the line)',
    four: 'Four numbers, never mixed',
    numbers: { services: 'Services', doses: 'Doses', persons: 'Persons', eligible: 'Eligible persons' },
    couples: 'Couples',
    noDoses: 'no doses',
    series: (doses, complete) => `${number(complete)} persons have the full series of ${doses} doses, kept apart from the dose that counts`,
    gap: 'What lies between them',
    gapSaid: (persons, eligible, ineligible, undecided, withoutEvidence) =>
      `${number(persons)} persons, ${number(eligible)} eligible; of the ${number(persons - eligible)} between: ${number(ineligible)} not eligible, ${number(undecided)} unknown, ${number(withoutEvidence)} without evidence`,
    repeats: (services, persons) => `${number(services - persons)} services more than persons: the same person again`,
    duplicates: (count) => (count === 0 ? 'No duplicates to decide' : `${number(count)} duplicates to decide`),
    said: 'What is counted: ',
    byPlaceAndMonth: 'By township and month',
    whole: 'District',
    noTownships: 'No townships are set up yet, so that there is nothing to split by. The office sets them up under Areas.',
    total: 'Total',
    unknown: 'no record',
    unknownSaid:
      '“No record” is not nought: there is none from that place in the period, or none at all since that month. Records that did not count leave a 0.',
    place: 'Township',
    monthOf: (month) => month,
    records: 'Records',
    publicCell: 'In public',
    heldBack: 'not shown: under 5, or gives away another under 5',
    sum: (parts, whole) =>
      parts === whole
        ? ''
        : `The parts add up to ${number(parts)}: ${number(parts - whole)} more, as some persons are on record in two places`,
    sumOfMonth: (month, parts, whole) =>
      `In ${month} the places add up to ${number(parts)}, ${number(parts - whole)} more than the ${number(whole)} of the district: some were first on record there in that month, and elsewhere before`,
    rows: 'Records in this cell',
    openEntries: 'Open the lines, each with the row of the file it came from',
    purpose: 'Purpose (kept in the audit trail)',
    purposeHint: 'such as: comparing the tests of March',
    see: 'Show',
    who: 'Person',
    day: 'Day',
    evidence: 'Evidence',
    file: 'File',
    row: 'Row',
    full: 'Full name and number',
    download: 'Download the file',
    noEvidence: 'none',
    signedIn: 'signed in',
    countsAs: (count, numerator) => `${number(count)} records, counted as ${number(numerator)}: several of one person count once`,
    savedWhole: 'The table that is saved has every record of the cell, covered as here; the saving is kept with its purpose.',
    noPlace: countWords.en.noPlace,
    coverage: (count, { from, to, total, isEstimate, asOf, source }) =>
      `roster of ${isEstimate ? 'about ' : ''}${number(total)} (${source}, ${asOf}), covered ${number(count)} ÷ ${number(total)}${coveredOf({ from, to, isEstimate }, enCovered)}${from > 100 ? `; ${number(count - total)} more than the roster has: the roster is to be checked` : ''}`,
  },
};
