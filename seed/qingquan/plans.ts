import { ACCEPTANCE, TENDER, type Works } from '../works.ts';

const ON = { isBegun: true, isLocked: true } as const;

/** The plans of the other works of the district, by the number of their project. */
export const PLANS: Readonly<Record<string, Works>> = {
  1: {
    ...ON,
    works: [...TENDER, ['外墙和屋面', 70, 'winter-stop'], ['楼道和管线', 45, 'winter-stop'], ACCEPTANCE],
    ...{ finished: 4, daysEach: 21, remaining: 44 },
  },
  3: {
    ...ON,
    works: [...TENDER, ['十村管网更新', 90, 'winter-stop'], ['水质检测', 15, 'office', '水质达标'], ['首个冬季回访', 5, 'office']],
    ...{ finished: 4, daysEach: 20, remaining: 38 },
  },
  5: {
    ...ON,
    works: [
      ['选址和协议', 30, 'office', '已选址'],
      ['改造装修', 60, 'office'],
      ['食品经营许可', 20, 'office', '取得许可'],
      ['开餐运行', 10, 'every-day', '投入使用'],
    ],
    ...{ finished: 1, daysEach: 60, remaining: 32 },
  },
  10: {
    ...ON,
    works: [...TENDER, ['路基', 40, 'outdoor'], ['路面', 35, 'outdoor'], ['标志标线', 12, 'outdoor'], ACCEPTANCE],
    ...{ finished: 4, daysEach: 20, remaining: 18 },
  },
};
