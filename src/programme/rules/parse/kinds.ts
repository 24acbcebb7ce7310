import { familyOf } from './measure-words.ts';
import type { Mention, Reading } from './mentions.ts';
import type { Named } from './objects.ts';
import type { PhraseKind } from './parsed.ts';
import { innerVerb, splitVerb } from './verbs.ts';

/** The words around one figure that decide what it says. */
export type Surroundings = {
  readonly mention: Mention;
  readonly named: Named;
  /** From the start of the clause to the number, and the last part of it behind the figure before. */
  readonly head: string;
  readonly near: string;
  readonly behind: string;
  readonly next: Mention | null;
  readonly gapToNext: string;
  readonly inBreakdown: boolean;
  /** A figure in a bracket right behind another one only explains it. */
  readonly explains: 'spec' | 'part' | null;
  /** The figure before it in the same list says where. */
  readonly afterScope: boolean;
  readonly outputBefore: boolean;
  readonly outputAround: boolean;
};

const BENEFIT = /惠及|受益|造福|辐射|(?<!全)(?<!服务)覆盖(?!率|面积)|服务覆盖|可满足|容纳|可停放|服务半径|带动(?!.{0,4}发展)/;
const SOLVED = /解决|改善|缓解|方便|满足|提高|提升|保障|确保|让|使|可供|容纳|改变/;
const ADMIN_NOUN =
  /^(?:多|余)?(?:个)?(?:乡镇|镇|乡|街道|行政村|自然村|村庄|村|社区|村居|县市区|县区|县|区县|市区|市州|州市|地市|市|区|旗县|盟市|苏木|嘎查|省区|街镇|园区|村组|村民小组|片区)/;
const SPEC_STRONG =
  /(?:占地|用地|征地|建筑面积|路基|路面宽|红线|宽度|宽|深度|深|高度|高|直径|管径|厚度|厚|半径|间距|距离|库容|坡度|净高|跨径|时速|日处理(?:能力)?|年处理(?:能力)?|日供水(?:能力)?|处理能力|装机(?:容量)?|设计|额定|住建筑|单体|地上|地下)(?:规模|面积|能力)?(?:达到?|为|约|共|至|不少于|不低于|不小于|大于|超过|近|：)*$/;
const SPEC_WEAK = /(?:总面积|总占地|全长|总长度?|总里程|长度|长|总规模|总建筑|面积|里程)(?:达到?|为|约|共|不少于|近|超过|：)*$/;
const FUNDING = /投资|投入|安排|筹措|筹资|出资|概算|预算|估算|所需资金|资金规模|专项债|争取.{0,8}(?:资金|补助)|统筹.{0,8}资金|下达/;
const MONEY_RATE =
  /每|人均|户均|标准|最高|限额|价值|单价|均价|收费|月薪|年薪|工资|提高到|提高至|提标至|上调|增至|元以上的|保额|门槛|起付|奖励[^，。；]{0,6}$|给予[^，。；]{0,12}$/;
const LEVEL =
  /(?:总数|总量|总数量|累计|稳定在|保持在|控制在|提升到|提升至|提高到|提高至|增加到|增至|降至|降到|率|比例|占比|比重|达到|达)[^，。；]{0,12}$/;
const RATE_SHARE = /补贴|补助|贴息|报销|减免|优惠|返还|折|利率|税|押金|首付|预存|保费|同意|按照?[^，。；]{0,10}$|给予/;
const FREQUENCY = /每(?:个)?(?:半年|季度?|学年|学期|年|月|周|天|日|星期)|每日|按[月季周]|逐月|月均|年均/;

