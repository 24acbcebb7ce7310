import { type ImportTemplate, writeImportTemplate } from '#/platform/documents/import-template.ts';
import { AREA_HEADS, AREA_KIND_WORDS } from '../rules/area-import.ts';
import { SITE_HEADS, SITE_KIND_WORDS, SITE_STAGE_WORDS } from '../rules/site-import.ts';

export type TemplateKind = 'areas' | 'sites';

const firstOf = (words: Readonly<Record<string, readonly [string, ...string[]]>>): string =>
  Object.values(words)
    .map((it) => it[0])
    .join('、');

const TEMPLATES: Readonly<Record<TemplateKind, ImportTemplate>> = {
  areas: {
    name: '区域导入模板',
    heads: Object.values(AREA_HEADS).map((it) => it[0]),
    notes: [
      ['名称', '必填。乡镇、街道、行政村、社区、小区各一行，先后不限。'],
      ['类别', `可填：${firstOf(AREA_KIND_WORDS)}；留空时按名称的末字判断。`],
      ['上级', '村和社区填所属乡镇街道，小区填所属社区或村；有同名的，写成“甲街道·乙社区”。'],
      ['统计区划代码', '选填，十二位；小区没有。'],
      ['再次导入', '同一份表再导一次不会产生任何变化；有一处错误则整份不导入。'],
    ],
    examples: [
      ['示例街道', '街道', '', ''],
      ['示例社区', '社区', '示例街道', ''],
      ['示例小区', '小区', '示例社区', ''],
    ],
  },
  sites: {
    name: '点位导入模板',
    heads: Object.values(SITE_HEADS).map((it) => it[0]),
    notes: [
      ['实事序号', '必填，清单上印的序号，如 3 或 10.1。'],
      ['点位名称', '必填，同一件实事之内不重名。名称里不写坐标。'],
      ['类别', `可填：${firstOf(SITE_KIND_WORDS)}。水源地、水厂、取水口、供水设施的坐标只存不公开。`],
      ['所在区域', '选填，写已登记的村、社区或小区；有同名的，写成“甲街道·乙社区”。'],
      ['经度、纬度', '选填，十进制度；坐标系在导入时选定。没有坐标的只进清单，不上图。'],
      ['阶段', `可填：${firstOf(SITE_STAGE_WORDS)}；留空为未开工。`],
      ['是否公开', '是或否；留空为是。'],
    ],
    examples: [['1', '示例点位', '道路街巷', '示例社区', '', '', '未开工', '是']],
  },
};

export async function makeTemplate(of: TemplateKind): Promise<{ readonly bytes: Buffer; readonly fileName: string }> {
  const template = TEMPLATES[of];
  return { bytes: await writeImportTemplate(template), fileName: `${template.name}.xlsx` };
}
