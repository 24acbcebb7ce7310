import type { Labels } from '#/ui/locale.tsx';

type Past = {
  readonly versionNo: number;
  readonly from: string;
  readonly text: string;
  readonly reason: string;
  readonly by: string;
  readonly on: string;
};

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
  first: '第一版对以前和以后的服务都适用，不用填日期。',
  everybody: '没有条件：凡有记录的都算符合。确实不设条件才这样保存。',
  openAge: (group: number) => `第 ${group} 组的年龄两头都没有填：至少填一个数，或者去掉这个条件`,
  past: (count: number) => `历版规则（${count}）`,
  pastRule: (it: Past) =>
    `第 ${it.versionNo} 版，${it.from === '1900-01-01' ? '从头' : `自 ${it.from} `}起用：${it.text}。${it.reason}（${it.by}，${it.on}）`,
  replacedBy: (no: number) => `——当天定错，已由第 ${no} 版代替`,
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
  testerNone: '还没有条件，任何人都判为符合；加了条件再试。',
  onDayMissing: '请填服务日期：年龄和规则都按那一天算。',
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
    first: 'The first version holds for all services, before and after.',
    everybody: 'No condition: whoever is on record is eligible. Save it like this only if that is meant.',
    openAge: (group) => `Age in group ${group} has neither end: fill in one at least, or remove the condition`,
    past: (count) => `Versions of the rule (${count})`,
    pastRule: (it) =>
      `Version ${it.versionNo}, ${it.from === '1900-01-01' ? 'from the beginning' : `from ${it.from}`}: ${it.text}. ${it.reason} (${it.by}, ${it.on})`,
    replacedBy: (no) => ` – put right the same day by version ${no}`,
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
    testerNone: 'There is no condition yet, and everybody is eligible. Add one and try again.',
    onDayMissing: 'Fill in the day of the service: ages and rule are those of that day.',
    onDay: 'Day of the service',
    birthOn: 'Date of birth',
    unknown: 'unknown',
    yes: 'yes',
    no: 'no',
    verdicts: { true: 'eligible', false: 'not eligible', null: 'unknown: facts are missing' },
  },
};
