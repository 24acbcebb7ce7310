import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { DecideDuplicate, type DuplicateRefusal, settleAgainst, settleDuplicate } from '../../rules/people/duplicates.ts';
import { addDecision, decisionsOn, knowsBoth, listStanding } from '../../store/people/links.ts';
import { getServiceKind } from '../../store/people/rosters.ts';
import { holdPersons } from '../../store/people/taking.ts';
import { closedTo } from './of-unit.ts';

/** 判断疑似重复: one person or two, and why; what was decided can be taken back, and the count is as it was. */
export const decideDuplicate = command({
  name: 'records.decide-duplicate',
  version: 1,
  input: DecideDuplicate,
  permission: 'records.keep-persons',
  subject: (input) => `${input.personNo} ${input.otherNo}`,
  async run(writer, { personNo, otherNo, serviceKindId, decision, reason }): Promise<Result<null, DuplicateRefusal>> {
    await holdPersons(writer);
    const kind = await getServiceKind(writer, serviceKindId);
    const closed = closedTo(writer.actor, kind);
    if (closed !== null) return refuse(closed);
    const pair = { personNo, otherNo };
    if (!(await knowsBoth(writer, serviceKindId, pair))) return refuse({ kind: 'not-in-service', name: kind.name });
    const before = await decisionsOn(writer, pair);
    const settled = settleDuplicate(decision, before.at(-1));
    if (!settled.ok) return settled;
    const agrees = settleAgainst({ ...pair, decision }, await listStanding(writer));
    if (!agrees.ok) return agrees;
    await addDecision(writer, { ...pair, decisionNo: before.length + 1, decision, reason, decidedBy: writer.actor.name });
    return accept(null);
  },
});