/** 表述类别 of one figure; null when it is a rate or a background figure and counts nothing. */
export function kindOf(it: Surroundings): PhraseKind | null {
  const { mention, head, near } = it;
  const family = familyOf(mention.unit);
  if (isBackground(it) || isBase(it)) return null;
  if (family === 'money') return moneyKind(it);
  if (family === 'share') return shareKind(it);
  if (describesNext(it)) return null;
  if (it.explains !== null) return it.explains;
  if (isPerHead(it)) return 'spec';
  if (isFrequency(it)) return 'spec';
  if (it.inBreakdown) return 'part';
  if (SPEC_STRONG.test(near) && !/新增[^，。；]{0,10}$/.test(near)) return 'spec';
  if (family === 'length' || family === 'area' || family === 'volume') {
    // `全长300米、宽24米`: length and width of one road.
    if (SPEC_WEAK.test(near) && /^[、，]?(?:路面|道路|红线)?宽/.test(it.gapToNext)) return 'spec';
    if (SPEC_WEAK.test(near) && splitVerb(near).verb === '' && it.outputAround && !touchesFigure(near)) return 'spec';
  }
  if (isSizeOfBuilding(it)) return 'spec';
  if (isBenefit(it)) return 'benefit';
  if (isScope(it)) return 'scope';
  if (LEVEL.test(head) && LEVEL.test(near)) return 'level';
  return 'output';
}

/** `86条总长104公里`: the same thing measured twice. */
function touchesFigure(near: string): boolean {
  return /^(?:总长度?|全长|长|共|合计)?(?:约)?$/.test(near);
}

/** `共四层，10个教学班`, `教学楼一幢，共16个教室`, `2家3000平方米卫生院`, `2600平方米的综合楼`: the size of a building. */
function isSizeOfBuilding({ head, near, behind, mention }: Surroundings): boolean {
  if (mention.unit === '平方米') return (/^(?:约)?$/.test(near) && near !== head && ROOFED.test(behind)) || ROOFED_OF.test(behind);
  const plain = splitVerb(near).verb === '';
  return plain && /^(?:教学班|班级|班|教室)(?=$|[，。；、)\n])/.test(behind) && !/新增|增设|改造/.test(head);
}

const ROOFED = /^[^，。；、的\d]{0,10}(?:楼|馆|院|学校|中心|站|室|用房|厂房|停车场)/;
const ROOFED_OF = /^(?:以上)?的[^，。；、的\d]{0,10}(?:楼|馆|院|学校|中心|用房|厂房|停车场)(?=$|[，。；、)\n和及])/;

/** `1000平方米以上绿地1处`: the first figure is the size of what the second counts. */
function describesNext({ behind, next, gapToNext }: Surroundings): boolean {
  if (next === null || !/^(?:及|含)?以[上下]/.test(behind)) return false;
  const noun = gapToNext.replace(/^(?:及|含)?以[上下]的?/, '');
  return (
    noun.length >= 2 && noun.length <= 12 && /^[\u4e00-\u9fff“”]+$/.test(noun) && splitVerb(noun).verb === '' && innerVerb(`在${noun}`) < 0
  );
}

/** `由50张增加到80张`: the figure it starts from. */
function isBase({ near, gapToNext }: Surroundings): boolean {
  return (
    /[由从][^，。；]{0,8}$/.test(near) &&
    /^[^，。；、]{0,4}(?:提高|提升|增加|扩大|扩充|上调|下调|降|增|减|调整|压)[^，。；、]{0,4}$/.test(gapToNext)
  );
}

function isBackground({ near, behind }: Surroundings): boolean {
  // `12个小区已有8个完工`: reached.
  if (/已有$/.test(near) && /^[^，。；、的\d]{0,6}(?:完成|完工|竣工|投用|开工|建成|交付|达标)/.test(behind)) return false;
  // `提升现有9个书屋`: what is there already is what is worked on.
  if (/[现原已]有$/.test(near) && splitVerb(near).verb !== '') return false;
  return /(?:现有|原有|现存|已有|目前有|辖有|下辖|辖区有|全[市区县省]共有|共有|登记共|登记在册|去年|上年|总人口|常住人口约?)[^，。；、]{0,6}$/.test(
    near,
  );
}

