import type { Labels } from '#/ui/locale.tsx';

const zh = {
  title: (name: string) => `资格规则：${name}`,
  lead: '符合任何一组就算符合；一组里的条件要同时满足。年龄按服务当天算；没有登记的，算“不知道”，不当作符合，也不当作不符合。',
  group: (n: number) => `第 ${n} 组`,
  addGroup: '加一组',
  addCondition: '加条件',
  remove: '去掉',
  about: { age: '周岁', born: '出生不早于', sex: '性别', local: '本村（社区）居民', alone: '独居', assisted: '救助对象' } as Readonly<
    Record<string, string>
  >,
  least: '至少',
  most: '至多',
  female: '女',
  male: '男',
  consent: '未满 14 周岁的，须有监护人同意',
  from: '从哪一天的服务起用（第一版不填）',
  guardian: '监护人同意',
  answer: (condition: string, truth: boolean | null) => `${condition} ${truth === null ? '？不知道' : truth ? '✓' : '✗'}`,
  guardianSaid: (isUnder14: boolean | null, consent: boolean | null): string =>
    isUnder14 === false
      ? '服务当天已满 14 周岁，不需要监护人同意'
      : isUnder14 === null
        ? '不知道是否满 14 周岁，先要出生日期'
        : consent === null
          ? '未满 14 周岁，没有登记监护人是否同意，暂不认定'
          : consent
            ? '未满 14 周岁，监护人同意 ✓'
            : '未满 14 周岁，监护人没有同意 ✗',
  swapped: (group: number, least: number, most: number) => `第 ${group} 组的年龄：至少 ${least} 大于至多 ${most}，没有人会符合`,
  tester: '试一试',
  testerLead: '填一个人的情况，看这条规则怎么判。不保存。',
  onDay: '服务日期',
  birthOn: '出生日期',
  unknown: '不知道',
  yes: '是',
  no: '否',
  verdicts: { true: '符合', false: '不符合', null: '不知道：缺少登记的事实' } as Readonly<Record<string, string>>,
};
export const ruleLabels: Labels<typeof zh> = {
  'zh-CN': zh,
  en: {
    title: (name) => `Eligibility: ${name}`,
    lead: 'Any group makes a person eligible; within a group all conditions hold. Ages are those on the day of the service; what was not recorded is unknown, neither yes nor no.',
    group: (n) => `Group ${n}`,
    addGroup: 'Add a group',
    addCondition: 'Add a condition',
    remove: 'Remove',
    about: {
      age: 'Age',
      born: 'Born on or after',
      sex: 'Sex',
      local: 'Of this village',
      alone: 'Lives alone',
      assisted: 'In receipt of assistance',
    },
    least: 'at least',
    most: 'at most',
    female: 'female',
    male: 'male',
    consent: 'Under 14 only with a guardian’s consent',
    from: 'For services from this day on (the first version: empty)',
    guardian: 'Guardian’s consent',
    answer: (condition, truth) => `${condition} ${truth === null ? '? unknown' : truth ? '✓' : '✗'}`,
    guardianSaid: (isUnder14, consent) =>
      isUnder14 === false
        ? 'Was 14 or older on the day: no consent is needed'
        : isUnder14 === null
          ? 'Whether the person was 14 is unknown: the date of birth is missing'
          : consent === null
            ? 'Under 14, and no consent is on record: not counted for now'
            : consent
              ? 'Under 14, with the guardian’s consent ✓'
              : 'Under 14, and the guardian did not consent ✗',
    swapped: (group, least, most) => `Age in group ${group}: at least ${least} is more than at most ${most}; nobody would be eligible`,
    tester: 'Try it',
    testerLead: 'Describe a person and see the verdict. Nothing is kept.',
    onDay: 'Day of the service',
    birthOn: 'Date of birth',
    unknown: 'unknown',
    yes: 'yes',
    no: 'no',
    verdicts: { true: 'eligible', false: 'not eligible', null: 'unknown: facts are missing' },
  },
};
