import { type Locale, longDate } from '#/kernel/format.ts';
import type { ClearingRefusal } from '../rules/clearing.ts';
import type { DoerRefusal } from '../rules/doer.ts';
import type { InstructionRefusal } from '../rules/instruction.ts';
import type { ProposalRefusal } from '../rules/measure.ts';
import type { ProfileRefusal } from '../rules/profile.ts';
import type { ProvinceRefusal } from '../rules/province.ts';
import type { RequestRefusal } from '../rules/request.ts';
import type { RevisitRefusal } from '../rules/revisit.ts';
import type { SlipRefusal } from '../rules/slip.ts';
import { labels } from './labels.ts';

export type CourseRefusal =
  | (DoerRefusal | RequestRefusal | ClearingRefusal | SlipRefusal | ProposalRefusal)
  | (RevisitRefusal | InstructionRefusal | ProfileRefusal | ProvinceRefusal);

type Kind = CourseRefusal['kind'];
type Of<K extends Kind> = Extract<CourseRefusal, { kind: K }>;
type Sentences = { readonly [K in Kind]: (facts: Of<K>) => string };

const { 'zh-CN': zhWords, en: enWords } = labels;
const proposalStates = { proposed: '待批', approved: '已同意', refused: '不同意', 'carried-out': '已落实', dropped: '已作废' } as const;

const zh: Sentences = {
  'order-state': ({ act, state }) =>
    `这件现在是“${zhWords.states[state]}”，暂不能${zhWords.acts[act]}${act === 'reply' || act === 'apply' ? '；待签收的请先签收' : ''}`,
  'own-work': () => '这件由本单位办理，核查、核验、办结和答复要由另一个单位来做',
  'own-application': () => '销号申请是您自己提出的，请由另一位同志核查、核验和办结',
  'name-missing': () => '代单位登记的，请写明单位经办人和日期',
  'typed-day-ahead': ({ on, today }) => `登记的日期${longDate(on)}还没有到（今天是${longDate(today)}），请改正`,
  'asked-open': ({ ask, askedOn }) => `${longDate(askedOn)}提出的${zhWords.asks[ask]}还没有答复，请等答复后再提`,
  'extension-late': ({ dueOn, today }) =>
    `时限${longDate(dueOn)}已过（今天是${longDate(today)}），延期要在到期前申请；请反馈原因和完成时间`,
  'extension-not-later': ({ dueOn }) => `申请的日期要晚于现在的时限${longDate(dueOn)}`,
  'extension-used': ({ most }) =>
    most === 0 ? '按督办规则，不办理延期；确有困难的请申辩' : `按督办规则，一件最多延期${most}次，已经用完；确有困难的请申辩`,
  'request-decided': ({ decidedOn }) => `这项申请已于${longDate(decidedOn)}答复，不再改动`,
  'new-day-past': ({ newDueOn, today }) => `新的时限${longDate(newDueOn)}已经过去（今天是${longDate(today)}），请改为今天或以后`,
  'evidence-missing': () => '请附上佐证材料（照片、验收单等），再申请销号',
  'visit-photo-missing': () => '请附上现场照片，再记录现场核验',
  'visit-missing': () => '这一类要先现场核验，再办结',
  'return-day-past': ({ newDueOn, today }) => `新的时限${longDate(newDueOn)}已经过去（今天是${longDate(today)}），请改为今天或以后`,
  'slip-stands': ({ slip, number, replyBy }) => `${zhWords.slips[slip]}${number}要求${longDate(replyBy)}前办结，到期前不再催办`,
  'proposal-closed': ({ state }) => `这份呈批单现在是“${proposalStates[state]}”，暂不能这样办理`,
  'leader-missing': () => '请由领导本人批示；纸上批示的，请选明是哪位领导、哪一天，并附呈批单扫描件',
  'not-a-leader': ({ post }) => `岗位“${post}”不是区领导岗位，请重新选择`,
  'leader-vacant': ({ post, on }) => `${longDate(on)}岗位“${post}”没有人担任，请核对岗位和日期`,
  'decided-ahead': ({ on, today }) => `日期${longDate(on)}还没有到（今天是${longDate(today)}），请改正`,
  'decided-before-proposal': ({ on, proposedOn }) => `批示日期${longDate(on)}早于呈报日期${longDate(proposedOn)}，请核对`,
  'carried-before-approval': ({ on, decidedOn }) => `落实日期${longDate(on)}早于批准日期${longDate(decidedOn)}，请核对`,
  'nothing-closed': ({ from, to }) => `${longDate(from)}至${longDate(to)}没有办结的件，无可抽取；请改日期`,
  'sample-day-past': ({ dueOn, today }) => `日期${longDate(dueOn)}已经过去（今天是${longDate(today)}），请改为今天或以后`,
  'revisited-already': ({ visitedOn }) => `这件已于${longDate(visitedOn)}回头看过`,
  'revisit-photo-missing': () => '请附上回头看的现场照片',
  'relapse-needs-words': () => '问题反弹的，请写明现场看到了什么',
  'relapse-day-missing': () => '问题反弹的，请写明重新办结的日期',
  'instruction-ahead': ({ on, today }) => `批示日期${longDate(on)}还没有到（今天是${longDate(today)}），请改正`,
  'instruction-not-leader': ({ post }) => `岗位“${post}”不是区领导岗位，请重新选择`,
  'instruction-vacant': ({ post, on }) => `${longDate(on)}岗位“${post}”没有人担任，请核对岗位和批示日期`,
  'instruction-classified': ({ mark }) => `文字里有密级标志“${mark}”，暂不能登记；本系统不处理涉密内容`,
  'instruction-reported': ({ reportedOn }) => `办理情况已于${longDate(reportedOn)}报告领导，不再改动`,
  'instruction-without-orders': () => '还没有从这件批示交办事项，暂不能报告；请先交办',
  'kind-twice': ({ name }) => `类别“${name}”的代码与另一类相同，请改正`,
  'province-number-taken': ({ number, by }) => `省系统编号“${number}”已登记在${by}上，请核对`,
};

