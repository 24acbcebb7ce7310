import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { longDate, number } from '#/kernel/format.ts';
import { useCommand } from '#/ui/data.ts';
import { FileNames } from '#/ui/files-field.tsx';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { useMay } from '#/ui/session.ts';
import type { Appeal } from '../rules/round.ts';
import { titleIn } from '../rules/sheet.ts';
import type { QuarterView } from './contract.ts';
import { labels } from './labels.ts';

/** 申诉和裁定, in the order they came. */
export function Appeals({ view }: { readonly view: QuarterView }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const mayDecide = useMay('assessment.decide-appeal');
  const [deciding, setDeciding] = useState<Appeal | null>(null);
  if (view.appeals.length === 0) return <p className="soft">{words.noAppeals}</p>;
  const unitOf = (unitId: string) => view.scores.find((it) => it.unitId === unitId)?.unit ?? '';
  const states = { open: words.openAppeal, upheld: words.upheld, rejected: words.rejected } as const;
  return (
    <ul className="appeals">
      {view.appeals.map((it) => (
        <li key={it.id}>
          <b>{unitOf(it.unitId)}</b> · {titleIn(view.sheet, it.lineKey)} · {states[it.state]}
          <br />
          {it.reason}{' '}
          <small className="soft">
            {it.filedBy} {longDate(it.filedOn, locale)}
          </small>
          <FileNames files={filesOf(view, it.evidence)} />
          {it.decision !== null && (
            <>
              {it.points !== null && `${number(it.points)} · `}
              {it.decision}{' '}
              <small className="soft">
                {it.decidedBy} {it.decidedOn && longDate(it.decidedOn, locale)}
              </small>
            </>
          )}
          {mayDecide && it.state === 'open' && view.round?.state === 'draft' && (
            <p className="acts no-print">
              <Button size="small" type="primary" onClick={() => setDeciding(it)}>
                {words.decide}
              </Button>
            </p>
          )}
        </li>
      ))}
      {deciding && <DecideForm appeal={deciding} view={view} onClose={() => setDeciding(null)} />}
    </ul>
  );
}

/** Evidence by its name; a file without one is still there to open. */
export function filesOf({ fileNames }: Pick<QuarterView, 'fileNames'>, evidence: readonly string[]) {
  return evidence.map((digest) => ({ digest, name: fileNames[digest] ?? digest.slice(0, 8) }));
}

type DecideProps = { readonly appeal: Appeal; readonly view: QuarterView; readonly onClose: () => void };

function DecideForm({ appeal, view, onClose }: DecideProps) {
  const words = useLabels(labels);
  const decide = useCommand<unknown, unknown>('assessment.decide-appeal');
  const [result, setResult] = useState<'upheld' | 'rejected'>('upheld');
  const [decision, setDecision] = useState('');
  const line = view.scores.find(({ unitId }) => unitId === appeal.unitId)?.lines.find(({ key }) => key === appeal.lineKey);
  const [points, setPoints] = useState<number | null>(line?.points ?? null);
  const send = () =>
    decide.mutateAsync({ input: { appealId: appeal.id, result, decision: decision.trim(), points: result === 'upheld' ? points : null } });
  return (
    <FormDialog
      title={`${words.decide}：${titleIn(view.sheet, appeal.lineKey) ?? ''}`}
      act={words.decide}
      why={decision.trim().length < 2 ? words.reasonMissing : null}
      onClose={onClose}
      onSend={send}
    >
      <p>{appeal.reason}</p>
      <FileNames files={filesOf(view, appeal.evidence)} />
      <Field name={words.decide}>
        <Select
          value={result}
          onChange={setResult}
          options={[
            { value: 'upheld', label: words.upheld },
            { value: 'rejected', label: words.rejected },
          ]}
        />
      </Field>
      {result === 'upheld' && (
        <Field name={words.newPoints}>
          <InputNumber min={0} max={line?.most ?? 100} value={points} onChange={setPoints} />
        </Field>
      )}
      <Field name={words.decision}>
        <Input.TextArea rows={3} value={decision} maxLength={1000} onChange={({ target }) => setDecision(target.value)} />
      </Field>
    </FormDialog>
  );
}
