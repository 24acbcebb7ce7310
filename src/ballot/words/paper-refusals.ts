import type { CivilDate } from '#/kernel/civil-date.ts';
import { type Locale, longDate } from '#/kernel/format.ts';
import type { ReadRefusal } from '#/platform/documents/refusal.ts';
import type { ListRefusal } from '../rules/candidate.ts';
import type { CountFault } from '../rules/decide.ts';
import type { DeskRefusal } from '../rules/desk.ts';
import type { KeypadRefusal } from '../rules/keypad.ts';
import type { OfficerRefusal } from '../rules/officers.ts';
import type { StepRefusal } from '../rules/proceedings.ts';
import type { ImportRefusal, KeyRefusal } from '../rules/refusals.ts';
import type { NoticeRefusal } from '../rules/result.ts';
import type { SheetRefusal } from '../rules/session-sheet.ts';
import { attendanceWords, causeWords, colourWords, officeWords, roundStateWords, stepWords } from './labels.ts';
import { sentenceOfCountFault } from './outcome.ts';
import { sentenceOfSheetFault, sheetStateWords } from './sheet.ts';

export type PaperRefusal =
  | SheetRefusal
  | ImportRefusal
  | ReadRefusal
  | DeskRefusal
  | ListRefusal
  | OfficerRefusal
  | StepRefusal
  | KeyRefusal
  | KeypadRefusal
  | NoticeRefusal;

type Own = Exclude<PaperRefusal, ReadRefusal>;
type Sentences = { readonly [K in Own['kind']]: (facts: Extract<Own, { kind: K }>) => string };

const faultsIn = (faults: readonly CountFault[], names: Readonly<Record<string, string>>, locale: Locale) =>
  faults.map((it) => sentenceOfCountFault(it, (id) => names[id] ?? id, locale)).join(locale === 'zh-CN' ? '；' : '; ');