const en: Sentences = {
  'order-state': ({ act, state }) => `This order is “${enWords.states[state]}”; “${enWords.acts[act]}” is not possible now`,
  'own-work': () => 'Your own unit does this work; checking, visiting, settling and deciding is for another unit',
  'own-application': () => 'You applied for this yourself; let somebody else check, visit and settle it',
  'name-missing': () => 'When you write it down for a unit, say who of the unit acted, and when',
  'typed-day-ahead': ({ on, today }) => `The day ${longDate(on, 'en')} is still to come (today is ${longDate(today, 'en')})`,
  'asked-open': ({ ask, askedOn }) => `The ${enWords.asks[ask]} of ${longDate(askedOn, 'en')} is not decided yet; wait for the decision`,
  'extension-late': ({ dueOn, today }) =>
    `The day ${longDate(dueOn, 'en')} has passed (today is ${longDate(today, 'en')}); more time is asked for before it. Give feedback on why, and until when`,
  'extension-not-later': ({ dueOn }) => `The day asked for must be later than ${longDate(dueOn, 'en')}`,
  'extension-used': ({ most }) => `The rules allow ${most} extensions of one order, and they are used; object if it cannot be done`,
  'request-decided': ({ decidedOn }) => `This was decided on ${longDate(decidedOn, 'en')} and stays so`,
  'new-day-past': ({ newDueOn, today }) => `The new day ${longDate(newDueOn, 'en')} has passed (today is ${longDate(today, 'en')})`,
  'evidence-missing': () => 'Attach evidence (photos, a certificate of acceptance) before you say that it is done',
  'visit-photo-missing': () => 'Attach photos of the place before you record the visit',
  'visit-missing': () => 'This kind is verified on site before it is settled',
  'return-day-past': ({ newDueOn, today }) => `The new day ${longDate(newDueOn, 'en')} has passed (today is ${longDate(today, 'en')})`,
  'slip-stands': ({ slip, number, replyBy }) =>
    `The ${enWords.slips[slip]} ${number} gives until ${longDate(replyBy, 'en')}; no other one before that day`,
  'proposal-closed': ({ state }) => `This proposal is “${state}”; that is not possible now`,
  'leader-missing': () => 'A leader decides this himself; for a decision on paper name the leader and the day, and attach the scan',
  'not-a-leader': ({ post }) => `The post “${post}” is not a leader’s; choose another one`,
  'leader-vacant': ({ post, on }) => `Nobody held the post “${post}” on ${longDate(on, 'en')}; check post and day`,
  'decided-ahead': ({ on, today }) => `The day ${longDate(on, 'en')} is still to come (today is ${longDate(today, 'en')})`,
  'decided-before-proposal': ({ on, proposedOn }) =>
    `The decision of ${longDate(on, 'en')} lies before the proposal of ${longDate(proposedOn, 'en')}`,
  'carried-before-approval': ({ on, decidedOn }) =>
    `The day ${longDate(on, 'en')} lies before the approval of ${longDate(decidedOn, 'en')}`,
  'nothing-closed': ({ from, to }) => `Nothing was settled from ${longDate(from, 'en')} to ${longDate(to, 'en')}; choose other days`,
  'sample-day-past': ({ dueOn, today }) =>
    `The day ${longDate(dueOn, 'en')} has passed (today is ${longDate(today, 'en')}); choose today or later`,
  'revisited-already': ({ visitedOn }) => `This one was revisited on ${longDate(visitedOn, 'en')}`,
  'revisit-photo-missing': () => 'Attach photos of the revisit',
  'relapse-needs-words': () => 'Say what was seen on the spot',
  'relapse-day-missing': () => 'Write by when it is to be put right',
  'instruction-ahead': ({ on, today }) => `The day ${longDate(on, 'en')} is still to come (today is ${longDate(today, 'en')})`,
  'instruction-not-leader': ({ post }) => `The post “${post}” is not a leader’s; choose another one`,
  'instruction-vacant': ({ post, on }) => `Nobody held the post “${post}” on ${longDate(on, 'en')}; check post and day`,
  'instruction-classified': ({ mark }) => `The text carries the classification mark “${mark}”; this system holds nothing classified`,
  'instruction-reported': ({ reportedOn }) => `This was reported to the leader on ${longDate(reportedOn, 'en')} and stays as it is`,
  'instruction-without-orders': () => 'No order came of this instruction yet; issue one first',
  'kind-twice': ({ name }) => `The kind “${name}” has the code of another one`,
  'province-number-taken': ({ number, by }) => `The number “${number}” stands on ${by} already`,
};

export function courseWords(refusal: CourseRefusal, locale: Locale): string {
  return (locale === 'zh-CN' ? zh : en)[refusal.kind](refusal as never);
}
