import type { SeedList, SeedProject } from '../list.ts';

/** A code that GB/T 2260 gives to nobody. */
export const QINGQUAN = '990010';

type Row = readonly [no: string, name: string, leadUnit: string, verb: string, object: string, target: number, measureUnit: string];

const counted = ([no, name, leadUnit, verb, object, target, measureUnit]: Row, done: number | null): SeedProject => {
  const printed = `${target}${measureUnit}`;
  const report = done === null ? {} : { report: { value: done, measureUnit, text: '' } };
  return {
    ...{ no, name, leadUnit, text: `${name}：${verb}${object}${printed}。` },
    promises: [{ verb, object, target, measureUnit, printed, ...report }],
  };
};

/** Who eats is a promise of its own, counted from who signed in. */
const withMeals = (it: SeedProject): SeedProject => {
  const meals = { verb: '供餐', object: '东湖社区独居和高龄老人', target: 20, measureUnit: '名', printed: '20名' };
  return { ...it, text: `${it.text.slice(0, -1)}，为东湖社区独居和高龄老人供餐20名。`, promises: [...it.promises, meals] };
};

/** 清泉区 2026: a list that nobody ever published, of a district that does not exist. */
export const QINGQUAN_2026: SeedList = {
  district: QINGQUAN,
  year: 2026,
  origin: 'government',
  title: '清泉区2026年十件民生实事',
  source: '清泉区政府文件（虚构）',
  frozenFor: '虚构区县的清单，供演示',
  asOf: '2026-06-18',
  projects: [
    counted(['1', '老旧小区改造', '区住建局', '改造', '老旧小区', 12, '个'], 4),
    {
      no: '2',
      name: '雨污分流改造',
      text: '对东湖路、清荷街、柳林巷做雨污分流改造，路面随之恢复。',
      leadUnit: '区住建局',
      supportingUnits: ['区交通局', '区发改局'],
      promises: [
        {
          ...{ verb: '改造', object: '三条街的雨污分流', measure: 'milestone-set', measureUnit: '项' },
          report: { stage: '具备招投标条件', text: '施工图已批复，资金已落实，已具备招投标条件。' },
        },
      ],
    },
    {
      no: '3',
      name: '农村饮水安全提质',
      text: '维修更新柳河乡、石桥乡10个村的老旧供水管网。',
      leadUnit: '区水务局',
      promises: [
        {
          ...{ verb: '维修更新', object: '村的老旧供水管网', measure: 'milestone-set', target: 10, measureUnit: '个', printed: '10个' },
          report: { stage: '正在施工', text: '十个村分批施工，进度按各村各步骤推算。' },
        },
      ],
    },
    counted(['4', '校园照明改善', '区教体局', '改造', '教室照明', 80, '间'], 80),
    withMeals(counted(['5', '老年助餐', '区民政局', '建成', '社区助餐点', 20, '个'], 9)),
    counted(['6', '应急能力建设', '区红十字会', '举办', '急救技能培训', 12, '场'], 7),
    counted(['7', '口袋公园', '区园林中心', '新建', '口袋公园', 6, '个'], 2),
    counted(['8', '送戏下乡', '区文旅局', '举办', '送戏下乡', 70, '场'], null),
    { ...counted(['9', '便民就业', '区人社局', '举办', '专场招聘会', 15, '场'], 8), text: '便民就业：举办专场招聘会15场，每月至少一场。' },
    counted(['10', '农村公路', '区交通局', '新改建', '农村公路', 26, '公里'], 14),
  ],
};