function moneyKind({ head, near, behind, inBreakdown, named, mention }: Surroundings): PhraseKind | null {
  // Amounts below 10 000 yuan are what one person or household gets: budgets are planned in 万元.
  if (mention.value < 10_000 && !mention.scaled) return null;
  if (MONEY_RATE.test(near) || /^(?:的?标准|标准|保额|保障|以[上下]的?(?:的)?(?:项目|企业)|一?[人次份户])/.test(behind)) return null;
  if (inBreakdown) return 'part';
  if (/发放|支付|赔付|兑现|减免|放款|授信|贷款|救助金|理赔/.test(near)) return 'output';
  if (FUNDING.test(near) || FUNDING.test(named.verb) || /^(?:的)?(?:资金|专项资金|投资)/.test(behind)) return 'funding';
  if (/资金|经费/.test(near) || /投资|资金/.test(head)) return 'funding';
  return 'output';
}

function shareKind({ head, near, behind }: Surroundings): PhraseKind | null {
  if (/(?:支付|报销|补助|补偿|分担|缴费|贴息)比例/.test(head)) return null;
  if (RATE_SHARE.test(near) || /^(?:的)?(?:补贴|补助|贴息|比例|报销|优惠|给予)/.test(behind)) return null;
  if (/^[^，。；]{0,4}同意/.test(behind) || /[每各]$/.test(near)) return null;
  // `空置率30%以下的村`: a property of the places.
  if (/率$/.test(near) && /^(?:以[上下内])?的?[“\u4e00-\u9fff]/.test(behind)) return null;
  return 'level';
}

/** `每村配备1名`, `各建1处`: so many for each, not so many altogether. */
function isPerHead({ near, mention, head }: Surroundings): boolean {
  if (
    /每(?:个)?(?:村|镇|乡|街道|社区|县|区|校|所|院|家|户|人|名|班|座|处|条|位|辆|台|套|间|小区|单位|学校|企业|机构|百|千|万|新生)[^，。；]{0,14}$/.test(
      near,
    )
  )
    return true;
  if (/(?:人均|户均|平均每|校均|村均|各(?:自)?(?:建|设|配|新建|打造|培育|创建)?(?:成|立|备)?)$/.test(near) && mention.value < 100)
    return true;
  return /每(?:村|镇|乡|户|校|人)[^，。；]{0,14}$/.test(head) && mention.value < 10;
}

/** `每季度2次`, `免费体检一次`: how often, not how many altogether. */
function isFrequency({ head, near, mention }: Surroundings): boolean {
  const family = familyOf(mention.unit);
  const repeated = family === 'event' || family === 'lesson' || family === 'people';
  if (FREQUENCY.test(head) && (family === 'event' || family === 'lesson')) return true;
  if (FREQUENCY.test(near) && repeated && mention.value < 10) return true;
  if (/^(?:针|剂)次?$/.test(mention.unit)) return mention.value < 10;
  return mention.unit === '次' && mention.value === 1;
}

function isBenefit({ near, head, mention, behind, outputBefore }: Surroundings): boolean {
  const family = familyOf(mention.unit);
  const people = mention.unit === '' || family === 'people' || family === 'household';
  if (BENEFIT.test(near) || (people && /(?:惠及|受益|造福|覆盖)[^，。；]{0,30}$/.test(head))) return true;
  if (/^[^，。；、\d]{0,12}(?:受益|获益)/.test(behind)) return true;
  if (!people) return false;
  const question = /^[^，。；]{0,24}(?:问题|难题|困难|[吃用出饮就][^，。；]{0,2}难|需求|用水|饮水|出行|安全)/.test(behind);
  if (/解决|缓解|消除/.test(head) && question) return true;
  return (
    outputBefore &&
    SOLVED.test(splitVerb(head).verb || head.slice(0, 6)) &&
    !/提供[^，。；]{0,20}服务/.test(head) &&
    (question || /方便|满足|容纳|供|让|使/.test(head))
  );
}

