import type { Locale } from '#/kernel/format.ts';
import type { AreaKind } from '../rules/area.ts';
import type { CoordinateSystem } from '../rules/geometry.ts';
import type { MapWords } from '../rules/map.ts';
import type { SiteAct, SiteField, SiteKind, SiteStage } from '../rules/site.ts';

const zh = {
  areaKinds: { township: '乡镇', subdistrict: '街道', village: '行政村', community: '社区', estate: '小区' } satisfies Record<
    AreaKind,
    string
  >,
  siteKinds: {
    housing: '小区改造',
    road: '道路街巷',
    pipe: '管网',
    parking: '停车充电',
    green: '绿地公园',
    education: '学校',
    health: '医疗卫生',
    care: '养老托育',
    culture: '文化体育',
    employment: '就业服务',
    shelter: '应急避难',
    market: '便民商业',
    'village-works': '乡村建设',
    other: '其他',
    'water-source': '水源地',
    'water-plant': '水厂',
    'water-intake': '取水口',
    'water-supply': '供水设施',
  } satisfies Record<SiteKind, string>,
  stages: { 'not-begun': '未开工', 'under-way': '实施中', done: '已完成' } satisfies Record<SiteStage, string>,
  systems: {
    wgs84: 'CGCS2000 或 WGS-84（天地图、卫星定位）',
    gcj02: 'GCJ-02（高德、腾讯地图）',
    bd09: 'BD-09（百度地图）',
  } satisfies Record<CoordinateSystem, string>,
  acts: { recorded: '登记', changed: '修改', imported: '导入', removed: '删除' } satisfies Record<SiteAct, string>,
  siteFields: {
    name: '名称',
    projectId: '所属实事',
    promiseId: '所属承诺',
    areaId: '所在区域',
    kind: '类别',
    stage: '阶段',
    isPublic: '是否公开',
    geometry: '位置',
  } satisfies Record<SiteField, string>,
  map: {
    label: '点位图',
    signs: { empty: '未开工', half: '实施中', full: '已完成' },
    metres: '米',
    kilometres: '千米',
    north: '北',
  } satisfies MapWords as MapWords,
};

export type PlanningLabels = typeof zh;

const en: PlanningLabels = {
  areaKinds: { township: 'township', subdistrict: 'subdistrict', village: 'village', community: 'community', estate: 'housing estate' },
  siteKinds: {
    housing: 'estate works',
    road: 'road or lane',
    pipe: 'pipes',
    parking: 'parking and charging',
    green: 'park or green',
    education: 'school',
    health: 'health care',
    care: 'care of old and young',
    culture: 'culture and sport',
    employment: 'employment service',
    shelter: 'emergency shelter',
    market: 'shops and market',
    'village-works': 'village works',
    other: 'other',
    'water-source': 'water source',
    'water-plant': 'water works',
    'water-intake': 'water intake',
    'water-supply': 'water supply',
  },
  stages: { 'not-begun': 'not begun', 'under-way': 'under way', done: 'done' },
  systems: {
    wgs84: 'CGCS2000 or WGS-84 (Tianditu, satellite positioning)',
    gcj02: 'GCJ-02 (Amap, Tencent maps)',
    bd09: 'BD-09 (Baidu maps)',
  },
  acts: { recorded: 'recorded', changed: 'changed', imported: 'brought in', removed: 'removed' },
  siteFields: {
    name: 'name',
    projectId: 'project',
    promiseId: 'promise',
    areaId: 'area',
    kind: 'kind',
    stage: 'stage',
    isPublic: 'public',
    geometry: 'place',
  },
  map: {
    label: 'Map of sites',
    signs: { empty: 'not begun', half: 'under way', full: 'done' },
    metres: 'm',
    kilometres: 'km',
    north: 'N',
  },
};

export const planningLabels: Readonly<Record<Locale, PlanningLabels>> = { 'zh-CN': zh, en };
