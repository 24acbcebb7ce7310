import { App, Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useCommand, useRead } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { ROBOT_KINDS, type Robot, type RobotKind } from '../rules/channels.ts';
import { channelLabels } from './channel-labels.ts';
import './notices.css';
import { useTest } from './use-test.ts';

type Robots = {
  readonly robots: readonly (Robot & { readonly hasSecret: boolean; readonly setBy: string })[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
};

/** 群机器人, for the security administrator. */
export default function RobotsScreen() {
  const words = useLabels(channelLabels);
  const robots = useRead<Robots>('/notices/robots');
  const [open, setOpen] = useState<Robot | 'new' | null>(null);
  return (
    <Page
      title={words.robots}
      lead={words.robotsLead}
      actions={
        <Button type="primary" onClick={() => setOpen('new')}>
          {words.addRobot}
        </Button>
      }
    >
      <Whole of={robots}>
        {(it) => (
          <>
            {it.robots.length === 0 && <EmptyState title={words.noRobots} text={words.noRobotsText} />}
            <ul className="robot-list">
              {it.robots.map((robot) => (
                <RobotLine key={robot.id} robot={robot} units={it.units} onChange={() => setOpen(robot)} />
              ))}
            </ul>
            {open !== null && <RobotDialog robot={open === 'new' ? null : open} units={it.units} onClose={() => setOpen(null)} />}
          </>
        )}
      </Whole>
    </Page>
  );
}

type LineProps = { readonly robot: Robot; readonly units: Robots['units']; readonly onChange: () => void };

function RobotLine({ robot, units, onChange }: LineProps) {
  const words = useLabels(channelLabels);
  const test = useTest('notices.test-robot');
  return (
    <li>
      <b>{robot.name}</b>
      <span>{words.kinds[robot.kind]}</span>
      <span className="soft">{units.find(({ id }) => id === robot.unitId)?.name ?? words.wholeDistrict}</span>
      {!robot.isActive && <span className="soft">{words.robotOff}</span>}
      <Button size="small" onClick={onChange}>
        {words.changeRobot}
      </Button>
      {robot.isActive && (
        <Button size="small" loading={test.busy} onClick={() => test.send({ robotId: robot.id })}>
          {words.testRobot}
        </Button>
      )}
    </li>
  );
}

type DialogProps = { readonly robot: Robot | null; readonly units: Robots['units']; readonly onClose: () => void };

function RobotDialog({ robot, units, onClose }: DialogProps) {
  const words = useLabels(channelLabels);
  const { message } = App.useApp();
  const setUp = useCommand<unknown, unknown>('notices.set-up-robot');
  const change = useCommand<unknown, unknown>('notices.change-robot');
  const [kind, setKind] = useState<RobotKind>(robot?.kind ?? 'wecom');
  const [typed, set] = useState({
    name: robot?.name ?? '',
    unitId: robot?.unitId ?? '',
    address: '',
    secret: '',
    isActive: robot?.isActive ?? true,
  });
  const text = (part: 'name' | 'address' | 'secret') => (
    <Input value={typed[part]} autoComplete="off" onChange={({ target }) => set({ ...typed, [part]: target.value })} />
  );
  const { name, isActive } = typed;
  const [address, secret] = [typed.address.trim(), typed.secret.trim()];
  const send = async () => {
    const kept = { ...(address && { address }), ...(secret && { secret }) };
    if (robot === null) await setUp.mutateAsync({ input: { kind, name, unitId: typed.unitId || null, ...kept } });
    else await change.mutateAsync({ input: { robotId: robot.id, name, isActive, ...kept } });
    message.success(words.saved);
  };
  const why = name.trim().length < 2 ? words.robotName : robot === null && !URL.canParse(address) ? words.robotAddress : null;
  return (
    <FormDialog title={robot === null ? words.addRobot : robot.name} act={words.save} why={why} onClose={onClose} onSend={send}>
      {robot === null && (
        <>
          <Field name={words.robotKind}>
            <Select value={kind} onChange={setKind} options={ROBOT_KINDS.map((it) => ({ value: it, label: words.kinds[it] }))} />
          </Field>
          <Field name={words.robotUnit}>
            <Select
              showSearch
              optionFilterProp="label"
              value={typed.unitId}
              onChange={(unitId) => set({ ...typed, unitId })}
              options={[{ value: '', label: words.wholeDistrict }, ...units.map(({ id, name: label }) => ({ value: id, label }))]}
            />
          </Field>
        </>
      )}
      <Field name={words.robotName}>{text('name')}</Field>
      <Field name={words.robotAddress} hint={robot === null ? undefined : words.robotAddressKept}>
        {text('address')}
      </Field>
      {kind === 'dingtalk' && (
        <Field name={words.robotSecret} hint={robot === null ? undefined : words.robotAddressKept}>
          {text('secret')}
        </Field>
      )}
      {robot !== null && (
        <Checkbox checked={isActive} onChange={({ target }) => set({ ...typed, isActive: target.checked })}>
          {words.robotOn}
        </Checkbox>
      )}
    </FormDialog>
  );
}
