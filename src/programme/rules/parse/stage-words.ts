/** 工作阶段: how far a piece of work has come. `beforeOutput`: nothing can have been delivered yet, so a count or a stock still stands at 0. */
export type StageOfWork = { readonly name: string; readonly beforeOutput: boolean; readonly pattern: string };

/**
 * 工作阶段词汇, in the order of a work's life, as progress columns of published lists word it. From 开工 on something may already be delivered
 * (or beginning is itself what was promised), so those stages say nothing about a count.
 */
export const STAGES_OF_WORK = [
  {
    name: '等待开展',
    beforeOutput: true,
    pattern: '等待(?:开展|实施|启动)|待(?:开展|实施|启动|开工)|(?:尚未|还未|暂未|未)(?:启动|开展|开工|实施|动工)',
  },
  { name: '前期', beforeOutput: true, pattern: '前期(?:工作|准备|手续|阶段|谋划|筹备|论证)|处于前期|筹备(?:中|阶段)|正在筹备|谋划' },
  { name: '摸底', beforeOutput: true, pattern: '摸底|摸排|入户调查|实地踏勘|调查统计|需求征集|确定(?:点位|对象|名单)' },
  {
    name: '制定工作方案',
    beforeOutput: true,
    pattern: '(?:制定|制订|印发|出台|拟定|编制|完成)[^，。；、]{0,10}方案|方案(?:已|正在)?(?:制定|印发|编制|报批|审定)',
  },
  { name: '初步选址', beforeOutput: true, pattern: '初步选址|意向选址|初选址|初步选定' },
  { name: '选址', beforeOutput: true, pattern: '选址|确定地点|选定(?:地点|场地)' },
  { name: '立项', beforeOutput: true, pattern: '立项|备案手续|项目备案' },
  {
    name: '设计',
    beforeOutput: true,
    pattern: '(?:方案|施工图|初步|勘察|规划|勘测|图纸)设计|设计(?:方案|阶段|图纸|中)|图审|施工图审查|勘察',
  },
  { name: '可研', beforeOutput: true, pattern: '可研|可行性研究' },
  {
    name: '初设',
    beforeOutput: true,
    pattern: '初设|初步设计(?:及概算)?(?:已|获)?批复|概算(?:批复|评审)|财政评审|预算评审|控制价评审',
  },
  { name: '用地手续', beforeOutput: true, pattern: '用地(?:手续|预审|报批|审批|批复)|土地(?:手续|征收|报批)|征地|征收拆迁|规划许可' },
  { name: '具备招投标条件', beforeOutput: true, pattern: '具备招(?:投)?标条件|准备招(?:投)?标|招标(?:准备|文件)|招标前' },
  { name: '招投标', beforeOutput: true, pattern: '招投标|招标|挂网|公开采购|政府采购|竞争性磋商|比选|采购(?:程序|流程|阶段)' },
  {
    name: '完成招投标',
    beforeOutput: true,
    pattern:
      '(?:完成|已)[^，。；、]{0,8}(?:招投标|招标|采购)(?!准备|文件|条件)|中标|招(?:投)?标(?:工作)?(?:已|全部|均已)?(?:完成|结束)|签订[^，。；]{0,6}合同',
  },
  {
    name: '施工准备',
    beforeOutput: true,
    pattern: '施工准备|开工准备|准备(?:进场|开工|施工)|即将(?:开工|进场|施工)|(?:办理|取得)[^，。；]{0,4}施工许可|具备开工条件',
  },
  { name: '开工', beforeOutput: false, pattern: '(?<!新)开工(?!率|准备|条件|\\s?\\d)|动工|破土|进场施工|进场|启动建设|启动改造' },
  {
    name: '正在实施',
    beforeOutput: false,
    pattern:
      '正在(?:有序|加快|全力|稳步|抓紧|持续|积极)?(?:实施|推进|开展|更换|安装|改造|铺设|进行)|(?:有序|稳步|持续|全面|加快)(?:推进|实施|开展)|实施中|推进中',
  },
  {
    name: '正在施工',
    beforeOutput: false,
    pattern: '正在(?:有序|加快|全力|抓紧)?(?:施工|建设|修建|砌筑)|施工中|(?:加紧|加快|有序|全面)施工|建设中|在建|主体施工|基础施工',
  },
  { name: '主体完工', beforeOutput: false, pattern: '主体(?:结构|工程|建设|施工|部分)?(?:已|全部|基本)?(?:完工|封顶|竣工|完成)|封顶' },
  { name: '收尾', beforeOutput: false, pattern: '收尾|扫尾|装修|装饰|设备(?:安装|调试)|安装调试|附属工程' },
  { name: '完工', beforeOutput: false, pattern: '(?<!未|主体)完工(?!率)|建成|建设完成|改造完成' },
  { name: '竣工', beforeOutput: false, pattern: '竣工' },
  { name: '验收', beforeOutput: false, pattern: '验收' },
  { name: '投入使用', beforeOutput: false, pattern: '投入使用|投用|启用|投运|交付使用|开园|开馆|开诊|通车|通水|开放使用|对外开放|已交付' },
  { name: '投入运营', beforeOutput: false, pattern: '投入运[营行]|(?:并|已|正式|开始|试)运[营行]|开业' },
  {
    name: '完成',
    beforeOutput: false,
    pattern:
      '(?:已|均已|已经|已全部|全部|全面|提前|圆满|超额|如期)完成(?=$|[，。；、)！\\n]|[^，。；、]{0,6}(?:任务|目标|工作)(?:$|[，。；、)\\n]))|完成(?:全年|年度|全部)(?:目标)?任务(?!的?\\s?\\d)|任务(?:已|全部)?完成|办结|已发放(?:到位|完毕)',
  },
] as const satisfies readonly StageOfWork[];