const zh: Sentences = {
  'sheet-contradicts': ({ faults }) => `表决办法自相矛盾，暂不能保存：${faults.map((it) => sentenceOfSheetFault(it, 'zh-CN')).join('；')}`,
  'sheet-adopted': ({ digest }) => `表决办法已经大会通过（校验码 ${digest.slice(0, 8)}），不再改动；确需改变的，由下次会议另定`,
  'session-under-way': () => '大会已经开始票决，表决办法、名册和会议情况不再改动',
  'sheet-out-of-order': ({ state }) => `表决办法现在是“${sheetStateWords['zh-CN'][state]}”；请按草案、主席团、大会通过的次序办理`,
  'head-missing': ({ wants }) => `表里没有“${wants}”这一栏，认不出哪一行是表头；请在第一行写明各栏名称后再导入`,
  'import-has-errors': ({ count }) => `表中有 ${count} 处需要改正，整份暂不能导入；请按逐行报告改好后再导入`,
  'nothing-read': () => '表头下面没有内容；请确认选对了文件和工作表',
  'attendance-closed': () => '票已经发出，到会人数不再改动；请等这一轮计票结束',
  'changed-at-another-desk': ({ attendance, hasSlip }) =>
    `另一签到台刚才已登记为“${attendanceWords['zh-CN'][attendance]}”${hasSlip ? '，并已领凭证条' : ''}；请核对后再办`,
  'slip-for-absent': () => '凭证条只发给到会的代表；已领凭证条的，交回后才能改为未到会',
  'slips-not-ready': () => '凭证条还没有制作，或者本次会议不用电子表决；请先在“电子票箱”制作',
  'slip-may-be-used': () => '投票已经开始，领出的凭证条可能已经用过，不再收回',
  'delegation-holds-papers': ({ delegation, present, papers }) =>
    `${delegation}到会${present}人，已发纸质票${papers}张，再发凭证条会超过到会人数；请先收回一张纸质票`,
  'box-prepared': () => '已按现在的名册和名单准备了电子票箱，暂不能改动；确需改动的，先作废票箱',
  'list-settled': ({ on }) => `付表决的名单已于${longDate(on as CivilDate)}由主席团确定；需要改动的，请先说明理由重新确定`,
  'list-not-settled': () => '付表决的名单还没有确定',
  'list-count-differs': ({ has, wants }) => `名单上有${has}个候选项目，表决办法规定${wants}个；请增减候选项目，或先修改表决办法`,
  'opinions-open': ({ count }) => `还有${count}条代表团意见没有处理结果；请逐条填写后再确定名单`,
  'candidate-withdrawn': ({ name }) => `“${name}”已经撤下，不付表决`,
  'officer-of-candidate-unit': ({ name, unit, candidate }) =>
    `${name}在${unit}工作，该单位是候选项目“${candidate}”的牵头单位，暂不能担任监票、计票；请另选一人`,
  'officer-named-already': ({ name, office }) => `${name}已经是${officeWords['zh-CN'][office]}；一人只任一职`,
  'chief-named-already': ({ name }) => `总监票人已经是${name}；要换人，请先移除`,
  'officers-missing': ({ office, has, wants }) => `${officeWords['zh-CN'][office]}现有${has}人，至少要${wants}人；请先提名`,
  'step-missing': ({ step, wanted }) =>
    `“${stepWords['zh-CN'][step]}”还没有办，暂不能“${stepWords['zh-CN'][wanted]}”；请先办这一步，或说明理由跳过`,
  'step-taken': ({ step }) => `“${stepWords['zh-CN'][step]}”已经办过了`,
  'no-quorum': ({ attending, needed, roll }) => `到会${attending}人，法定人数${needed}人（全体代表${roll}人），不足法定人数，暂不能投票`,
  'session-not-ready': ({ wants }) =>
    ({
      roll: '名册还是空的，请先导入代表名册',
      sheet: '表决办法还没有经大会通过，暂不能开始',
      list: '付表决的名单还没有由主席团确定，暂不能开始',
    })[wants],
  'session-not-sitting': () => '大会不在票决中，暂不能这样办理；已公告的结果用更正公告更正',
  'round-not-in-state': ({ state, wants }) =>
    `这一轮现在是“${roundStateWords['zh-CN'][state]}”，到“${roundStateWords['zh-CN'][wants]}”时才能这样办理`,
  'issued-to-delegation': ({ delegation, papers, present, slips }) =>
    `${delegation}${slips > 0 ? `未领凭证条的` : ''}到会${present}人，不能发${papers}张票；请核对`,
  'unknown-delegation': ({ delegation }) => `名册上没有“${delegation}”这个代表团`,
  'nothing-issued': () => '一张票也没有发出；请填写各代表团的发票数',
  'collected-exceeds-issued': ({ collected, issued }) =>
    `收回${collected}张，多于发出的${issued}张，按表决办法本次表决无效；请再清点一遍，确实如此的，填写主席团的决定`,
  'nothing-collected': () => '一张票也没有收回；请清点后填写',
  'bundles-open': ({ serials }) => `第${serials.join('、')}捆还没有核对一致；请两人录完，有差异的由监票人裁定`,
  'papers-do-not-add-up': ({ papers, collected }) =>
    `各捆合计${papers}张，开箱清点${collected}张，相差${Math.abs(papers - collected)}张；请查清后再计票`,
  'count-does-not-stand': ({ faults, names }) => `计票停止：${faultsIn(faults, names, 'zh-CN')}`,
  'no-cause-for-another': ({ cause }) => `上一轮没有出现需要“${causeWords['zh-CN'][cause]}”的情形`,
  'seats-stay-open': () => '按表决办法，不足的名额空缺，不再投票',
  'round-followed': () => '在这一轮之后已经有另一轮投票，暂不能这样办理',
  'colour-used': ({ colour }) => `${colourWords['zh-CN'][colour]}的票前面用过了；各轮的票要颜色不同，请另选一种`,
  'vote-stays-void': () => '电子票箱已作废，这一轮无效，暂不能只按纸质票计票；请由主席团决定重新投票',
  'keyed-already': ({ bundles }) => `已经录入${bundles}捆，暂不能改动`,
  'keyed-by-you': () => '这一捆您已经录过了；第二遍须由另一个人录入',
  'keyed-twice': ({ names }) => `这一捆已由${names.join('、')}录入；有差异的由监票人裁定`,
  'bundle-settled': ({ serial }) => `第${serial}捆已经核对一致；确需重录的，请监票人说明理由后重新录入`,
  'figures-do-not-add-up': ({ faults, names }) => `这一捆的数对不上：${faultsIn(faults, names, 'zh-CN')}`,
  'not-two-entries': () => '这一捆还没有两人录入，暂不能裁定',
  'settles-own-entry': () => '这一捆是您录入的，须由另一位监票人裁定',
  'keypad-not-in-sheet': () => '本次会议的表决办法没有采用表决器，或这一轮不是用表决器计票；请按捆录入',
  'keypad-unknown-name': ({ row, name }) => `第${row}行“${name}”不是这次表决的候选项目；请核对名称后再导入`,
  'keypad-listed-twice': ({ row, name }) => `第${row}行“${name}”出现了两次；请删去一行后再导入`,
  'keypad-not-a-number': ({ row, text }) => `第${row}行的“${text}”不是票数；请改成整数后再导入`,
  'keypad-missing': ({ names }) => `文件里缺少${names.map((it) => `“${it}”`).join('、')}；请补全后再导入`,
  'keypad-without-total': () => '文件里没有“参加表决人数”；请补上这一行再导入',
  'count-not-finished': () => '还有一轮投票没有计完，暂不能宣布',
  'vote-void': () => '最后一轮投票无效，暂不能宣布；请由主席团决定重新投票',
  'result-open': ({ tied, shortage }) =>
    `还有${shortage}个名额没有结果${tied > 0 ? `（${tied}个项目票数相等）` : ''}；请再次投票，或填写主席团关于空缺的决定`,
  'announced-already': ({ serial }) => `结果已由公告第${serial}号公布；有误的，发更正公告`,
  'not-announced': () => '结果还没有公布',
  'serial-taken': ({ serial }) => `本次会议已有公告第${serial}号；请换一个号`,
  'superseded-already': ({ serial }) => `这份公告已被公告第${serial}号更正；请更正最新的一份`,
  'correction-exceeds-seats': ({ elected, seats }) => `更正后有${elected}个当选项目，名额只有${seats}个；请去掉多出的项目`,
  'correction-changes-nothing': () => '更正后的内容与原公告相同；请先改动名单或空缺名额的决定',
  'signed-in-future': () => '签发日期不能晚于今天',
};

