import type { Numeral } from './numerals.ts';
import { wordList } from './word-list.ts';

/** 非指标数字: why a number of the text is no figure to be reached. */
export type Exclusion = 'name' | 'ordinal' | 'type' | 'age' | 'kinds' | 'rate' | 'attribute' | 'idiom' | 'fraction' | 'background';

type Place = { readonly text: string; readonly numeral: Numeral; readonly unit: string; readonly unitEnd: number };

const KIND_WORDS = /^(?:大类|小类|大项|大|类|种|项目?制|型|级|星)/;
const CARDINAL_LIVELIHOOD =
  /^[件项个](?:[重点关键小微省市县区级年度政府的]{0,8})(?:民生(?!微)|实事|为民|惠民实|好事|事项中|指标|大事|要事|任务|改革)/;
const SERVICE_CONTENTS =
  /^项(?:[^，。；、]{0,10})(?:措施|举措)|^项(?:[^，。；、]{0,6})(?:检查|检测项|内容|制度|指标|政策|补贴|机制|功能|服务内容|任务清单|权利|权益|要求|标准化要求)/;
const AGE = /^(?:\s?(?:周)?岁|后|年级|周龄|月龄|个?月龄)/;
const CHINESE_COUNTERS: ReadonlySet<string> = new Set(
  wordList(
    '个 座 所 处 条 家 台 辆 栋 幢 支 套 间 场 名 户 张 部 片 口 对 块 批次 公里 平方米 亩 人 艘 架',
    '组 只 期 轮 项 段 村 乡镇 % 门 位 米 万 元 吨 件 册 人次 场次',
  ),
);
/** `区教育局等8个单位开展…`: those who act together are no figure to be reached; `等8个单位食堂` is. */
const ACTORS =
  /^[个家](?:区直|市直|县直|相关|有关|成员|责任|牵头|配合|职能|主管)?(?:单位|部门|委办局|委局|科室|局办)(?=$|[，。；、)\n]|共同|联合|协同|配合|参与|参加|开展|负责|组成|会商|牵头|分别|已|均|按|印发|建立|完成|进行|推进|实施)/;
const PLACE_NAME = /^(?:[山河渠峡锦沟岭店庄寨塘坝湾墩]|[县市区](?![级内属办域直区]))/;

