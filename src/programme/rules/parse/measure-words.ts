import { wordList } from './word-list.ts';
/** 量词族: units of one family count alike; a report in another family cannot answer a promise. */
export type MeasureFamily =
  | 'people'
  | 'household'
  | 'event'
  | 'thing'
  | 'place'
  | 'length'
  | 'area'
  | 'volume'
  | 'weight'
  | 'power'
  | 'money'
  | 'share'
  | 'lesson';

export const MEASURE_WORDS: Readonly<Record<MeasureFamily, readonly string[]>> = {
  people: wordList('人次 人份 人天 名 人 位 对 剂次 针次 例 剂 针 支次'),
  household: wordList('户次 户'),
  event: wordList('场次 批次 班次 车次 频次 场 次 期 轮 趟 届 节次'),
  lesson: wordList('课时 学时 节 堂 讲'),
  thing: wordList(
    '个 台 辆 套 部 张 件 只 块 根 株 棵 支 艘 架 组 门 本 册 份 篇 首 集 单 笔 具 顶 副 把 枚 面',
    '盏 樘 扇 孔 座 席 项 批 宗 起 款 床 杆 桶 台套 台次 件次 条次 羽 头 尾 包 箱 幅 封 路 班 标箱',
    '泊位 床位 学位 端',
  ),
  place: wordList('家次 家 所 处 条 间 栋 幢 片 口 眼 孔 道 段 村 乡镇 镇'),
  length: wordList('公里 千米 延长米 延米 沿米 米 km KM Km ㎞ m'),
  area: wordList('平方公里 平方千米 平方米 平米 ㎡ m² m2 公顷 顷 亩 平方 亩次'),
  volume: wordList('立方米 立方 m³ m3 升 方'),
  weight: wordList('吨 公斤 千克 斤'),
  power: wordList('千瓦时 兆瓦时 千瓦 兆瓦 度电 kW KW MW 蒸吨'),
  money: wordList('美元 欧元 元'),
  share: wordList('个百分点 % ‰'),
};

/** Measurements that only describe a type (`10千伏`, `5G`) or a span of time: never counted. */
export const TYPE_UNITS: readonly string[] = wordList(
  '千伏安 千伏 万伏 伏 kV KV kv 毫米 厘米 mm cm 兆赫 兆 赫兹 摄氏度 ℃ 度 级 星 价 个工作日',
  '个自然日 个月 个季度 个小时 个学期 个学年 个年级 个方面 个层面 个环节 个维度 个阶段 人制 人间 人座 部门 片区',
  '口袋 面积 对一 条件 项措施 位一体 次性 站式 户外 本级 部曲 人均 户型 位数 间隔 份额 期间 班组 节能 节约',
  '床旁 名单 名称 起点 路公交',
);

/** Nouns that begin like a measure word: the figure before them has none. */
const NOUNS: readonly string[] = wordList('家庭 场馆 场地 道路 村民 学生 人口 片场 段落 路段 方案 台账 人才 户籍 名校');

const FAMILY_OF: ReadonlyMap<string, MeasureFamily> = new Map(
  Object.entries(MEASURE_WORDS).flatMap(([family, words]) => words.map((word) => [word, family as MeasureFamily] as const)),
);
const LONGEST = 4;

export function familyOf(unit: string): MeasureFamily | null {
  return FAMILY_OF.get(unit) ?? FAMILY_OF.get(unit.replace(/[(（].*$/, '')) ?? null;
}

/** The longest measure word that begins at `at`, with a second one in brackets (`套(间)`); null when none does or when it only names a type. */
export function measureWordAt(text: string, at: number): { readonly end: number } | null {
  if (isTypeUnitAt(text, at) || NOUNS.some((noun) => text.startsWith(noun, at))) return null;
  for (let length = LONGEST; length > 0; length--) {
    const word = text.slice(at, at + length);
    if (word.length === length && FAMILY_OF.has(word)) return { end: withSecondWord(text, at + length) };
  }
  return null;
}

export function isTypeUnitAt(text: string, at: number): boolean {
  return TYPE_UNITS.some((type) => text.startsWith(type, at));
}

function withSecondWord(text: string, end: number): number {
  const open = text[end];
  if (open !== '(') return end;
  for (let length = 1; length <= 3; length++) {
    if (text[end + 1 + length] === ')' && FAMILY_OF.has(text.slice(end + 1, end + 1 + length))) return end + 2 + length;
  }
  return end;
}
