import { accept, type Result, refuse } from '#/kernel/result.ts';
import { listAreas } from '#/planning/door.ts';
import { command } from '#/platform/command.ts';
import { AnnounceDisruption, type DisruptionRefusal, disruptionFault, WithdrawDisruption } from '../rules/disruptions.ts';
import { addDisruption, getDisruptionForUpdate, saveWithdrawn } from '../store/disruptions.ts';
import { stepBy } from './editions.ts';

type Kept = Result<{ readonly disruptionId: string }, DisruptionRefusal>;

/** 停水、封路等通知: residents of the areas read it under 与我有关 from the next edition on. */
export const announceDisruption = command({
  name: 'publication.announce-disruption',
  version: 1,
  input: AnnounceDisruption,
  permission: 'publication.prepare',
  subject: (input) => `disruption:${input.disruptionId}`,
  async run(writer, { disruptionId, ...input }): Promise<Kept> {
    const disruption = { id: disruptionId, ...input };
    const fault = disruptionFault(disruption, writer.today);
    if (fault !== null) return refuse(fault);
    const areas = new Set((await listAreas(writer)).map((it) => it.id));
    if (disruption.areaIds.some((it) => !areas.has(it))) return refuse({ kind: 'disruption-area-unknown' });
    await addDisruption(writer, disruption, stepBy(writer));
    return accept({ disruptionId });
  },
});

/** Takes a notice back; what it said and why it went stays recorded. */
export const withdrawDisruption = command({
  name: 'publication.withdraw-disruption',
  version: 1,
  input: WithdrawDisruption,
  permission: 'publication.prepare',
  subject: (input) => `disruption:${input.disruptionId}`,
  async run(writer, { disruptionId, reason }): Promise<Kept> {
    const { withdrawn } = await getDisruptionForUpdate(writer, disruptionId);
    if (withdrawn !== null) return refuse({ kind: 'disruption-withdrawn-already', on: withdrawn.on });
    await saveWithdrawn(writer, disruptionId, stepBy(writer), reason);
    return accept({ disruptionId });
  },
});
