import { type Locale, longDate } from '#/kernel/format.ts';
import type { ReadRefusal } from '#/platform/documents/refusal.ts';
import { wordsOfReadRefusal as wordsOfReading } from '#/platform/documents/words.ts';
import type { AdjustRefusal } from './rules/adjust.ts';
import type { ListDifference } from './rules/difference.ts';
import type { ItemTooLong } from './rules/find-list/item-limits.ts';
import type { FreezeRefusal } from './rules/freeze.ts';
import type { OverseeRefusal } from './rules/overseeing.ts';
import type { ProgrammeKind, ProgrammeOrigin } from './rules/programme.ts';
import type { ResponsibleRefusal } from './rules/responsible.ts';

export type ProgrammeRefusal =
  | ReadRefusal
  | FreezeRefusal
  | AdjustRefusal
  | OverseeRefusal
  | ResponsibleRefusal
  | ItemTooLong
  | { readonly kind: 'no-list-found' }
  | { readonly kind: 'year-taken'; readonly year: number; readonly title: string }
  | { readonly kind: 'vote-not-announced' }
  | { readonly kind: 'list-frozen'; readonly title: string; readonly origin: ProgrammeOrigin }
  | { readonly kind: 'list-differs'; readonly differences: readonly ListDifference[] };

type Own = Exclude<ProgrammeRefusal, ReadRefusal>;
type Sentences = { readonly [K in Own['kind']]: (facts: Extract<Own, { kind: K }>) => string };

const zhBody = { voted: '区人大常委会的决定', government: '区政府会议的决定文件' } as const;
const enBody = { voted: 'a decision of the standing committee', government: "the government meeting's document" } as const;

const zh: Sentences = {
  'no-list-found': () => '没有读出清单。请确认文件里有“序号、项目内容”这样的表，或一、二、三编号的段落；也可以复制表格直接粘贴。',
  'item-too-long': ({ no, characters, limit }) =>
    `第 ${no || '—'} 项有 ${characters} 个字，一项最多 ${limit} 个字。多半是几项并在了一格里，请在文件里分开后再试。`,
  'item-too-full': ({ no, limit }) => `第 ${no || '—'} 项里的承诺超过 ${limit} 个，不像清单里的一项。请在文件里分成几项后再试。`,
  'too-many-items': ({ count, limit }) => `读出了 ${count} 项，一份清单最多 ${limit} 项。请只保留清单这张表。`,
  'year-taken': ({ year, title }) => `${year} 年已有清单“${title}”，一年一份。请打开那一份，或改写年份、清单类别。`,
  'vote-not-announced': () => '这次会议的票决结果还没有公告，暂不能承接；请在公告发布后再试。',
  'list-frozen': ({ title, origin }) => `“${title}”已经冻结，不能重新读入。要改动其中的承诺，请在清单页用“调整”，写明${zhBody[origin]}。`,
  'list-differs': ({ differences }) => `这份文件与已有草稿有 ${differences.length} 处不同，请先核对差异，再决定是否用它替换草稿。`,
  'already-frozen': ({ frozenOn, origin }) => `清单已于 ${longDate(frozenOn)} 冻结。之后的改动只能用“调整”，写明${zhBody[origin]}。`,
  'draft-open': ({ count, no }) => `还有 ${count} 处必须先定下来才能冻结，第一处在第 ${no || '—'} 项。`,
  'not-frozen': () => '清单还没有冻结，直接修改草稿即可，不必走调整。',
  'wrong-body': ({ origin }) => `这份清单${origin === 'voted' ? '由人大代表票决' : '由政府确定'}，调整须写明${zhBody[origin]}。`,
  'decided-in-future': ({ decidedOn }) => `决定日期 ${longDate(decidedOn)} 还没有到，请核对。`,
  'nothing-changes': () => '调整后的内容与现在相同，请填写要改的目标、时限或对象。',
  'no-leaders-post': ({ title }) => `“${title}”不是区领导岗位。请在“单位和岗位”里设一个区领导岗位，再选它。`,
  'leaders-post-inactive': ({ title }) => `“${title}”已经停用，请选在用的岗位。`,
  'overseen-from-later': ({ fromOn }) => `上一次分管自 ${longDate(fromOn)} 起，新的起始日不能更早。`,
  'overseen-already': () => '与现在的分管领导相同，不用再定。',
  'lead-supports-too': ({ unit }) => `“${unit}”既选作牵头单位又选作配合单位，请去掉一处。`,
  'responsible-already': ({ unit }) => `责任单位没有变化，仍由“${unit}”牵头，不用再定。`,
  'responsible-unit-inactive': ({ unit }) => `“${unit}”已经停用，请选在用的单位。`,
  'responsible-since': ({ by, on }) => `${by}已于 ${longDate(on)} 改过责任单位，请先看现在的，再决定要不要改。`,
};

