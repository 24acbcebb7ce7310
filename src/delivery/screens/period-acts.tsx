import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { Periods } from './contract.ts';
import { periodLabels } from './period-labels.ts';

type UnitActsProps = { readonly unit: Periods['units'][number]; readonly of: Periods; readonly isOffice: boolean };

/** What may be done next for a unit's month, by whoever looks at it; undoing asks for a reason. */
export function UnitActs({ unit, of, isOffice }: UnitActsProps) {
  const words = useLabels(periodLabels);
  const { post } = useWorkplace();
  const mayApprove = useMay('delivery.approve-period');
  const isOwn = post?.unitId === unit.id;
  const input = { programmeId: of.programmeId, period: of.period, unitId: unit.id };
  const act = useAct(input);
  if (of.isClosed) return isOffice ? <GrantEntry input={input} /> : null;
  return (
    <span className="acts no-print">
      {unit.state === 'open' && mayApprove && (isOwn || isOffice) && (
        <Popconfirm
          title={isOwn ? words.approve : words.approveFor}
          description={isOwn ? undefined : words.approveForText}
          onConfirm={() => act('approve-period')}
        >
          <Button size="small" type={isOwn ? 'primary' : 'default'}>
            {isOwn ? words.approve : words.approveFor}
          </Button>
        </Popconfirm>
      )}
      {unit.state === 'approved' && isOffice && (
        <Button size="small" type="primary" onClick={() => act('receive-period')}>
          {words.receive}
        </Button>
      )}
      {unit.state === 'approved' && mayApprove && (isOwn || isOffice) && (
        <Undo name="withdraw-period" label={words.withdraw} input={input} />
      )}
      {unit.state === 'received' && isOffice && <Undo name="unreceive-period" label={words.unreceive} input={input} />}
      {(unit.state !== 'open' || of.isEntryEnded) && isOffice && <GrantEntry input={input} />}
    </span>
  );
}

type ActInput = { readonly programmeId: string; readonly period: string; readonly unitId?: string };

function useAct(input: ActInput) {
  const words = useLabels(periodLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const commands = {
    'approve-period': useCommand<unknown, unknown>('delivery.approve-period'),
    'receive-period': useCommand<unknown, unknown>('delivery.receive-period'),
    'close-period': useCommand<unknown, unknown>('delivery.close-period'),
    'end-entry': useCommand<unknown, unknown>('delivery.end-entry'),
  };
  return (name: keyof typeof commands) =>
    commands[name]
      .mutateAsync({ input })
      .then(() => message.success(words.done))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
}

type UndoProps = { readonly name: string; readonly label: string; readonly input: ActInput };

function Undo({ name, label, input }: UndoProps) {
  const words = useLabels(periodLabels);
  const { message } = App.useApp();
  const undo = useCommand<unknown, unknown>(`delivery.${name}`);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ReasonDialog
        open={isAsking}
        title={label}
        act={label}
        hint={words.whyHint}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) =>
          undo.mutateAsync({ input: { ...input, reason } }).then(() => {
            message.success(words.done);
            setAsking(false);
          })
        }
      />
    </>
  );
}

/** Five days are proposed for a late entry (来源: 自定). */
const DAYS_OF_ENTRY = 5;

function GrantEntry({ input }: { readonly input: ActInput }) {
  const words = useLabels(periodLabels);
  const { today } = useWorkplace();
  const { message } = App.useApp();
  const grant = useCommand<unknown, unknown>('delivery.grant-late-entry');
  const [isAsking, setAsking] = useState(false);
  const [until, setUntil] = useState<CivilDate | null>(addDays(today, DAYS_OF_ENTRY));
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {words.grant}
      </Button>
      <ReasonDialog
        open={isAsking}
        title={words.grant}
        act={words.grant}
        hint={words.whyHint}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) =>
          grant.mutateAsync({ input: { ...input, until, reason } }).then(() => {
            message.success(words.done);
            setAsking(false);
          })
        }
      >
        <p className="soft">{words.grantText}</p>
        <Field name={words.until}>
          <DayField value={until} min={today} onChange={setUntil} label={words.until} />
        </Field>
      </ReasonDialog>
    </>
  );
}

/** The lock over all units of the month. */
export function DistrictActs({ of }: { readonly of: Periods }) {
  const words = useLabels(periodLabels);
  const may = useMay('delivery.receive-period');
  const input = { programmeId: of.programmeId, period: of.period };
  const act = useAct(input);
  if (!may || of.units.length === 0) return null;
  return of.isClosed ? (
    <Undo name="reopen-period" label={words.reopen} input={input} />
  ) : (
    <>
      {of.isEntryEnded && <Undo name="resume-entry" label={words.resumeEntry} input={input} />}
      {!of.isEntryEnded && of.isOver && <Button onClick={() => act('end-entry')}>{words.endEntry}</Button>}
      <Button onClick={() => act('close-period')}>{words.close}</Button>
    </>
  );
}
