import { accept, type Result } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { SetDuplicateShare, type ShareRefusal, settleShare } from '../../rules/people/duplicate-share.ts';
import { addDuplicateShare, listDuplicateShares } from '../../store/people/duplicate-shares.ts';
import { holdImports } from '../../store/people/imports.ts';
import { getServiceKind } from '../../store/people/rosters.ts';

/** 设定疑似重复的限额: by the office, with a reason; the unit that decides the duplicates cannot move its own limit. */
export const setDuplicateShare = command({
  name: 'records.set-duplicate-share',
  version: 1,
  input: SetDuplicateShare,
  permission: 'records.define',
  subject: (input) => input.serviceKindId,
  async run(writer, { serviceKindId, most, reason }): Promise<Result<{ readonly versionNo: number }, ShareRefusal>> {
    await holdImports(writer);
    const kind = await getServiceKind(writer, serviceKindId);
    const last = (await listDuplicateShares(writer)).find((it) => it.serviceKindId === serviceKindId);
    const may = settleShare(most, last?.most ?? kind.duplicatesMost);
    if (!may.ok) return may;
    const versionNo = (last?.versionNo ?? 0) + 1;
    await addDuplicateShare(writer, { serviceKindId, versionNo, most, reason, setBy: writer.actor.name, setOn: writer.today });
    return accept({ versionNo });
  },
});
