import { wordList } from './word-list.ts';
/**
 * 承诺动词: what a government does to a thing. The first list never names a thing, so a noun phrase ends before it; words of the second also
 * stand at the end of a noun phrase (`老旧小区改造`, `技能培训`).
 */
export const PURE_VERBS: readonly string[] = wordList(
  '赠送 新聘 续聘 招录 新栽 新种 新辟 新购 组织开展 开展 进行 提供 实施 组织实施 举办 举行 承办 组织 发放 购买 安装 配备 配置 配发 给予 落实 实现',
  '增设 设置 设立 建立 成立 完成 推进 推动 推出 推广 打造 创建 创造 建成 建成投用 基本建成 基本完成 建成投运 建成使用 投用 投运',
  '开通 开设 开办 开行 开放 开发 开播 新增 新建 新开工 新开工建设 开工建设 开工 启动 培育 培养 发展 引进 引育',
  '招募 选派 选聘 招聘 征集 募集 归集 发布 帮助 扶持 资助 支持 解决 完工 竣工 交付 筹集 筹措 筹建 采购 更换',
  '铺设 敷设 硬化 修建 修复 修缮 扩建 改建 改扩建 新改建 新改扩建 新改造 续建 复建 迁建 重建 建设 建设筹集',
  '供应 分配 增加 增加运营 减少 消除 取缔 拆除 打通 疏通 治理 整治 选择 遴选 评选 认定 命名 布局 布设 设 建',
  '通 种植 栽植 播种 投放 投入使用 投入运营 投入 补贴 补助 发送 配送 免费检查 免费接种 免费筛查 免费 接种 筛查',
  '检测 体检 加装 更新 更新改造 改造 改造提升 提升改造 升级改造 提质改造 提档升级 提升 优化提升 优化调整 优化',
  '调整 新开 维修 维修更换 维修改造 维修养护 维护 创新 规范 治愈 救助 保障 安置 促进 吸纳 带动 扩增 扩大 施划',
  '划定 普及 达到 达 惠及 覆盖 受益 支付 赔付 兑现 减免 拨付 争取 办理 受理 化解 调解 清理 清淤 绿化 植树',
  '美化 亮化 净化 抽检 检验 排查 评估 整改 推送 巡回演出 放映 演出 展演 巡演 送 派驻 派遣 入户 走访 慰问',
  '帮扶 结对 服务 培训 轮训 集中供养 托管 照护 康复 建强 做优 盘活 规划建设 建设改造 建设改善 建设提升 新建改建',
  '新建改造 改建提升 改造升级 整修 提标 提标改造 扩容 治理提升 恢复 整体提升 发展壮大 培训合格 创业 转移就业',
  '推广应用 推广使用 新推广 新设 新增设 新引进 引导 挂牌 建档 签约 发展培育 选树 评定 微改造 轮换 试点 运行',
  '运营 增配 增开 延伸 布点 补种 补植 造林 营造 保护 收购 配租 供给 储备 投保 承保 参保',
);

/** 短语终点: words that end the noun phrase behind a number (`456户独居老年人｜开展…`), wherever they stand. */
const ALWAYS_ENDS =
  /^(?:投入使用|投入运[营行]|投用|投运|建成|竣工|完工|开工|全部|全覆盖|应[\u4e00-\u9fff]尽|正在|切实|确保|进一步|用于|纳入|通过|按照|依托|前往|赴|已|均(?![衡等价])|并(?![联网轨])|以(?![上下内及外来])|为(?![老民主期])|对(?![口接外标比象])|让(?!利)|使(?![用命馆])|给(?![排水养])|按(?![摩键])|到(?!户|位|期|家|站))/;
const NOT_ALONE: Readonly<Record<string, RegExp>> = {
  以: /[可所加予得难足]$/,
  为: /[行作成因认以]$/,
  对: /[应结针面相绝一]$/,
  给: /[供补自]$/,
  并: /合$/,
  均: /平$/,
  到: /[直达得]$/,
};
/** These end it only with something to act upon behind them; `教室空调采购安装` is a noun phrase. */
const ENDS_BEFORE_OBJECT =
  /^(?:开展|进行|提供|实施|举办|发放|赠送|购买|安装|配备|配置|配发|给予|落实|实现|增设|设置|设立|完成|推进|推动|打造|开通|开设|新增|新建|享受|享有|参加|参与|接受|培育(?!基地|中心|点)|创建|达到|实行|覆盖|惠及|改建为|引入|引进|铺设|敷设|硬化|修建|布设|布局|换装|增配)(?![及和与、，。；：\n)]|$)/;

