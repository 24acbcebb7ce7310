import type { Locale } from '#/kernel/format.ts';
import type { Role } from '#/kernel/role.ts';
import type { PostKind } from '../rules/post.ts';
import type { UnitKind } from '../rules/unit.ts';

type Labels<Kind extends string> = Readonly<Record<Locale, Readonly<Record<Kind, string>>>>;

export const ROLE_LABELS: Labels<Role> = {
  'zh-CN': {
    setup: '初始设置',
    'system-admin': '系统管理员',
    'security-admin': '安全管理员',
    'audit-admin': '审计管理员',
    office: '督查室',
    leader: '区领导',
    'unit-head': '单位主要负责人',
    'deputy-head': '单位分管负责人',
    liaison: '单位联络员',
    'congress-office': '人大办公室',
    teller: '计票人',
    scrutineer: '监票人',
  },
  en: {
    setup: 'setup',
    'system-admin': 'system administrator',
    'security-admin': 'security administrator',
    'audit-admin': 'audit administrator',
    office: 'supervision office',
    leader: 'district leader',
    'unit-head': 'head of a unit',
    'deputy-head': 'deputy head of a unit',
    liaison: 'liaison of a unit',
    'congress-office': 'office of the congress',
    teller: 'teller',
    scrutineer: 'scrutineer',
  },
};

export const POST_KIND_LABELS: Labels<PostKind> = {
  'zh-CN': {
    head: '主要负责人',
    'deputy-head': '分管负责人',
    liaison: '联络员',
    leader: '区领导',
    office: '督查室工作人员',
    'congress-office': '人大办公室工作人员',
    teller: '计票人',
    scrutineer: '监票人',
    'system-admin': '系统管理员',
    'security-admin': '安全管理员',
    'audit-admin': '审计管理员',
    setup: '初始设置',
  },
  en: {
    head: 'head',
    'deputy-head': 'deputy head',
    liaison: 'liaison',
    leader: 'district leader',
    office: 'supervision office',
    'congress-office': 'office of the congress',
    teller: 'teller',
    scrutineer: 'scrutineer',
    'system-admin': 'system administrator',
    'security-admin': 'security administrator',
    'audit-admin': 'audit administrator',
    setup: 'setup',
  },
};

export const UNIT_KIND_LABELS: Labels<UnitKind> = {
  'zh-CN': {
    leadership: '区领导',
    department: '政府部门',
    subdistrict: '街道',
    township: '乡镇',
    institution: '事业单位',
    utility: '专营单位',
    other: '其他',
  },
  en: {
    leadership: 'district leadership',
    department: 'department',
    subdistrict: 'subdistrict',
    township: 'township',
    institution: 'public institution',
    utility: 'utility',
    other: 'other',
  },
};
