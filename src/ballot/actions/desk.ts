import { accept, type Result } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { CheckIn, checkIn, type DeskRefusal } from '../rules/desk.ts';
import { attendanceOf, type Deputy } from '../rules/roll.ts';
import { isAttendanceClosed, roundAtTheDesk } from '../store/desk.ts';
import { getDeputy, listPresence, saveAttendance } from '../store/roll.ts';
import { listIssues } from '../store/rounds.ts';
import { getSessionForUpdate } from '../store/sessions.ts';

/** 签到: one deputy before the desk. The session is held meanwhile, so that two desks act one after the other. */
export const checkInDeputy = command({
  name: 'ballot.check-in',
  version: 1,
  input: CheckIn,
  permission: 'ballot.manage-roll',
  subject: (input) => `session:${input.sessionId}`,
  async run(writer, wish): Promise<Result<{ attendance: Deputy['attendance'] }, DeskRefusal>> {
    const { sheet } = await getSessionForUpdate(writer, wish.sessionId);
    const deputy = await getDeputy(writer, wish.sessionId, wish.deputyId);
    const { round, box } = await roundAtTheDesk(writer, wish.sessionId);
    const position = round?.position ?? null;
    const { delegations } = attendanceOf(await listPresence(writer, wish.sessionId), sheet.rule.quorum, position);
    const issues = round === null ? [] : await listIssues(writer, round.id);
    const decided = checkIn(
      {
        deputy,
        round: position,
        boxState: box?.state ?? null,
        isAttendanceClosed: isAttendanceClosed(round),
        delegation: delegations.find((it) => it.name === deputy.delegation)!,
        papers: issues.find((it) => it.delegation === deputy.delegation)?.papers ?? 0,
      },
      wish,
    );
    if (!decided.ok) return decided;
    await saveAttendance(writer, wish.deputyId, { ...decided.value, leaveNote: wish.leaveNote });
    return accept({ attendance: decided.value.attendance });
  },
});