/** The reason why the number counts nothing, or null when it may be a figure. */
export function exclusionOf(place: Place): Exclusion | null {
  const { text, numeral, unit, unitEnd } = place;
  if (Number.isNaN(numeral.value)) return 'idiom';
  const before = text.slice(Math.max(0, numeral.start - 12), numeral.start);
  const after = text.slice(numeral.end, numeral.end + 24);
  const behind = text.slice(unitEnd, unitEnd + 24);
  if (isName(before, after, unit)) return 'name';
  if (/(?:第|No\.?|№|〔|\[)\s?$/i.test(before)) return 'ordinal';
  if (AGE.test(after)) return 'age';
  if (KIND_WORDS.test(after) || CARDINAL_LIVELIHOOD.test(after) || SERVICE_CONTENTS.test(after)) return 'kinds';
  if (
    /[+×=]$|\d\*$/.test(before) ||
    /^(?:[+×=]|\*\d)/.test(after) ||
    /^\/\d/.test(after) ||
    /\d\/$/.test(before) ||
    after.startsWith('分之')
  )
    return 'fraction';
  if (unit === '条' && /^[^，。；、\d]{0,8}(?:措施|举措|政策|意见|规定)/.test(behind)) return 'kinds';
  // `2个中心、6个站点的服务体系`: the shape of an arrangement.
  if (/^[^，。；]{0,16}的[^，。；、]{0,10}(?:体系|格局|模式|机制|架构)(?=$|[，。；\n])/.test(behind)) return 'idiom';
  if (/等(?:区直|市直|县直|相关|有关)?$/.test(before) && ACTORS.test(after)) return 'background';
  if (/^\s?[/／]/.test(behind)) return 'rate';
  if (isAttribute(text, place, behind)) return 'attribute';
  if (unit === '期' && isPhase(text, numeral, behind)) return 'ordinal';
  if (unit === '个' && /^(?:百分点|一[^，。；、]{0,2}(?:工程|批)|人$)/.test(behind)) return 'idiom';
  if (numeral.chinese) return chineseExclusion(place, before, behind);
  return null;
}

/** `S331`, `G108国道`, `5G`: letters touching the digits make a name; `AED40台` is equipment with its count. */
function isName(before: string, after: string, unit: string): boolean {
  const letters = /[A-Za-z]+-?$/.exec(before)?.[0] ?? '';
  if (letters !== '' && !(letters.length >= 3 && /^[台个套处辆件只张]$/.test(unit))) return true;
  if (unit === '' && /^[A-Za-z]/.test(after)) return true;
  if (unit === '所' && /^所[东西南北][侧路门巷街院区]/.test(after)) return true;
  return /^(?:路公交|号线|国道|省道|县道|热线|强企|强县)/.test(after);
}

/** `200张床位以上养老机构`, `50户以上连片村寨`, `500万元以上项目`: a property of the thing counted, not a count. */
function isAttribute(text: string, { numeral, unit }: Place, behind: string): boolean {
  const size =
    /^(?:[^，。；、\d]{0,3})(?:及|\(含\)|含)?以[上下]的?(?:[^，。；、\d]{0,4})(?:项目|企业|行政村|自然村|村寨|村庄|村屯|建制村|的村|机构|小区|工程|农场|大户|规模|水库|单位|社区|场所|店|商铺|住宅|建筑)/;
  if (/^(?:户|人|元|亩|吨|张|平方米|千瓦)$/.test(unit) && size.test(behind)) return true;
  // `230个50户以上连片村寨`: the second figure describes what the first counts.
  if (/\d[万千]?[个家户所条处座]$/.test(text.slice(Math.max(0, numeral.start - 3), numeral.start)) && /^(?:及|含)?以[上下]/.test(behind))
    return true;
  if (/^(?:米|班)$/.test(unit) && /^(?:制|规模|标准|泳池|跑道|环形|长|宽|高|深|幼儿园|小学|初中|高中|九年)/.test(behind)) return true;
  // `800床综合医院`, `60个车位的停车场`: the size of one building.
  if (/^(?:床|张|个|间)$/.test(unit) && sizeOfOne(unit, behind)) return true;
  if (unit === '米' && /^[^，。；、\d]{0,6}(?:车|云梯|塔吊|泳道)(?![道站库辆行])/.test(behind)) return true;
  if (/^(?:公里|米|里)$/.test(unit) && /^[^，。；、\d]{0,6}圈/.test(behind)) return true;
  if (/^(?:套|个|件|支|人)$/.test(unit) && numeral.chinese && behind.startsWith('装')) return true;
  return unit === '道' && text.startsWith('路', numeral.end + 1);
}

const BUILDING = '(?:楼|馆|医院|学校|中心|院区|停车场|用房|厂房|场站)';
const BEDS_OF_BUILDING = new RegExp(`^[^，。；、的\\d]{0,6}${BUILDING}`);
const PLACES_OF_BUILDING = new RegExp(`^(?:床位|车位|停车位|泊位|教室|房间|座位)的[^，。；、\\d]{0,10}${BUILDING}`);

function sizeOfOne(unit: string, behind: string): boolean {
  return unit === '床' ? BEDS_OF_BUILDING.test(behind) : PLACES_OF_BUILDING.test(behind);
}

/** `公园二期`, `(1期)`: a phase of a work; `培训5期` is a count. */
function isPhase(text: string, numeral: Numeral, behind: string): boolean {
  if (/^(?:工程|项目|建设|改造|地块|南段|北段|东段|西段|等|主体|安置|厂)/.test(behind)) return true;
  const clause = text.slice(Math.max(0, numeral.start - 30), numeral.start + 40);
  return numeral.value <= 9 && !/培训|班|讲座|课|活动|服务|托管|节目|栏目|沙龙|研修|刊|急救|演练|夏令营|直播|宣讲/.test(clause);
}

const GLUED_BEFORE = /[第每同统唯独逐单专之其任某另这那哪上下本前后首末双不无惟]$/;

function chineseExclusion({ text, numeral, unit, unitEnd }: Place, before: string, behind: string): Exclusion | null {
  if (!CHINESE_COUNTERS.has(unit) && !(unit === '' && numeral.scaled)) return 'idiom';
  if (numeral.value === 1 && /有$/.test(before)) return 'idiom';
  if (GLUED_BEFORE.test(before)) return 'idiom';
  if (PLACE_NAME.test(behind) && /^[台门家座口片条块道村段对个]$/.test(unit)) return 'name';
  // 一户一策, 一村一辅警, 一对一
  if (/^[^、和及与，年]{0,2}一/.test(behind) && text[numeral.start] === '一') return 'idiom';
  if (/一.{1,2}$/.test(before) && text[numeral.start] === '一') return 'idiom';
  if (unit === '项' && (/”$/.test(before) || !/^[^，。；、]{0,10}(?:工程|赛事|活动|设施)/.test(behind))) return 'kinds';
  if (unit === '组' && /[村屯寨]$|社区$/.test(before)) return 'name';
  if (numeral.value === 1 && unit === '个' && /^[^，。；、]{0,16}(?:环境|氛围)(?:$|[，。；、\n])/.test(behind)) return 'idiom';
  if (/^(?:期|轮|件|段|门|位)$/.test(unit) && numeral.value < 3) return 'ordinal';
  if (unit === '人' && !/[名计共]$/.test(before) && numeral.value < 10) return 'idiom';
  if (
    numeral.value <= 10 &&
    unit === '个' &&
    /^(?:机制|体系|目标|责任|清单|方面|转变|阶段|重点|确保|坚持|到位|标准|系统性|关键|中心、|人|不|更|核心|代表|共识)/.test(behind)
  )
    return 'idiom';
  return text.slice(unitEnd, unitEnd + 1) === '一' ? 'idiom' : null;
}

/** Places inside quotation marks, book title marks and square years: names, whatever number they hold. */
export function nameSpans(text: string): readonly (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  for (const [open, close] of [
    ['“', '”'],
    ['《', '》'],
    ['〔', '〕'],
    ['【', '】'],
  ] as const) {
    for (let at = text.indexOf(open); at >= 0; ) {
      const end = text.indexOf(close, at + 1);
      if (end < 0) break;
      if (end - at <= 30) spans.push([at, end + 1]);
      at = text.indexOf(open, end + 1);
    }
  }
  return spans;
}