/** 修饰语: words before the verb that say when, how or how much altogether. */
const ADVERBS: readonly string[] = wordList(
  '配套 计划 拟 力争 确保 争取 预计 年内 全年 今年 当年 年度 全市 全区 全县 全省 我市 我区 我县 累计 共计 总计',
  '合计 共 再 将 已 又 继续 持续 全面 积极 大力 深入 加快 稳步 有序 重点 同步 统筹 进一步 逐步 扎实 高质量',
  '高标准 高品质 规范化 完善 新 并 和 及 以及 与 至少 面向全市 分别 其中 含 包括 包含 平均 切实 有效 彻底',
  '免费 不断 常态化 实际 主要 目前 现已 已经 正 要 可 约 近 超 年底前 每年 开始 智慧化 集中 建设内容 或 由',
  '等',
);

const BRACKETED = '(?:\\((?:[新改扩迁续、/]{1,5}|改建|扩建|新建|改造|改扩建|迁建|续建|更新)\\))';
/** 新(改、扩)建, 改(新)建, 新建(改建), 新、改(扩)建 */
const BRACKET_VERB = new RegExp(
  `^(?:[新改扩迁续]、?)+${BRACKETED}[建造设]|^(?:新建|改建|扩建|改造|建设|改扩建)${BRACKETED}|^[新改扩迁续](?:、[新改扩迁续])+建(?:设)?`,
);

const VERB_SET = new Set(PURE_VERBS);
const ADVERB_SET = new Set(ADVERBS);
const LONGEST = 6;

/** The length of the verb that begins the text, 0 where none does. */
export function verbLength(text: string): number {
  const bracketed = BRACKET_VERB.exec(text);
  if (bracketed !== null) return bracketed[0].length;
  return longestOf(VERB_SET, text);
}

/** `入冬前`, `重阳节期间`: when it is done, before the verb that says what. */
const WHEN_FIRST =
  /^(?:元旦|春节|元宵节?|正月[一二三四五六七八九十]{1,3}|腊月[一二三四五六七八九十]{1,3}|清明节?|五一|“五一”|端午节?|中秋节?|国庆节?|重阳节?|“?两节”?|暑假|暑期|寒假|[春秋]季?开学|开学|高考|中考|入[冬夏秋汛]|雨季|主?汛期?|[采供]暖[季期]|节假日)(?:来临)?(?:之?前后?|以前|期间)/;

export function adverbLength(text: string): number {
  const when = WHEN_FIRST.exec(text)?.[0].length ?? 0;
  if (when > 0) return when;
  if (/^再(?:就业|生)/.test(text)) return 0;
  return longestOf(ADVERB_SET, text);
}

/** Whether the noun phrase ends before `at`; `免费` ends it only behind people (`女孩免费接种`, not `免费停车路段`). */
export function endsPhrase(text: string, at: number, ofPeople = false): boolean {
  const tail = text.slice(at, at + 8);
  if (ofPeople && tail.startsWith('免费')) return true;
  const always = ALWAYS_ENDS.exec(tail);
  if (always !== null) return !(NOT_ALONE[always[0]]?.test(text.slice(at - 1, at)) ?? false);
  return ENDS_BEFORE_OBJECT.test(tail);
}

function longestOf(words: ReadonlySet<string>, text: string): number {
  for (let length = Math.min(LONGEST, text.length); length > 0; length--) if (words.has(text.slice(0, length))) return length;
  return 0;
}

export type VerbPhrase = { readonly verb: string; readonly rest: string };

/** Splits a phrase into its leading verbs (adverbs dropped, `新建、改扩建` kept together) and what they act upon. */
export function splitVerb(phrase: string): VerbPhrase {
  let at = 0;
  let verb = '';
  let joined = true;
  while (at < phrase.length) {
    const tail = phrase.slice(at, at + 40);
    const length = verbLength(tail);
    const follows = joined || (BUILDING.test(verb) && SECOND.test(tail.slice(0, length)) && tail.length > length);
    if (length > 0 && follows && !bindsAsNoun(tail, length)) {
      verb = verb === '' ? tail.slice(0, length) : `${verb}${joined ? '、' : ''}${tail.slice(0, length)}`;
      at += length;
      joined = false;
      continue;
    }
    const joint = JOINT.exec(tail)?.[0].length ?? 0;
    const skipped = joint > 0 ? joint : verb === '' && tail.length > adverbLength(tail) + 1 ? adverbLength(tail) : 0;
    if (skipped === 0 || (verb !== '' && !startsWithVerb(tail.slice(skipped)))) break;
    joined = true;
    at += skipped;
  }
  return { verb, rest: phrase.slice(at).replace(JOINT, '') };
}

