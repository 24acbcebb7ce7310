import type { MoneyRefusal } from '../rules/entries/money.ts';
import type { EntryRefusal } from '../rules/entries/settle.ts';
import type { VisitRefusal } from '../rules/visits/visit.ts';
import { comparisonPeriod, entryLabels } from './entry-labels.ts';

type Refusal = EntryRefusal | MoneyRefusal | VisitRefusal;
type Sentences = { readonly [K in Refusal['kind']]: (refusal: Extract<Refusal, { kind: K }>) => readonly [zh: string, en: string] };

export const ENTRY_SENTENCES: Sentences = {
  'entry-ahead': ({ on, today }) => [`${on} 还没有到（今天 ${today}），请核对日期`, `${on} lies ahead (today is ${today}); check the day`],
  'plan-behind': ({ on, today }) => [
    `计划日期 ${on} 已经过去（今天 ${today}）；已经办了的，请登记为“已办”`,
    `The planned day ${on} is past (today is ${today}); what took place is entered as held`,
  ],
  'certified-beyond-attended': ({ certified, attended }) => [
    attended === null ? `填了合格 ${certified} 人，没有填参加人数` : `合格 ${certified} 人，多于参加的 ${attended} 人`,
    attended === null ? `${certified} passed, and nobody said how many came` : `${certified} passed, more than the ${attended} who came`,
  ],
  'event-ends-before-it-begins': ({ from, to }) => [
    from === null ? `填了结束时间 ${to}，没有填开始时间` : `结束时间 ${to} 不晚于开始时间 ${from}`,
    from === null ? `It ends at ${to}, and nobody said when it begins` : `It ends at ${to}, not after ${from}`,
  ],
  'planned-with-result': () => [
    '还没有办的活动不填人数和佐证；办完后用“登记结果”',
    'An event to come has no attendance and no evidence yet; report its result afterwards',
  ],
  'attended-from-sign-ins': ({ signedIn }) => [
    `这场活动有签到，参加人数由签到计出（${signedIn} 人），不能另外填；人数不对，请在签到页补签或撤销`,
    `People signed in at this event: ${signedIn} attended, and no other number is typed. Sign in whoever is missing, or take a sign-in back`,
  ],
  'attended-missing': () => ['请填参加人数；现场有签到的，由签到计出', 'Say how many attended; where people sign in, they are counted'],
  'accepted-before-done': ({ on, acceptedOn }) => [
    `验收日期 ${acceptedOn} 早于完成日期 ${on}`,
    `It was accepted on ${acceptedOn}, before it was done on ${on}`,
  ],
  'acceptance-half': () => ['验收单位和验收日期要一起填', 'Who accepted it and on which day belong together'],
  'period-half': () => [
    '所属期的起止要一起填；不知道的，两个都空着',
    'First and last day of the period belong together; leave both out when unknown',
  ],
  'period-backwards': ({ from, to }) => [`所属期止 ${to} 早于起 ${from}`, `The period ends on ${to}, before it begins on ${from}`],
  'entry-not-current': ({ state }) => [
    state === 'cancelled' ? '这一条已经取消，不再改动' : '这一条已被更正，请改最新的一条',
    state === 'cancelled' ? 'This line is cancelled and stays as it is' : 'This line was corrected; change the newest one',
  ],
  'event-not-planned': () => ['只有计划中的活动才登记结果', 'Only a planned event has a result to report'],
  'entry-of-other-kind': () => [
    '更正不能改变类别；请取消这一条，另行登记',
    'A correction keeps the kind; cancel this line and enter another',
  ],
  'entry-not-of-unit': () => ['这项承诺不是本单位牵头或配合的，无法登记', 'Your unit neither leads nor supports this promise'],
  'no-duplicate': () => ['这一条没有疑似重复，不用说明', 'Nothing looks like this line'],
  'money-nothing': ({ of }) => [
    `没有登记过${entryLabels['zh-CN'].moneyKinds[of]}，算不出比率`,
    `No ${entryLabels.en.moneyKinds[of].toLowerCase()} is on record: there is no ratio`,
  ],
  'money-without-evidence': ({ of, lines }) => [
    `${entryLabels['zh-CN'].moneyKinds[of]}有 ${lines} 笔没有凭证，没有计入，不能拿来相除：请补上凭证，或取消登记`,
    `${lines} lines of ${entryLabels.en.moneyKinds[of]} have no voucher and do not count: add it, or cancel them`,
  ],
  'money-period-unknown': ({ of, lines }) => [
    `${entryLabels['zh-CN'].moneyKinds[of]}有 ${lines} 笔没有写明所属期，暂不能算比率；请先补上`,
    `${lines} lines of ${entryLabels.en.moneyKinds[of].toLowerCase()} do not say their period; no ratio before they do`,
  ],
  'money-months-missing': ({ of, months }) => [
    `${entryLabels['zh-CN'].moneyKinds[of]}缺 ${months.join('、')} 的登记，不能当作一个完整的期间；请先补上，或者说明这些月份没有发生`,
    `${entryLabels.en.moneyKinds[of]}: nothing is on record for ${months.join(', ')}, so this is no whole period; enter it, or state that nothing fell into these months`,
  ],
  'money-periods-differ': ({ numerator, denominator }) => [
    `两边的所属期不同（${comparisonPeriod(numerator, 'zh-CN')}与${comparisonPeriod(denominator, 'zh-CN')}），不可相除`,
    `The periods differ (${comparisonPeriod(numerator, 'en')} and ${comparisonPeriod(denominator, 'en')}); they make no ratio`,
  ],
  'visit-ahead': ({ on, today }) => [`${on} 还没有到（今天 ${today}），请核对日期`, `${on} lies ahead (today is ${today}); check the day`],
  'visit-recorded-already': ({ on }) => [`这一家 ${on} 的走访已经登记过`, `The visit to this family on ${on} is on record already`],
  'visit-not-of-unit': () => ['走访只由这项承诺的牵头单位登记和查看', 'Visits are entered and read by the leading unit alone'],
  'visit-cancelled': () => ['这次走访已经取消', 'This visit is cancelled'],
  'need-settled': ({ on }) => [`这项需求已于 ${on} 办结`, `This need was settled on ${on}`],
  'need-due-before-visit': ({ dueOn, on }) => [
    `答应办好的日期 ${dueOn} 早于走访日期 ${on}，请核对年份和月份`,
    `A need is to be met by ${dueOn}, before the visit on ${on}; check the year and the month`,
  ],
  'need-settled-before-visit': ({ visitedOn }) => [
    `办结日期早于走访日期 ${visitedOn}`,
    `It cannot be settled before the visit of ${visitedOn}`,
  ],
};
