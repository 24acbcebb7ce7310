import type { Locale } from '#/kernel/format.ts';
import type { AreaRefusal, CodeFault } from '../rules/area.ts';
import type { ClaimRefusal } from '../rules/claim.ts';
import type { OutlineRefusal } from '../rules/outline.ts';
import type { SheetRefusal } from '../rules/sheet.ts';
import type { SiteRefusal } from '../rules/site.ts';
import type { StepRefusal } from '../rules/step.ts';
import type { TaskRefusal } from '../rules/task.ts';
import type { TemplateRefusal } from '../rules/template.ts';
import { planningLabels } from './labels.ts';
import { SCHEDULE_SENTENCES, type SchedulingRefusal } from './network-refusals.ts';
import { stepSentences } from './steps.ts';
import { taskSentences } from './tasks.ts';
import { templateSentences } from './templates.ts';
import { unreadSentence } from './unread.ts';

export type PlanningRefusal =
  | AreaRefusal
  | SiteRefusal
  | OutlineRefusal
  | SheetRefusal
  | TaskRefusal
  | ClaimRefusal
  | StepRefusal
  | TemplateRefusal
  | SchedulingRefusal;

type Kind = PlanningRefusal['kind'];
type Of<K extends Kind> = Extract<PlanningRefusal, { kind: K }>;
type Sentences = { readonly [K in Kind]: (facts: Of<K>) => string };

const CODE_ZH: Readonly<Record<CodeFault, string>> = {
  form: '应为十二位数字',
  district: '前六位不是本区县的代码',
  level: '末三位与类别不符（乡镇街道为 000，村和社区不为 000，小区没有代码）',
  parent: '前九位与上级的代码不符',
};

const zh: Sentences = {
  ...taskSentences['zh-CN'],
  ...SCHEDULE_SENTENCES['zh-CN'],
  ...stepSentences['zh-CN'],
  ...templateSentences['zh-CN'],
  'area-name-taken': ({ name }) => `同一上级之下已有“${name}”，请换一个名称或修改已有的那一个。`,
  'area-parent-wrong': ({ area, wants }) => {
    const { areaKinds } = planningLabels['zh-CN'];
    if (wants.length === 0) return `${areaKinds[area]}直接属于本区县，不填上级。`;
    return `${areaKinds[area]}的上级应为${wants.map((it) => areaKinds[it]).join('或')}，请重新选择。`;
  },
  'area-code-wrong': ({ code, why }) => `统计区划代码 ${code} ${CODE_ZH[why]}，请核对。`,
  'area-code-taken': ({ code, by }) => `统计区划代码 ${code} 已登记给“${by}”，请核对。`,
  'area-in-use': ({ name, areas, sites }) => `“${name}”之下还有 ${areas} 个区域、${sites} 个点位，请先移走或删除它们。`,
  'site-name-taken': ({ name }) => `这件实事已有点位“${name}”，请换一个名称或修改已有的那一个。`,
  'site-system-missing': () => '填了坐标，还要选定坐标系：数字从哪种地图上取得。',
  'site-outside-china': ({ name }) => `“${name}”的坐标不在我国范围内，请核对经度、纬度是否写反，单位是否为度。`,
  'site-outside-district': ({ name }) => `“${name}”的坐标落在区界之外，请核对坐标和坐标系。`,
  'site-looks-like-water': ({ name, word }) => `“${name}”像是${word}，请把类别改为水源地、水厂、取水口或供水设施；这些点位的坐标不公开。`,
  'site-name-holds-coordinates': ({ name }) => `名称“${name}”里写了坐标，请只写名称，坐标填在位置一栏。`,
  'site-not-of-unit': ({ name }) => `“${name}”不是本单位牵头或配合的实事，暂不能登记或修改它的点位。`,
  'outline-unread': () => '没有读到区界。请上传 GeoJSON 文件，其中是一个面（Polygon 或 MultiPolygon），首尾点相同。',
  'outline-several': ({ features }) => `文件里有 ${features} 个要素，区界应为一个；请先在制图软件里合并成一个面。`,
  'outline-too-fine': ({ corners, limit }) => `区界有 ${corners} 个点，多于 ${limit} 个，请先简化。`,
  'outline-outside-china': () => '区界的坐标不在我国范围内，请核对坐标系，经度在前、纬度在后。',
  'import-head-missing': ({ wants }) => `没有找到表头“${wants.join('”“')}”。请下载模板，把内容填进去再上传。`,
  'import-empty': () => '表里只有表头，没有可导入的行。请从表头下面一行填起，保存后再导入。',
  'import-too-long': ({ rows, limit }) => `文件有 ${rows} 行，一次最多 ${limit} 行，请分开上传。`,
  'import-has-errors': ({ count }) => `有 ${count} 处需要改正，整份暂不能导入；请按逐行报告改好后再上传。`,
  'file-unread': (it) => unreadSentence(it),
  'heads-differ': ({ missing, strange }) =>
    `${missing.length > 0 ? `没有找到“${missing.join('”“')}”这一栏。` : ''}${strange.length > 0 ? `“${strange.join('”“')}”不是表里的栏目。` : ''}表头请不要改，按下载的表填写。`,
  'geojson-unread': () => '文件不是点位的 GeoJSON（FeatureCollection），请核对后再上传。',
};