const JOINT = /^(?:以及|[、和及并与或，*\s：()])+/;
const BUILDING =
  /(?:新建|改建|扩建|改造|建设|提升|建成|开工|筹集|整治|治理|更新|维修|新增|组织|启动|续建|改扩建|修缮|完成|引进|铺设|推动|推进|促进|新增及优化)$/;
/** Verbs that may follow another without a joint: `新增筹措供应`, `组织开展`; nominal ones (`培训`, `保障`) begin the object instead. */
const SECOND =
  /^(?:开展|实施|新建|改建|扩建|改扩建|建设|建设改造|改造|改造提升|提升|提升改造|投用|投运|投入使用|筹集|筹措|供应|分配|改善|培养|培育|布局|设置|设立|配置|配备|安装|铺设|更换|优化|优化调整|调整|运营|发放|推进|完成|修建|打造|开通|开工|引进|认定|建成|引导)$/;

/** The first verb inside a phrase that opens with a preposition (`在公共场所｜布局…`); -1 where there is none. */
export function innerVerb(phrase: string): number {
  for (let at = 1; at < phrase.length - 1; at++) {
    const length = verbLength(phrase.slice(at, at + 8));
    if (length < 2 || isInsideNoun(phrase, at, length)) continue;
    if (splitVerb(phrase.slice(at, at + 60)).verb !== '') return at;
  }
  return -1;
}

/** A verb right before 的, or in front of the second half of a noun, belongs to the noun phrase. */
function isInsideNoun(text: string, at: number, length: number): boolean {
  return /^(?:的|型|类|区|站|中心|点|办|局|性|较|不|力|高发|薄弱)/.test(text.slice(at + length)) || /[未已待新]$/.test(text.slice(0, at));
}

function startsWithVerb(text: string): boolean {
  const length = verbLength(text);
  return length > 0 && text.length > length && !bindsAsNoun(text, length);
}

const MEASURED =
  /^(?:时间|时长|时段|半径|金额|总额|人数|数量|总数|面积|规模|里程|率|中心|服务站|站|室|点|基地|机构|人员|岗位|师资|员|师|工程|项目|设施|设备|标识|费|路|活动|课程|班|营|券|卡|补贴|资金|车辆|车|小区|企业|对象|行动|内容|任务|试点|示范)/;

/** `赔付金额`, `培训中心`, `维修资金`: the verb is the first half of a noun. One-character verbs need a noun that cannot continue them. */
function bindsAsNoun(tail: string, length: number): boolean {
  const behind = tail.slice(length);
  const verb = tail.slice(0, length);
  if (verb.length === 1)
    return !/^(?:设|建|通|送|达)$/.test(verb) || /^(?:建[筑材档设]|设[施备计]|通[信道过用]|送[戏]下|送达|达标)/.test(tail);
  if (behind === '') return false;
  if (/^率(?!先)/.test(behind)) return true;
  if (/^[性型化类]/.test(behind) && !/^类/.test(behind.slice(1))) return true;
  if (WORKS.test(verb)) return WORKS_NEXT.test(behind);
  return NOMINAL.test(verb) && (MEASURED.test(behind) || NOMINAL_NEXT.test(behind));
}

/** `改造工程` is a noun, `改造小区` a verb with its object. */
const WORKS = /^(?:改造|整治|治理|更新|提升|加装|建设|保护|绿化|维修|维护)$/;
const WORKS_NEXT =
  /^(?:长度|户数|套数|栋数|数量|工程|项目|任务|行动|试点|示范|面积|规模|里程|资金|率|标准|内容|成果|服务|工作|方案|清单|基金)/;
const NOMINAL =
  /^(?:培训|轮训|筛查|检测|体检|服务|救助|保障|补贴|补助|托管|照护|康复|演出|展演|就业|赔付|放映|帮扶|慰问|试点|招聘|安置|转移就业|创业|调解|评估|运营|储备|签约|示范|检验|供给|投保|参保|接种|创新|收购)$/;
const NOMINAL_NEXT =
  /^(?:服务|培训|救助|工程|担保|就业|指导|训练|护理|床位|孵化|检查|项目|补贴|试点|规划|成果|标准|[^，。；、]{0,4}(?:率|服务|活动)$)/;