const en: Sentences = {
  'no-list-found': () =>
    'No list was found. The file needs a table with numbers and contents, or numbered paragraphs; you may also paste the table.',
  'item-too-long': ({ no, characters, limit }) =>
    `Item ${no || '—'} has ${characters} characters; an item has at most ${limit}. Probably several items share a cell: separate them in the file.`,
  'item-too-full': ({ no, limit }) => `Item ${no || '—'} holds more than ${limit} promises. Separate it into several items in the file.`,
  'too-many-items': ({ count, limit }) => `${count} items were found; a list has at most ${limit}. Keep only the table of the list.`,
  'year-taken': ({ year, title }) =>
    `${year} has its list already, “${title}”: one a year. Open that one, or change the year or the kind of this list.`,
  'vote-not-announced': () => 'The result of this session is not announced yet; take it over after the notice.',
  'list-frozen': ({ title, origin }) =>
    `“${title}” is frozen and cannot be read again. Change a promise by an adjustment that names ${enBody[origin]}.`,
  'list-differs': ({ differences }) =>
    `This file differs from the draft in ${differences.length} places. Check them before replacing the draft.`,
  'already-frozen': ({ frozenOn, origin }) =>
    `The list was frozen on ${longDate(frozenOn, 'en')}. Later changes are adjustments that name ${enBody[origin]}.`,
  'draft-open': ({ count, no }) => `${count} points must be settled before freezing; the first is in item ${no || '—'}.`,
  'not-frozen': () => 'The list is not frozen yet: change the draft itself.',
  'wrong-body': ({ origin }) =>
    `This list was ${origin === 'voted' ? 'voted by the deputies' : 'settled by the government'}; an adjustment must name ${enBody[origin]}.`,
  'decided-in-future': ({ decidedOn }) => `The day of the decision, ${longDate(decidedOn, 'en')}, lies ahead. Please check.`,
  'nothing-changes': () => 'Nothing would change. Enter the new target, deadline or object.',
  'no-leaders-post': ({ title }) => `“${title}” is no post of a district leader. Set one up under “Units and posts” and choose it.`,
  'leaders-post-inactive': ({ title }) => `“${title}” is out of use; choose a post in use.`,
  'overseen-from-later': ({ fromOn }) => `The last change holds from ${longDate(fromOn, 'en')}; a new one cannot begin earlier.`,
  'overseen-already': () => 'This post oversees the project already.',
  'lead-supports-too': ({ unit }) => `“${unit}” is chosen both to lead and to support; take one away.`,
  'responsible-already': ({ unit }) => `Nothing changes: “${unit}” leads already.`,
  'responsible-unit-inactive': ({ unit }) => `“${unit}” is out of use; choose a unit in use.`,
  'responsible-since': ({ by, on }) => `${by} changed the units on ${longDate(on, 'en')}. Look at them as they are now, then decide.`,
};

/** One sentence for each refusal of this stage; reading a file has its own. */
export function wordsOf(refusal: ProgrammeRefusal, locale: Locale = 'zh-CN'): string {
  const own = ({ 'zh-CN': zh, en } as const)[locale] as Partial<Record<string, (facts: ProgrammeRefusal) => string>>;
  return own[refusal.kind]?.(refusal) ?? wordsOfReading(refusal as ReadRefusal, locale);
}

export const KIND_WORDS: Readonly<Record<Locale, Readonly<Record<ProgrammeKind, string>>>> = {
  'zh-CN': { 'ten-things': '民生实事', 'special-action': '专项行动', 'superior-project': '上级项目' },
  en: { 'ten-things': 'livelihood projects', 'special-action': 'special action', 'superior-project': "superior's project" },
};

export const ORIGIN_WORDS: Readonly<Record<Locale, Readonly<Record<ProgrammeOrigin, string>>>> = {
  'zh-CN': { voted: '人大票决', government: '政府确定' },
  en: { voted: 'voted by the deputies', government: 'settled by the government' },
};