export type StageName = (typeof STAGES_OF_WORK)[number]['name'];
export type StageFound = {
  readonly stage: StageName;
  readonly order: number;
  readonly beforeOutput: boolean;
  readonly start: number;
  readonly end: number;
};

const PATTERNS = STAGES_OF_WORK.map((stage) => new RegExp(stage.pattern, 'g'));
const NOT_YET = /(?:未|尚未|力争|预计|计划|拟|争取|将于|确保|待|下一步|后续)[^，。；、]{0,14}$/;

/** `可研报告已完成` finishes a paper, not the work. */
const PAPERWORK = /招标|招投标|立项|设计|选址|可研|可行性|方案|前期|摸底|摸排|排摸|评审|手续|编制|勘察|征地|拆迁|备案|审批/;

/** `建成公园2处` finishes two of them, not the work: stages that a count behind them claims for a part only. */
const FINISHED: ReadonlySet<string> = new Set(['主体完工', '完工', '竣工', '验收', '投入使用', '投入运营']);
const COUNT_BEHIND = /(?:\d[\d.,]*\s?[万千百]?余?(?![\d.,年月日号#-])|[一两二三四五六七八九十]+(?=[个处座所条栋家幢台套部间户]))/;

/** The stage words of a progress text in their places; words about the future (`力争…完工`, `尚未验收`) are left out. */
export function findStages(text: string): readonly StageFound[] {
  const found: StageFound[] = [];
  for (const [order, stage] of STAGES_OF_WORK.entries()) {
    for (const match of text.matchAll(PATTERNS[order]!)) {
      const start = match.index;
      const before = text.slice(Math.max(0, start - 24), start);
      const clause = /[^，。；：\n]*$/.exec(before)![0];
      // A bracket names one place that lags (`50%(马站未开工)`), not the state of the whole.
      if (text.lastIndexOf('(', start) > text.lastIndexOf(')', start)) continue;
      if (order > 0 && NOT_YET.test(clause)) continue;
      if (stage.name === '完成' && PAPERWORK.test(clause)) continue;
      const rest = /^[^，。；：\n]*/.exec(text.slice(start + match[0].length, start + match[0].length + 40))![0];
      if (stage.name === '正在实施' && PAPERWORK.test(rest)) continue;
      if (FINISHED.has(stage.name) && COUNT_BEHIND.test(rest) && !/[全均]部?$/.test(clause)) continue;
      found.push({ stage: stage.name, order, beforeOutput: stage.beforeOutput, start, end: start + match[0].length });
    }
  }
  return withoutInner(found);
}

/** `具备招投标条件` also holds `招投标`: the longer words win. */
function withoutInner(found: readonly StageFound[]): readonly StageFound[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: StageFound[] = [];
  let reach = -1;
  for (const one of sorted) {
    if (one.end <= reach) continue;
    const last = kept.at(-1);
    if (last !== undefined && one.start < last.end && one.order < last.order) continue;
    kept.push(one);
    reach = Math.max(reach, one.end);
  }
  return kept;
}

/** The most advanced stage a text names; null when it names none. */
export function furthestStage(text: string): StageFound | null {
  return findStages(text).reduce<StageFound | null>((best, one) => (best === null || one.order > best.order ? one : best), null);
}
