import type { Locale } from '#/kernel/format.ts';
import type { ClaimAct, ClaimRefusal } from '../rules/claim.ts';
import type { FundSource, TaskAct, TaskField, TaskRefusal } from '../rules/task.ts';

type Refusal = TaskRefusal | ClaimRefusal;
type Sentences = { readonly [K in Refusal['kind']]: (facts: Extract<Refusal, { kind: K }>) => string };

const zhLabels = {
  taskFields: {
    name: '任务名称',
    content: '任务内容',
    promiseId: '所属承诺',
    leadUnitId: '牵头单位',
    supportingUnitIds: '配合单位',
    overseeingPostId: '牵头领导',
    postId: '责任岗位',
    contactPostId: '联系人',
    funds: '资金来源',
    quarterGoals: '季度目标',
    startOn: '开始时间',
    dueOn: '完成时限',
    siteIds: '点位',
  } satisfies Record<TaskField, string>,
  taskActs: { 'set-up': '登记', changed: '修改', moved: '调整顺序', imported: '按表更新', posts: '定岗', removed: '删除' } satisfies Record<
    TaskAct,
    string
  >,
  funds: { central: '中央', province: '省级', city: '市级', district: '区级', bond: '债券', society: '社会' } satisfies Record<
    FundSource,
    string
  >,
};
export type TaskLabels = typeof zhLabels;

const enLabels: TaskLabels = {
  taskFields: {
    name: 'name',
    content: 'content',
    promiseId: 'promise',
    leadUnitId: 'lead unit',
    supportingUnitIds: 'supporting units',
    overseeingPostId: 'overseeing leader',
    postId: 'responsible post',
    contactPostId: 'contact',
    funds: 'funds',
    quarterGoals: 'quarter goals',
    startOn: 'start',
    dueOn: 'due day',
    siteIds: 'sites',
  },
  taskActs: {
    'set-up': 'set up',
    changed: 'changed',
    moved: 'reordered',
    imported: 'brought in by a table',
    posts: 'posts assigned',
    removed: 'removed',
  },
  funds: { central: 'central', province: 'province', city: 'city', district: 'district', bond: 'bonds', society: 'society' },
};
export const taskLabels: Readonly<Record<Locale, TaskLabels>> = { 'zh-CN': zhLabels, en: enLabels };

/** What a unit did with a task, in the history. */
export const claimActs: Readonly<Record<Locale, Readonly<Record<ClaimAct, string>>>> = {
  'zh-CN': { claimed: '认领', declined: '不认领', withdrawn: '撤回', reopened: '改派后待认领' },
  en: { claimed: 'claimed', declined: 'declined', withdrawn: 'taken back', reopened: 'open again, other unit' },
};

const zh: Sentences = {
  'task-has-activities': ({ name, count }) => `“${name}”下还有 ${count} 道工序，先在“排期”里删去或移走，再删任务。`,
  'task-not-of-unit': ({ name }) => `“${name}”不由本单位牵头，由牵头单位或督查室填写。`,
  'task-field-kept': ({ name, fields }) =>
    `“${name}”的${fields.map((it) => zhLabels.taskFields[it]).join('、')}由实事的牵头单位和督查室确定，本单位可填写内容、岗位、资金、季度目标和点位。`,
  'task-name-taken': ({ name }) => `这件实事已有任务“${name}”，请换一个名称或修改已有的那一个。`,
  'task-starts-after-due': ({ startOn, dueOn }) => `开始时间 ${startOn} 晚于完成时限 ${dueOn}，请核对。`,
  'task-due-too-late': ({ dueOn, last }) => `完成时限 ${dueOn} 晚于清单的最后一天 ${last}，请提前，或先按程序调整清单的时限。`,
  'task-unit-twice': ({ name }) => `“${name}”填了两次，牵头和配合单位各填一次。`,
  'task-unit-ended': ({ name }) => `“${name}”已停用，请另选单位。`,
  'task-fund-twice': ({ source }) => `资金来源“${zhLabels.funds[source]}”填了两次，请合并成一笔。`,
  'task-post-elsewhere': ({ title, unit }) => `岗位“${title}”不属于牵头单位“${unit}”，请选该单位的岗位。`,
  'task-post-ended': ({ title }) => `岗位“${title}”已停用，请另选岗位。`,
  'task-leader-no-leader': ({ title }) => `“${title}”不是区领导岗位，牵头领导请从区领导岗位中选。`,
  'task-site-elsewhere': ({ name }) => `点位“${name}”属于另一件实事，请核对。`,
  'tasks-moved-since': () => '任务有增减，请刷新后再排顺序。',
  'too-many-tasks': ({ limit }) => `一件实事最多分解成 ${limit} 项任务。`,
  'claim-not-of-unit': ({ name, unit }) => `“${name}”由${unit}认领，别的单位不能代为表态。`,
  'claimed-already': ({ byName, byPost, onDay }) => `${byPost} ${byName} 已于 ${onDay} 认领这项任务，要改请先撤回认领。`,
  'declined-already': ({ byName, byPost, onDay }) => `${byPost} ${byName} 已于 ${onDay} 提出不认领，要改请先撤回。`,
  'nothing-claimed': () => '这项任务还没有人表态，没有可撤回的。',
};

const en: Sentences = {
  'task-has-activities': ({ name, count }) => `“${name}” still has ${count} activities; remove or move them under “Schedules” first.`,
  'task-not-of-unit': ({ name }) => `“${name}” is not led by your unit; the unit that leads it or the office fills it in.`,
  'task-field-kept': ({ name, fields }) =>
    `The ${fields.map((it) => enLabels.taskFields[it]).join(', ')} of “${name}” are settled by the unit that leads the project and the office.`,
  'task-name-taken': ({ name }) => `This project has a task “${name}” already.`,
  'task-starts-after-due': ({ startOn, dueOn }) => `The start ${startOn} lies after the due day ${dueOn}.`,
  'task-due-too-late': ({ dueOn, last }) => `The due day ${dueOn} lies after the last day of the list, ${last}.`,
  'task-unit-twice': ({ name }) => `“${name}” is named twice.`,
  'task-unit-ended': ({ name }) => `“${name}” is no longer in use; choose another unit.`,
  'task-fund-twice': ({ source }) => `The source “${enLabels.funds[source]}” is named twice; add the sums up.`,
  'task-post-elsewhere': ({ title, unit }) => `The post “${title}” does not belong to ${unit}.`,
  'task-post-ended': ({ title }) => `The post “${title}” is no longer in use.`,
  'task-leader-no-leader': ({ title }) => `“${title}” is no leader's post.`,
  'task-site-elsewhere': ({ name }) => `The site “${name}” belongs to another project.`,
  'tasks-moved-since': () => 'Tasks were added or removed; reload before reordering.',
  'too-many-tasks': ({ limit }) => `A project has at most ${limit} tasks.`,
  'claim-not-of-unit': ({ name, unit }) => `“${name}” is for ${unit} to claim.`,
  'claimed-already': ({ byName, byPost, onDay }) => `${byPost} ${byName} claimed this task on ${onDay}.`,
  'declined-already': ({ byName, byPost, onDay }) => `${byPost} ${byName} declined this task on ${onDay}.`,
  'nothing-claimed': () => 'Nobody has said anything about this task yet.',
};
export const taskSentences: Readonly<Record<Locale, Sentences>> = { 'zh-CN': zh, en };

/** What the files are called that go out. */
export const fileNames = {
  steps: (no: string, name: string) => `点位步骤表 ${no} ${name}`,
  table: (list: string) => `${list}责任分解表`,
  lists: (list: string) => `${list}三张清单`,
};
