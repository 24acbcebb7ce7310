import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { longDate } from '#/kernel/format.ts';
import { FormDialog } from './form-dialog.tsx';
import { useLabels, useLocale } from './locale.tsx';
import { paperWords } from './paper-words.ts';
import { DayField, Field } from './parts.tsx';
import { sentenceOf } from './sentence.ts';
import { useWorkplace } from './session.ts';

type Line = { readonly promiseId: string; readonly no: string; readonly promise: string };
type Decision = { readonly promiseId: string | null; readonly basis: string; readonly reason: string; readonly decidedBy: string };
type DatedDecision = Decision & { readonly decidedOn: CivilDate };
type LeftOut = DatedDecision & { readonly id: string; readonly restoredBy: string | null; readonly restoredOn: CivilDate | null };

type LeftOutProps = {
  readonly lines: readonly Line[];
  readonly leftOut: readonly LeftOut[];
  /** Absent for whoever only reads. */
  readonly onRestore?: (promiseId: string | null) => Promise<unknown>;
  /** Absent while the paper stands as it is. */
  readonly onLeave?: (decision: DatedDecision) => Promise<unknown>;
};

/** 略去的行: each with its decision, and the form for one more. */
export function LeftOutLines({ lines, leftOut, onRestore, onLeave }: LeftOutProps) {
  const words = useLabels(paperWords);
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      {leftOut.length === 0 && <p className="soft">{words.noLeftOut}</p>}
      <ul className="paper-lines">
        {leftOut.map((it) => (
          <LeftOutLine key={it.id} of={it} line={lines.find(({ promiseId }) => promiseId === it.promiseId)} onRestore={onRestore} />
        ))}
      </ul>
      {onLeave && <Button onClick={() => setAdding(true)}>{words.leave}</Button>}
      {onLeave && isAdding && <LeaveForm lines={lines} onLeave={onLeave} onClose={() => setAdding(false)} />}
    </>
  );
}

type LeftOutLineProps = { readonly of: LeftOut; readonly line: Line | undefined; readonly onRestore: LeftOutProps['onRestore'] };

function LeftOutLine({ of, line, onRestore }: LeftOutLineProps) {
  const words = useLabels(paperWords);
  const locale = useLocale();
  const { message } = App.useApp();
  const { promiseId, basis, reason, decidedBy, decidedOn, restoredBy, restoredOn } = of;
  const put = () => onRestore?.(promiseId).catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <li>
      <b>{line?.no}</b> {line?.promise} · {decidedBy}，{longDate(decidedOn, locale)}，{basis}：{reason}{' '}
      {restoredBy !== null && restoredOn !== null ? (
        <span className="soft">{words.restored(restoredBy, longDate(restoredOn, locale))}</span>
      ) : (
        onRestore && (
          <Button type="link" size="small" onClick={put}>
            {words.restore}
          </Button>
        )
      )}
    </li>
  );
}

const NOTHING: Decision = { promiseId: null, basis: '', reason: '', decidedBy: '' };
type LeaveFormProps = Pick<LeftOutProps, 'lines'> & Required<Pick<LeftOutProps, 'onLeave'>> & { readonly onClose: () => void };

function LeaveForm({ lines, onLeave, onClose }: LeaveFormProps) {
  const words = useLabels(paperWords);
  const { today } = useWorkplace();
  const [typed, setTyped] = useState(NOTHING);
  const [decidedOn, setDecidedOn] = useState<CivilDate>(today);
  const isWhole = typed.promiseId !== null && [typed.basis, typed.reason, typed.decidedBy].every((it) => it.trim() !== '');
  const why = isWhole ? null : words.incomplete;
  return (
    <FormDialog title={words.leave} act={words.leave} why={why} onClose={onClose} onSend={() => onLeave({ ...typed, decidedOn })}>
      <Field name={words.line}>
        <Select
          className="full"
          value={typed.promiseId}
          onChange={(promiseId) => setTyped({ ...typed, promiseId })}
          options={lines.map(({ promiseId, no, promise }) => ({ value: promiseId, label: `${no} ${promise}` }))}
        />
      </Field>
      {(['basis', 'reason', 'decidedBy'] as const).map((name) => (
        <Field key={name} name={words[name]}>
          <Input
            value={typed[name]}
            maxLength={name === 'decidedBy' ? 60 : 200}
            onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
          />
        </Field>
      ))}
      <Field name={words.decidedOn}>
        <DayField value={decidedOn} max={today} onChange={(day) => day && setDecidedOn(day)} />
      </Field>
    </FormDialog>
  );
}
