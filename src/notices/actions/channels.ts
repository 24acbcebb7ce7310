import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { getUnit } from '#/organisation/door.ts';
import { command } from '#/platform/command.ts';
import { ChangeRobot, type ChannelRefusal, type Robot, robotFault, SetPreference, SetUpRobot } from '../rules/channels.ts';
import { SetNotices } from '../rules/settings.ts';
import { findPreference, getRobotForUpdate, savePreference, saveRobot } from '../store/channels.ts';
import { findPersonOfAccount } from '../store/people.ts';
import { addSettings } from '../store/settings.ts';

/** 设定提醒方式 of oneself: mail can be switched off, the inbox cannot. */
export const setPreference = command({
  name: 'notices.set-preference',
  version: 1,
  input: SetPreference,
  permission: 'notices.read-own',
  subject: () => 'preference',
  async run(writer, { address, wantsMail }): Promise<Result<{ readonly wantsMail: boolean }, ChannelRefusal>> {
    const personId = await findPersonOfAccount(writer, writer.actor.accountId);
    if (personId === null) return refuse({ kind: 'no-person' });
    const kept = address === undefined ? ((await findPreference(writer, personId))?.address ?? null) : address;
    if (wantsMail && kept === null) return refuse({ kind: 'no-mail-address' });
    await savePreference(writer, { personId, address: kept, wantsMail });
    return accept({ wantsMail });
  },
});

export const setUpRobot = command({
  name: 'notices.set-up-robot',
  version: 1,
  input: SetUpRobot,
  permission: 'notices.set-channels',
  subject: () => 'robot',
  async run(writer, { unitId, kind, name, address, secret }): Promise<Result<{ readonly id: string }, ChannelRefusal>> {
    const fault = robotFault(kind, secret !== null, address);
    if (fault !== null) return refuse(fault);
    if (unitId !== null) await getUnit(writer, unitId);
    const robot: Robot = { id: newId(), unitId, kind, name, isActive: true, version: 1 };
    await saveRobot(writer, robot, { address, secret });
    return accept({ id: robot.id });
  },
});

export const changeRobot = command({
  name: 'notices.change-robot',
  version: 1,
  input: ChangeRobot,
  permission: 'notices.set-channels',
  subject: (input) => input.robotId,
  async run(writer, { robotId, name, isActive, address, secret }): Promise<Result<{ readonly id: string }, ChannelRefusal>> {
    const robot = await getRobotForUpdate(writer, robotId);
    const fault = robotFault(robot.kind, (secret ?? null) !== null, address);
    if (fault !== null) return refuse(fault);
    await saveRobot(writer, { ...robot, name, isActive }, { address, secret });
    return accept({ id: robotId });
  },
});

export const setNotices = command({
  name: 'notices.set-notices',
  version: 1,
  input: SetNotices,
  permission: 'notices.set-notices',
  subject: () => 'settings',
  async run(writer, { reason, ...value }) {
    return accept({ version: await addSettings(writer, value, reason) });
  },
});
