import { type Locale, number, percent } from '#/kernel/format.ts';
import type { SheetRefusal } from '#/planning/rules/sheet.ts';
import { wordsOf as wordsOfPlanning } from '#/planning/words/refusals.ts';
import type { ImportState } from '../rules/people/importing.ts';
import type { RecordsRefusal } from '../rules/refusals.ts';
import { ENTRY_SENTENCES } from './entry-refusals.ts';
import { identitySentences } from './people/faults.ts';
import { fieldNames } from './people/list-change.ts';

type Kind = Exclude<RecordsRefusal, SheetRefusal>['kind'];
type Sentences = { readonly [K in Kind]: (refusal: Extract<RecordsRefusal, { kind: K }>) => readonly [zh: string, en: string] };

const SENTENCES: Sentences = {
  ...ENTRY_SENTENCES,
  'definition-same': ({ versionNo }) => [
    `与现行的第 ${versionNo} 版口径相同，没有改动`,
    `The same as version ${versionNo}, which is in force`,
  ],
  'ratio-without-whole': () => [
    '这项承诺是比率，要有分母：请选“服务的人”并选一份有人数的名册',
    'This promise is a ratio and needs a denominator: choose people served, and a roster with a number',
  ],
  'ratio-not-of-persons': () => [
    '这项承诺是比率，分母是名册上的人，分子也要数人：请选“人数”或“认定人数”，不按人次、剂次或对数',
    'This promise is a ratio of the persons of a roster, so persons are to be counted: choose persons or eligible persons, not services, doses or couples',
  ],
  'ratio-of-estimate': ({ total }) => [
    `所选名册的人数（约 ${number(total)}）是估计数，算不出确切的比率：请先导入名单，或写明确切人数`,
    `The roster's number (about ${number(total)}) is an estimate, of which no exact ratio can be said. Import its list first, or state an exact number`,
  ],
  'definition-not-later': ({ from, after }) => [
    `新口径从 ${from} 起，须晚于上一版的启用日 ${after}；上一版是今天定的，可以选“更正今天定的这一版”`,
    `The new definition begins on ${from}; it must begin after ${after}, when the last one did. One that was set today can be put right instead`,
  ],
  'couples-or-persons': ({ measureUnit }) => [
    `这项承诺以“${measureUnit}”计量，请写明按人还是按对计数`,
    `This promise is measured in “${measureUnit}”; say whether persons or couples count`,
  ],
  'definition-in-future': ({ from, today }) => [`启用日 ${from} 晚于今天 ${today}`, `It cannot begin on ${from}, after today (${today})`],
  'name-taken': ({ name }) => [`已经有“${name}”，请换一个名称`, `There is a “${name}” already`],
  'not-of-unit': () => ['这份名册由另一个单位保管，请由该单位办理', 'This list is kept by another unit, which has to do it'],
  'sensitive-list': ({ name }) => [
    `“${name}”涉及健康、救助或未成年人，由保管单位的联络员办理；其他人可以看人数`,
    `“${name}” has data on health, assistance or minors: the liaison of the unit that keeps it does this; others read the counts`,
  ],
  'unit-unknown': () => ['保管单位不在本区的单位之中，请从名单里选', 'The unit is none of the district; choose one from the list'],
  'change-by-office': ({ name, fields }) => [
    `“${name}”已经在用，${fieldNames(fields, 'zh-CN')}只能由督查室写明依据更改；要改请告诉督查室`,
    `“${name}” is in use: ${fieldNames(fields, 'en')} can be changed by the supervision office only, with its reason. Ask the office`,
  ],
  'change-without-reason': ({ name, fields }) => [
    `“${name}”已经在用，更改${fieldNames(fields, 'zh-CN')}要写明依据`,
    `“${name}” is in use: write down why ${fieldNames(fields, 'en')} changes`,
  ],
  'not-in-service': ({ name }) => [
    `这两个人不都在“${name}”的名单里，请在两人都有记录的服务下判断`,
    `Not both of them are on record in “${name}”; decide it where both are`,
  ],
  'children-without-consent': ({ name }) => [
    `“${name}”涉及健康、救助或未成年人：规则会把不满 14 周岁的儿童计入，请勾选“未满 14 周岁的，须有监护人同意”，或把年龄改为 14 周岁以上`,
    `“${name}” has data on health, assistance or minors, and the rule would count children under 14: tick guardian consent, or begin at the age of 14`,
  ],
  'interval-swapped': ({ least, most }) => [
    `两剂最少间隔 ${least} 天，多于逾期的 ${most} 天：还没到可以接种的日子就算逾期了，请改正`,
    `The least interval of ${least} days is more than the ${most} days after which a dose is overdue. Correct one of them`,
  ],
  'ages-swapped': ({ group, least, most }) => [
    `第 ${group} 组的年龄：至少 ${least} 大于至多 ${most}，没有人会符合，请把两个数对调或改正`,
    `Age in group ${group}: at least ${least} is more than at most ${most}, so nobody would be eligible. Swap or correct the two`,
  ],
  'rule-not-later': ({ from, after }) => [
    `新规则从 ${from} 起，须晚于上一版的启用日 ${after}；上一版是今天定的，可以选“更正今天定的这一版”`,
    `The new rule begins on ${from}; it must begin after ${after}. One that was set today can be put right instead`,
  ],
  'rule-same': ({ versionNo }) => [`与现行的第 ${versionNo} 版规则相同，没有改动`, `The same as version ${versionNo}, which is in force`],
  'version-not-of-today': ({ versionNo, setOn }) => [
    setOn === null
      ? `第 ${versionNo} 版已不是最新的一版，请重新打开后再改`
      : `第 ${versionNo} 版是 ${setOn} 定的，已经按它计过数，不能当天更正；请另立一版，从今天或以后起用`,
    setOn === null
      ? `Version ${versionNo} is not the newest any more; open it again`
      : `Version ${versionNo} was set on ${setOn} and has been counted by; set a new one that begins later`,
  ],
  'age-open': ({ group }) => [
    `第 ${group} 组的年龄两头都没有填：至少填一个数，或者去掉这个条件`,
    `Age in group ${group} has neither end: fill in one at least, or remove the condition`,
  ],
  'slot-twice': ({ slot }) => [`“${slot}”写了两次，请去掉一个`, `“${slot}” stands twice; remove one`],
  'import-known': ({ importNo, state }) => [
    `这个文件已经导入过（第 ${importNo} 次，${STATES[state][0]}），没有重复导入`,
    `This file was imported already (no. ${importNo}, ${STATES[state][1]}); nothing was done`,
  ],
  'import-not-ready': ({ state }) => [
    `这次导入${STATES[state][0]}，暂不能这样办`,
    `This import is ${STATES[state][1]}; that cannot be done now`,
  ],
  'import-overtaken': ({ currentNo }) => [
    currentNo === null ? '它要更正的那次导入已不再有效，请重新比对后再认可' : `名册已由第 ${currentNo} 次导入更新，请重新比对后再认可`,
    currentNo === null
      ? 'The import that it corrects counts no more; compare again'
      : `The list was renewed by import ${currentNo}; compare again before accepting`,
  ],
  'import-superseded': ({ byNo }) => [
    `它已由第 ${byNo} 次导入更正，不再计入；要撤回，请先撤回第 ${byNo} 次`,
    `Import ${byNo} corrected it, and it counts no more; withdraw import ${byNo} first`,
  ],
  'import-without-rows': ({ refused }) => [
    `没有一行可以计入（${refused} 行都没有收下），请按逐行报告改好再导入`,
    `No row can be counted (${refused} were refused); mend the file by the report and import it again`,
  ],
  'signed-already': ({ onDay, slot, signedBy }) => [
    `${onDay}${slot} 已由 ${signedBy} 签到，不重复计`,
    `Signed in for ${onDay} ${slot} by ${signedBy} already`,
  ],
  'no-sign-ins': ({ name }) => [
    `“${name}”按剂次或佐证编号计数，不用签到；请导入服务记录`,
    `“${name}” counts doses or numbered evidence and has no sign-in; import its records`,
  ],
  'event-not-there': ({ title, state }) => [
    state === 'cancelled' ? `“${title}”已经取消，不能签到` : `没有“${title}”这场活动，请重新打开签到页`,
    state === 'cancelled' ? `“${title}” is cancelled; nobody signs in` : `There is no event “${title}”; open the page again`,
  ],
  'event-with-number': ({ title, attended }) => [
    `“${title}”已填参加人数 ${attended} 人；要由签到计数，请先在“场次”页更正这一条，把参加人数清空`,
    `${attended} attended “${title}”, as somebody typed. To count them from sign-ins, correct that line first and leave the number out`,
  ],
  'event-other-day': ({ title, on, onDay }) => [
    `“${title}”在 ${on}，不在 ${onDay}；活动改期的，请先更正活动日期`,
    `“${title}” is on ${on}, not on ${onDay}; correct the day of the event first if it has moved`,
  ],
  'visitor-nameless': () => ['请填姓名', 'Write the name'],
  'visitor-identity': ({ fault, ends, length }) => {
    const [zh, en] = identitySentences(fault, { ends, length });
    return [`证件号码${zh}`, `The number ${en}`];
  },
  'visitor-without-papers': () => [
    '没有证件号码的，要填出生日期和联系电话（至少 7 位），才认得出是谁',
    'Without a number, a date of birth and a telephone of seven digits at least are needed to tell who it is',
  ],
  'visitor-born-ahead': ({ birthOn, today }) => [
    `出生日期 ${birthOn} 晚于今天 ${today}`,
    `The date of birth ${birthOn} is after today, ${today}`,
  ],
  'taken-back-already': ({ takenBackBy, reason }) => [
    `这次签到已由 ${takenBackBy} 撤销（${reason}）`,
    `${takenBackBy} took this sign-in back already (${reason})`,
  ],
  'signed-by-another': ({ onDay, slot, signedBy }) => [
    `${onDay}${slot} 现在的签到是 ${signedBy} 另外签的，没有撤销；要撤销它，请重新打开签到页`,
    `The sign-in that stands for ${onDay} ${slot} is another one, by ${signedBy}, and was left. Open the page again to take it back`,
  ],
  'not-signed': ({ onDay, slot }) => [
    `${onDay}${slot} 没有签到，不用撤销`,
    `Nobody signed in for ${onDay} ${slot}; there is nothing to take back`,
  ],
  'slot-unknown': ({ slot }) => [`“${slot}”不在这项服务的餐次之中`, `“${slot}” is no slot of this service`],
  'person-not-listed': () => ['名册里没有这个人，请先登记到名册', 'Nobody on the list has this number; add the person to the list first'],
  'clock-odd': ({ at, now }) => [
    `签到时间 ${at.slice(0, 10)} 与现在 ${now.slice(0, 10)} 相差太多，请按纸质签到表补录`,
    `The time of the sign-in (${at.slice(0, 10)}) is too far from now (${now.slice(0, 10)}); key it in from the paper list`,
  ],
  'day-in-future': ({ onDay, today }) => [`${onDay} 晚于今天 ${today}`, `${onDay} is after today, ${today}`],
  'day-too-early': ({ onDay, earliest }) => [
    `纸质签到表只补录一年以内的：${onDay} 早于 ${earliest}。请核对日期；更早的，请导入服务记录`,
    `Paper lists are keyed in for a year: ${onDay} is before ${earliest}. Check the day, or import earlier records as a file`,
  ],
  'decided-already': ({ decision, decidedBy }) => [
    `${decidedBy} 已判断为${decision === 'same' ? '同一人' : '不同的人'}，要改请先撤回`,
    `${decidedBy} decided that they are ${decision === 'same' ? 'one person' : 'two'}; undo that first`,
  ],
  'share-same': ({ most }) => [`限额已经是 ${percent(most)}，没有改动`, `The share is ${percent(most)} already`],
  'one-by-others': () => [
    '按其他几对的判断，这两人已经是同一人；确是不同的人的，请先撤回其中判断错的一对',
    'By what was decided of other pairs these two are one person; undo the pair that was decided wrongly first',
  ],
  'apart-by-others': ({ decidedBy }) => [
    `${decidedBy} 已判断这两人（或与他们合并的人）是不同的人；确是同一人的，请先撤回那一对`,
    `${decidedBy} decided that these two, or persons merged with them, are different; undo that pair first`,
  ],
  'nothing-to-undo': () => ['没有可以撤回的判断', 'There is nothing to undo'],
};