const en: Sentences = {
  'sheet-contradicts': ({ faults }) => `The sheet contradicts itself: ${faults.map((it) => sentenceOfSheetFault(it, 'en')).join('; ')}`,
  'sheet-adopted': ({ digest }) => `The sheet was adopted by the plenary (digest ${digest.slice(0, 8)}) and stays as it is`,
  'session-under-way': () => 'The vote has begun; sheet, roll and session stay as they are',
  'sheet-out-of-order': ({ state }) =>
    `The sheet is “${sheetStateWords.en[state]}” now; it goes from draft to the presidium to the plenary`,
  'head-missing': ({ wants }) => `No column is headed “${wants}”; name the columns in the first row`,
  'import-has-errors': ({ count }) => `${count} places need correcting; nothing was brought in. See the report row by row`,
  'nothing-read': () => 'Nothing stands under the head; check the file and the sheet',
  'attendance-closed': () => 'Papers are out; attendance stays as it is until this vote is counted',
  'changed-at-another-desk': ({ attendance, hasSlip }) =>
    `Another desk noted “${attendanceWords.en[attendance]}”${hasSlip ? ' and a slip' : ''} a moment ago; look again`,
  'slip-for-absent': () => 'Slips go to deputies who are here; a slip that was taken is given back before its deputy is noted as away',
  'slips-not-ready': () => 'No slips are made yet, or this session has no electronic ballot',
  'slip-may-be-used': () => 'Voting has begun; a slip that was taken may have been used and is not taken back',
  'delegation-holds-papers': ({ delegation, present, papers }) =>
    `${delegation}: ${present} present, ${papers} papers out; one more slip would be too many`,
  'box-prepared': () => 'An electronic box was prepared from this roll and list; give it up first',
  'list-settled': ({ on }) =>
    `The list was settled by the presidium on ${longDate(on as CivilDate, 'en')}; open it again with a reason first`,
  'list-not-settled': () => 'The list is not settled yet',
  'list-count-differs': ({ has, wants }) => `${has} candidates are on the list; the sheet says ${wants}`,
  'opinions-open': ({ count }) => `${count} opinions of delegations have no answer yet`,
  'candidate-withdrawn': ({ name }) => `“${name}” was withdrawn`,
  'officer-of-candidate-unit': ({ name, unit, candidate }) => `${name} works at ${unit}, which leads “${candidate}”; name somebody else`,
  'officer-named-already': ({ name, office }) => `${name} is ${officeWords.en[office]} already`,
  'chief-named-already': ({ name }) => `The chief scrutineer is ${name}; remove that name first`,
  'officers-missing': ({ office, has, wants }) => `${has} ${officeWords.en[office]} named, at least ${wants} needed`,
  'step-missing': ({ step, wanted }) => `“${stepWords.en[step]}” comes before “${stepWords.en[wanted]}”; take it, or skip it with a reason`,
  'step-taken': ({ step }) => `“${stepWords.en[step]}” was taken already`,
  'no-quorum': ({ attending, needed, roll }) => `${attending} attend, ${needed} of ${roll} are needed: no quorum`,
  'session-not-ready': ({ wants }) =>
    ({ roll: 'The roll is empty', sheet: 'The sheet is not adopted yet', list: 'The list is not settled yet' })[wants],
  'session-not-sitting': () => 'The session is not voting; an announced result is corrected by a notice',
  'round-not-in-state': ({ state, wants }) =>
    `This vote is “${roundStateWords.en[state]}”; that is possible when it is “${roundStateWords.en[wants]}”`,
  'issued-to-delegation': ({ delegation, papers, present, slips }) =>
    `${delegation}: ${present} present${slips > 0 ? ' without a slip' : ''}, ${papers} papers are too many`,
  'unknown-delegation': ({ delegation }) => `No delegation “${delegation}” is on the roll`,
  'nothing-issued': () => 'No paper was issued',
  'collected-exceeds-issued': ({ collected, issued }) =>
    `${collected} papers came back, ${issued} went out: void by the sheet. Count again; if so, enter the presidium's decision`,
  'nothing-collected': () => 'No paper came back',
  'bundles-open': ({ serials }) => `Bundles ${serials.join(', ')} are not settled yet`,
  'papers-do-not-add-up': ({ papers, collected }) => `The bundles hold ${papers} papers, ${collected} were collected`,
  'count-does-not-stand': ({ faults, names }) => `The count stops: ${faultsIn(faults, names, 'en')}`,
  'no-cause-for-another': ({ cause }) => `The vote before gives no cause for a ${causeWords.en[cause]}`,
  'seats-stay-open': () => 'By the sheet, seats left over stay open',
  'round-followed': () => 'Another vote followed this one',
  'colour-used': ({ colour }) => `Papers in ${colourWords.en[colour]} were used before; take another colour`,
  'vote-stays-void': () => 'The electronic box was given up and the vote is void: it is not counted from the papers alone; hold it again',
  'keyed-already': ({ bundles }) => `${bundles} bundles were keyed in already`,
  'keyed-by-you': () => 'You keyed this bundle already; another person keys it the second time',
  'keyed-twice': ({ names }) => `Keyed by ${names.join(' and ')} already; a scrutineer settles differences`,
  'bundle-settled': ({ serial }) => `Bundle ${serial} is settled; a scrutineer may open it again with a reason`,
  'figures-do-not-add-up': ({ faults, names }) => `The figures do not add up: ${faultsIn(faults, names, 'en')}`,
  'not-two-entries': () => 'Two persons have not keyed this bundle yet',
  'settles-own-entry': () => 'You keyed this bundle; another scrutineer settles it',
  'keypad-not-in-sheet': () => 'The sheet takes no keypads, or this vote is counted from paper',
  'keypad-unknown-name': ({ row, name }) => `Row ${row}: “${name}” is no candidate of this vote`,
  'keypad-listed-twice': ({ row, name }) => `Row ${row}: “${name}” stands there twice`,
  'keypad-not-a-number': ({ row, text }) => `Row ${row}: “${text}” is no number of votes`,
  'keypad-missing': ({ names }) => `The file lacks ${names.join(', ')}`,
  'keypad-without-total': () => 'The file does not say how many took part',
  'count-not-finished': () => 'A vote is not counted yet',
  'vote-void': () => 'The last vote is void; the presidium decides on a new one',
  'result-open': ({ tied, shortage }) =>
    `${shortage} seats are open${tied > 0 ? ` (${tied} tied)` : ''}: vote again, or enter the presidium's decision`,
  'announced-already': ({ serial }) => `Announced by notice ${serial}; correct it by another notice`,
  'not-announced': () => 'The result is not announced yet',
  'serial-taken': ({ serial }) => `There is a notice ${serial} of this session`,
  'superseded-already': ({ serial }) => `Notice ${serial} supersedes it already; correct the newest`,
  'correction-exceeds-seats': ({ elected, seats }) => `The correction names ${elected} projects for ${seats} seats`,
  'correction-changes-nothing': () => 'The correction says the same as the notice',
  'signed-in-future': () => 'It cannot be signed after today',
};

/** The sentence of a refusal of the session or of its paper count; null where another room refused. */
export function paperSentence(refusal: { readonly kind: string }, locale: Locale): string | null {
  const sentences: Readonly<Record<string, (facts: never) => string>> = locale === 'zh-CN' ? zh : en;
  return sentences[refusal.kind]?.(refusal as never) ?? null;
}
