import type { Locale } from '#/kernel/format.ts';
import { AREA_HEADS, type AreaRemark } from '../rules/area-import.ts';
import { SITE_HEADS, type SiteRemark } from '../rules/site-import.ts';
import { wordsOf } from './refusals.ts';

export type Remark = AreaRemark | SiteRemark;
type Kind = Remark['kind'];
type Of<K extends Kind> = Extract<Remark, { kind: K }>;
type Sentences = { readonly [K in Kind]: (facts: Of<K>) => string };

const zh: Sentences = {
  missing: () => '未填写',
  'kind-unknown': () => '看不出类别，请填乡镇、街道、行政村、社区或小区',
  'parent-missing': () => '未填写上级',
  'parent-unknown': ({ name }) => `没有登记过上级“${name}”，请先登记或改成一样的名称`,
  'parent-ambiguous': ({ name }) => `有几个“${name}”，请写成“甲街道·乙社区”`,
  'row-twice': ({ otherRow }) => `与第 ${otherRow} 行重复`,
  'coordinates-half': () => '经度、纬度只填了一个',
  'coordinates-swapped': () => '经度和纬度写反了',
  'not-a-number': ({ text }) => `“${text}”不是十进制的度数`,
  'not-a-geometry': () => '几何不是点、线、面，或点数过多，或面没有闭合',
  'without-coordinates': () => '没有坐标，只进清单，不上图',
  'project-unknown': ({ text }) => `清单里没有第“${text}”件实事，或不是本单位的实事`,
  'area-unknown': ({ text }) => `没有登记过区域“${text}”，请先登记或改成一样的名称`,
  'area-ambiguous': ({ text }) => `有几个“${text}”，请写成“甲街道·乙社区”`,
  'unknown-word': ({ text, known }) => `“${text}”不在可选范围：${known.join('、')}`,
  refused: ({ refusal }) => wordsOf(refusal, 'zh-CN'),
};

const en: Sentences = {
  missing: () => 'is empty',
  'kind-unknown': () => 'is no known kind of area',
  'parent-missing': () => 'the area that it lies in is missing',
  'parent-unknown': ({ name }) => `there is no “${name}”`,
  'parent-ambiguous': ({ name }) => `there are several “${name}”; write “subdistrict·community”`,
  'row-twice': ({ otherRow }) => `the same as row ${otherRow}`,
  'coordinates-half': () => 'longitude or latitude is missing',
  'coordinates-swapped': () => 'longitude and latitude are swapped',
  'not-a-number': ({ text }) => `“${text}” is no number of degrees`,
  'not-a-geometry': () => 'is no point, line or area, has too many corners, or does not close',
  'without-coordinates': () => 'has no coordinates: listed, not on the map',
  'project-unknown': ({ text }) => `the list has no project “${text}”, or it belongs to another unit`,
  'area-unknown': ({ text }) => `there is no area “${text}”`,
  'area-ambiguous': ({ text }) => `there are several “${text}”; write “subdistrict·community”`,
  'unknown-word': ({ text, known }) => `“${text}” is none of: ${known.join(', ')}`,
  refused: ({ refusal }) => wordsOf(refusal, 'en'),
};

const SENTENCES: Readonly<Record<Locale, Sentences>> = { 'zh-CN': zh, en };

/** What is said about one field of one row, without its place. */
export function sentenceOfRemark(remark: Remark, locale: Locale = 'zh-CN'): string {
  return (SENTENCES[locale][remark.kind] as (facts: Remark) => string)(remark);
}

/** The head of the column that a remark is about. */
export function fieldOfRemark(remark: Remark): string {
  const heads: Readonly<Record<string, readonly [string, ...string[]]>> = { ...AREA_HEADS, ...SITE_HEADS };
  return heads[remark.field]![0];
}
