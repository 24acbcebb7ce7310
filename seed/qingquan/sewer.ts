import { newId } from '#/kernel/id.ts';
import { claimTask } from '#/planning/actions/claims.ts';
import { editNetwork, finishActivity, startActivity } from '#/planning/actions/networks.ts';
import { setUpTask } from '#/planning/actions/tasks.ts';
import type { Actor } from '#/platform/roles.ts';
import type { Must } from '../people.ts';
import { chained, type Work } from '../works.ts';

/** Who bears the sewer: lead unit, the unit that restores the road, and their posts. */
export type SewerUnits = {
  readonly office: Actor;
  readonly leader: Actor;
  readonly liaison: Actor;
  readonly unitId: (name: string) => string;
};
type Project = { readonly programmeId: string; readonly projectId: string; readonly siteIds: readonly string[]; readonly evidence: string };

type Task = {
  readonly name: string;
  readonly content: string;
  readonly unit: string;
  readonly yuan: number;
  readonly quarterGoals: readonly (string | null)[];
  readonly dueOn: string;
  readonly works: readonly Work[];
};

/** The sewer of the example that is counted back from the end of the year over the winter stop; durations are placeholders. */
const TASKS: readonly Task[] = [
  {
    name: '前期和招投标',
    content: '施工图批复、招标、签订合同',
    unit: '区住建局',
    yuan: 1_200_000,
    quarterGoals: [null, '施工图批复', '签订合同并进场', null],
    dueOn: '2026-12-31',
    works: [
      ['施工图审查和批复', 5, 'office', '具备招投标条件'],
      ['招标文件审定发出', 5, 'office'],
      ['招标文件到开标', 20, 'every-day'],
      ['中标候选人公示', 3, 'every-day', '完成招投标'],
      ['签订合同和进场', 10, 'office', '正式开工'],
    ],
  },
  {
    name: '管道铺设',
    content: '三条街雨水、污水管道分设',
    unit: '区住建局',
    yuan: 18_600_000,
    quarterGoals: [null, null, '完成一半', '全部完成'],
    dueOn: '2026-12-31',
    works: [['管道铺设', 60, 'outdoor']],
  },
  {
    name: '路面恢复',
    content: '管沟回填后恢复沥青路面，赶在冬季停工前',
    unit: '区交通局',
    yuan: 4_300_000,
    quarterGoals: [null, null, null, '10月底前恢复通行'],
    dueOn: '2026-12-31',
    works: [['路面恢复', 25, 'outdoor', '恢复通行']],
  },
  {
    name: '验收和移交',
    content: '竣工验收、资料归档、移交管养',
    unit: '区住建局',
    yuan: 200_000,
    quarterGoals: [null, null, null, '12月底前验收'],
    dueOn: '2026-12-31',
    works: [['验收和资料归档', 10, 'office', '竣工验收']],
  },
];

/** Breaks the sewer down into four tasks of two units and links their works into one chain. The road is not claimed yet. */
export async function planSewer(must: Must, { office, leader, liaison, unitId }: SewerUnits, project: Project): Promise<void> {
  const { programmeId, projectId, siteIds, evidence } = project;
  const added: object[] = [];
  const ids: string[] = [];
  for (const { unit, yuan, works, ...task } of TASKS) {
    const leadUnitId = unitId(unit);
    const isOwn = leadUnitId === liaison.unitId;
    const { id: taskId } = await must<{ id: string }>(
      setUpTask,
      {
        ...{ programmeId, projectId, ...task, leadUnitId, siteIds, overseeingPostId: leader.postId },
        supportingUnitIds: [unitId(isOwn ? '区发改局' : '区住建局')],
        funds: [{ source: 'district', yuan }],
      },
      office,
    );
    if (isOwn) await must(claimTask, { taskId, postId: liaison.postId }, liaison);
    for (const [name, days, calendar, gate = null] of works) {
      const activityId = newId();
      ids.push(activityId);
      added.push({ do: 'add', activityId, taskId, name, days, calendar, gate, isMilestone: gate !== null });
    }
  }
  await must(editNetwork, { projectId, edits: [...added, ...chained(ids)], reason: '' }, office);
  await must(startActivity, { activityId: ids[0], on: '2026-06-08' }, liaison);
  await must(finishActivity, { activityId: ids[0], on: '2026-06-12', evidence: [evidence] }, liaison);
}