const CODE_EN: Readonly<Record<CodeFault, string>> = {
  form: 'should have twelve digits',
  district: 'does not begin with the code of this district',
  level: 'does not fit the kind of area',
  parent: 'does not begin with the nine digits of its parent',
};

const en: Sentences = {
  ...taskSentences.en,
  ...SCHEDULE_SENTENCES.en,
  ...stepSentences.en,
  ...templateSentences.en,
  'area-name-taken': ({ name }) => `There is a “${name}” in the same area already. Choose another name, or change that one.`,
  'area-parent-wrong': ({ area, wants }) => {
    const { areaKinds } = planningLabels.en;
    if (wants.length === 0) return `A ${areaKinds[area]} lies in the district itself.`;
    return `A ${areaKinds[area]} lies in a ${wants.map((it) => areaKinds[it]).join(' or ')}.`;
  },
  'area-code-wrong': ({ code, why }) => `The code ${code} ${CODE_EN[why]}.`,
  'area-code-taken': ({ code, by }) => `The code ${code} stands for “${by}”.`,
  'area-in-use': ({ name, areas, sites }) => `“${name}” still holds ${areas} areas and ${sites} sites. Move or remove them first.`,
  'site-name-taken': ({ name }) => `This project has a site “${name}” already.`,
  'site-system-missing': () => 'Coordinates need the system that they were captured in.',
  'site-outside-china': ({ name }) => `“${name}” lies outside China: are longitude and latitude in the right order?`,
  'site-outside-district': ({ name }) => `“${name}” lies outside the district: check the coordinates and their system.`,
  'site-looks-like-water': ({ name, word }) =>
    `“${name}” looks like a place of water supply (${word}): choose such a kind; its coordinates stay inside.`,
  'site-name-holds-coordinates': ({ name }) => `The name “${name}” holds coordinates; they belong into the field of the place.`,
  'site-not-of-unit': ({ name }) => `“${name}” is not led or supported by your unit.`,
  'outline-unread': () => 'No outline was found. Upload GeoJSON with one Polygon or MultiPolygon whose rings close.',
  'outline-several': ({ features }) => `The file has ${features} features; an outline is one. Merge them first.`,
  'outline-too-fine': ({ corners, limit }) => `The outline has ${corners} corners, more than ${limit}. Simplify it first.`,
  'outline-outside-china': () => 'The outline lies outside China: check the system; longitude comes first.',
  'import-head-missing': ({ wants }) => `No column is headed “${wants.join('”, “')}”. Download the template and fill it in.`,
  'import-empty': () => 'The table has its heads and no rows. Fill it in below the heads, save it, and bring it in again.',
  'import-too-long': ({ rows, limit }) => `The file has ${rows} rows; at most ${limit} at once.`,
  'import-has-errors': ({ count }) => `${count} places need correcting; nothing was brought in. See the report row by row.`,
  'file-unread': (it) => unreadSentence(it, 'en'),
  'heads-differ': ({ missing, strange }) =>
    `${missing.length > 0 ? `No column “${missing.join('”, “')}”. ` : ''}${strange.length > 0 ? `“${strange.join('”, “')}” is no column of the table. ` : ''}Keep the heads as they were downloaded.`,
  'geojson-unread': () => 'The file is no GeoJSON collection of sites.',
};

const SENTENCES: Readonly<Record<Locale, Sentences>> = { 'zh-CN': zh, en };

/** One sentence for each refusal of this stage. */
export function wordsOf<K extends Kind>(refusal: Of<K>, locale: Locale = 'zh-CN'): string {
  const sentence = SENTENCES[locale][refusal.kind as K] as (facts: Of<K>) => string;
  return sentence(refusal);
}
