import { nameKey } from '#/organisation/rules/name.ts';
import { following, type TemplateKind, type TemplateStep, type TemplateVersion, type WorkTemplate } from './template.ts';

const TENDER = { days: 20, source: '《招标投标法》第二十四条' } as const;
const PUBLICITY = { days: 3, source: '《招标投标法实施条例》第五十四条' } as const;
type Line = readonly [name: string, days: number, calendar: string, more?: Partial<Omit<TemplateStep, 'after'>>];

function template(key: string, title: string, kind: TemplateKind, lines: readonly Line[]): WorkTemplate {
  const steps = lines.map(([name, days, calendar, more], i) => ({
    name,
    days,
    calendar,
    after: i === 0 ? [] : [following(i - 1)],
    isMilestone: false,
    gate: null,
    legalMinimum: null,
    ...more,
  }));
  return { key, versionNo: 0, title, kind, steps };
}

/** The chains that every district begins with. Durations without a legal minimum are placeholders (来源: 待核实); each district sets its own. */
export const BUILT_IN_TEMPLATES: readonly WorkTemplate[] = [
  template('engineering', '工程建设', 'engineering', [
    ['立项批复', 15, 'office', { gate: '立项', isMilestone: true }],
    ['施工图设计和审查', 30, 'office'],
    ['资金落实和招标准备', 10, 'office', { gate: '具备招投标条件' }],
    ['招标文件审定发出', 5, 'office'],
    ['招标文件到开标', 20, 'every-day', { legalMinimum: TENDER }],
    ['中标候选人公示', 3, 'every-day', { legalMinimum: PUBLICITY, gate: '完成招投标' }],
    ['签订合同和进场', 10, 'office'],
    ['主体施工', 60, 'outdoor', { gate: '正在施工' }],
    ['恢复和收尾', 25, 'outdoor'],
    ['验收和资料归档', 10, 'office', { isMilestone: true, gate: '完工' }],
  ]),
  template('service', '服务提供', 'service', [
    ['工作方案和经费', 10, 'office', { gate: '制定工作方案' }],
    ['确定承接机构', 30, 'office'],
    ['摸底和宣传', 20, 'office'],
    ['分批实施', 120, 'every-day'],
    ['汇总核验', 10, 'office', { isMilestone: true }],
  ]),
  template('events', '系列活动', 'events', [
    ['活动方案', 10, 'office', { gate: '制定工作方案' }],
    ['确定承办单位', 25, 'office'],
    ['公布场次安排', 5, 'office', { isMilestone: true }],
    ['分场举办', 120, 'every-day'],
    ['总结核验', 10, 'office', { isMilestone: true }],
  ]),
  template('purchase', '购置采购', 'purchase', [
    ['需求和预算', 10, 'office'],
    ['招标文件审定发出', 5, 'office'],
    ['招标文件到开标', 20, 'every-day', { legalMinimum: TENDER }],
    ['中标候选人公示', 3, 'every-day', { legalMinimum: PUBLICITY, gate: '完成招投标' }],
    ['签订合同', 10, 'office'],
    ['供货安装', 30, 'every-day'],
    ['验收交付', 5, 'office', { isMilestone: true }],
  ]),
  template('survey', '摸排调查', 'survey', [
    ['调查方案和表格', 5, 'office'],
    ['人员培训', 3, 'office'],
    ['入户摸排', 40, 'every-day'],
    ['复核补漏', 10, 'office'],
    ['汇总入库', 5, 'office', { isMilestone: true }],
  ]),
];

/** What is offered: the built-in ones, as the district last set them, and its own; without what it withdrew. */
export function templatesInForce(newest: readonly TemplateVersion[]): readonly WorkTemplate[] {
  const own = new Map(newest.map((it) => [it.key, it]));
  const kept = BUILT_IN_TEMPLATES.map((it) => own.get(it.key) ?? it);
  const added = newest.filter((it) => !BUILT_IN_TEMPLATES.some((one) => one.key === it.key));
  return [...kept, ...added.toSorted((a, b) => (nameKey(a.title) < nameKey(b.title) ? -1 : 1))].filter(
    (it) => !('isActive' in it) || it.isActive,
  );
}
