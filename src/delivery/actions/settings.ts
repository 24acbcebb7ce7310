import { accept, type Result } from '#/kernel/result.ts';
import { getUnit } from '#/organisation/door.ts';
import { command } from '#/platform/command.ts';
import { SetReviewSteps, SetVerification } from '../rules/settings.ts';
import { addSetting } from '../store/settings.ts';

/** 设定审核步数: for one unit, from its next report on; what already waits goes on as it was sent. */
export const setReviewSteps = command({
  name: 'delivery.set-review-steps',
  version: 1,
  input: SetReviewSteps,
  permission: 'delivery.set-review',
  subject: (input) => `review-steps:${input.unitId}`,
  async run(writer, { unitId, steps, reason }): Promise<Result<{ version: number }, never>> {
    await getUnit(writer, unitId);
    const set = { setBy: writer.actor.name, setOn: writer.today };
    return accept({ version: await addSetting(writer, { name: 'review-steps', subject: unitId, value: { steps }, reason, ...set }) });
  },
});

/** 设定核查: on or off, and the share that must be verified. */
export const setVerification = command({
  name: 'delivery.set-verification',
  version: 1,
  input: SetVerification,
  permission: 'delivery.set-review',
  subject: () => 'verification',
  async run(writer, { on, shareNeeded, reason }): Promise<Result<{ version: number }, never>> {
    const set = { setBy: writer.actor.name, setOn: writer.today };
    return accept({ version: await addSetting(writer, { name: 'verification', subject: '', value: { on, shareNeeded }, reason, ...set }) });
  },
});