const STATES: Readonly<Record<ImportState, readonly [zh: string, en: string]>> = {
  waiting: ['等待读取', 'waiting'],
  reading: ['正在读取', 'being read'],
  read: ['待认可', 'waiting to be accepted'],
  accepted: ['已计入', 'counted'],
  superseded: ['已被更正', 'corrected'],
  cancelled: ['已取消', 'cancelled'],
  failed: ['没有收下', 'not taken'],
  withdrawn: ['已撤回', 'withdrawn'],
};

/** What may be wrong with a table as such is worded once, where tables of places are read. */
const SHEET = [
  'import-head-missing',
  'file-unread',
  'heads-differ',
  'geojson-unread',
  'import-empty',
  'import-too-long',
  'import-has-errors',
] as const satisfies readonly SheetRefusal['kind'][];

function isOfSheet(refusal: RecordsRefusal): refusal is SheetRefusal {
  return (SHEET as readonly string[]).includes(refusal.kind);
}

/** One sentence for each refusal. A refusal without a sentence does not compile. */
export function wordsOf(refusal: RecordsRefusal, locale: Locale = 'zh-CN'): string {
  if (isOfSheet(refusal)) return wordsOfPlanning(refusal, locale);
  const sentence = SENTENCES[refusal.kind] as (it: RecordsRefusal) => readonly [string, string];
  const [zh, en] = sentence(refusal);
  return locale === 'en' ? en : zh;
}