function isScope({ head, near, mention, behind, next, gapToNext, afterScope }: Surroundings): boolean {
  // `在6个社区、12所学校举办讲座`
  if (afterScope && /^[^，。；：]*、$/.test(near) && next !== null && GOES_ON.test(gapToNext)) return true;
  const bare = /^(?:村|乡镇|镇|社区)$/.test(mention.unit);
  const admin = bare || (mention.unit === '个' && ADMIN_NOUN.test(behind));
  if (/(?:涉及|覆盖|辐射|分布(?:在|于)|涵盖)[^，。；]{0,20}$/.test(near) && !/(?:新建|改建|修建|铺设|建设)$/.test(near)) return true;
  // `利用院内300平方米空地建…`: the ground it stands on.
  if (/(?:利用|盘活)[^，。；]{0,24}$/.test(near) && /^[^，。；、\d]{0,4}(?:场地|空地|土地|用地)/.test(behind)) return true;
  if (isLocated(near)) return next !== null && GOES_ON.test(gapToNext) && !/^(?:及|含)?以上/.test(behind) && !/不少于|至少|超过/.test(near);
  if (!admin) return false;
  if (/全[市区县省州]$/.test(head.replace(/[的约共]+$/, ''))) return !/^(?:完成|实施|推进)/.test(head);
  // `3个街道33个行政村13.3万常住人口`: places before a figure of people.
  return (
    next !== null &&
    isChained(gapToNext) &&
    (next.unit === '' || /^(?:人|户|名|个|村|条|处)$/.test(next.unit)) &&
    !/建|设|创|评/.test(near.slice(-8))
  );
}

/** The next figure stands in the same clause, or behind the comma that ends the phrase of place (`在12个村，建成…`). */
const GOES_ON = /^[^，。；：]*$|^[\u4e00-\u9fff]{1,6}，[^，。；：]*$/;

/** `在17个乡镇…`: the figure stands in a phrase of place, with no verb between. */
function isLocated(near: string): boolean {
  const place = /(?:^|[，、已先后将])(?:选择在|在|于)(?!建)([^，。；]{0,24})$/.exec(near);
  return place !== null && splitVerb(place[1]!).verb === '' && innerVerb(`在${place[1]!}`) < 0;
}

function isChained(gap: string): boolean {
  return /^[^，。；、：的]{0,8}$/.test(gap);
}

/** Places where `其中`, `含` or `包括` opens a breakdown, and where that ends. */
export function breakdowns({ text, clauses, mentions }: Reading): readonly (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  const opening = /其中|(?<=[(，：])(?:包括|包含|含|内含)/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const from = match.index + match[0].length;
    // Inside a breakdown already.
    if (from <= (spans.at(-1)?.[1] ?? -1)) continue;
    // `工程包括挡墙2公里、…`: without a whole before it, the list is what is to be built.
    if (match[0] !== '其中' && !hasWhole(mentions, clauses.sentenceStart(match.index), match.index)) continue;
    const colon = text[from] === '：';
    spans.push([from, Math.max(from, colon ? stopOf(text, from) : endOfBreakdown(text, clauses, from))]);
  }
  return spans;
}

function hasWhole(mentions: readonly Mention[], from: number, to: number): boolean {
  return mentions.some((it) => it.start >= from && it.unitEnd <= to && familyOf(it.unit) !== 'money');
}

function stopOf(text: string, from: number): number {
  const stop = /[。\n]/.exec(text.slice(from, from + 600));
  return stop === null ? Math.min(text.length, from + 600) : from + stop.index;
}

/** Without a colon a breakdown ends with its sentence, or with the clause before one that begins with a verb. */
function endOfBreakdown(text: string, clauses: Reading['clauses'], from: number): number {
  const end = clauses.sentenceEnd(Math.min(from, text.length - 1));
  for (let at = clauses.clauseEnd(Math.min(from, text.length - 1)); at < end; ) {
    if (text[at] === ')') return at;
    const led = splitVerb(text.slice(at + 1, at + 16));
    if (led.verb !== '' || at + 1 >= end) return at;
    const nextEnd = clauses.clauseEnd(at + 1);
    if (nextEnd <= at) return at;
    at = nextEnd;
  }
  return end;
}
