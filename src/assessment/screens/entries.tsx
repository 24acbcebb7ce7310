import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { longDate, number } from '#/kernel/format.ts';
import { newId } from '#/kernel/id.ts';
import { useCommand } from '#/ui/data.ts';
import { FileNames, FilesField, type NamedFile } from '#/ui/files-field.tsx';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { titleIn } from '../rules/sheet.ts';
import { filesOf } from './appeals.tsx';
import type { OfQuarter } from './contract.ts';
import { labels } from './labels.ts';

/** 人工评分: what no record counts, each with its evidence and author. */
export function Entries({ view, list, quarter, mayEnter }: OfQuarter & { readonly mayEnter: boolean }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const withdraw = useCommand<unknown, unknown>('assessment.withdraw-points');
  const [isEntering, setEntering] = useState(false);
  const [taking, setTaking] = useState<string | null>(null);
  const isOpen = view.round?.state !== 'published';
  const unitOf = (unitId: string) => view.scores.find((it) => it.unitId === unitId)?.unit ?? '';
  if (view.entries.length === 0 && !(mayEnter && isOpen)) return null;
  return (
    <Section title={words.entries}>
      <ul className="appeals">
        {view.entries.map((it) => (
          <li key={it.entryId} className={it.withdrawnBy === null ? '' : 'soft'}>
            <b>{unitOf(it.unitId)}</b> · {titleIn(view.sheet, it.lineKey) ?? it.lineKey} · {number(it.points)}
            <br />
            {it.text}{' '}
            <small className="soft">
              {it.enteredBy} {longDate(it.enteredOn, locale)}
            </small>
            <FileNames files={filesOf(view, it.evidence)} />
            {it.withdrawnBy !== null && <small> {words.withdrawn(it.withdrawnBy, it.withdrawnReason ?? '')}</small>}
            {mayEnter && isOpen && it.withdrawnBy === null && (
              <Button size="small" type="link" className="no-print" onClick={() => setTaking(it.entryId)}>
                {words.withdraw}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayEnter && isOpen && (
        <p className="no-print">
          <Button onClick={() => setEntering(true)}>{words.enter}</Button>
        </p>
      )}
      {isEntering && <EnterForm view={view} list={list} quarter={quarter} onClose={() => setEntering(false)} />}
      <ReasonDialog
        open={taking !== null}
        title={words.withdraw}
        act={words.withdraw}
        onCancel={() => setTaking(null)}
        onConfirm={(reason) => withdraw.mutateAsync({ input: { entryId: taking, reason } }).then(() => setTaking(null))}
      />
    </Section>
  );
}

function EnterForm({ view, list, quarter, onClose }: OfQuarter & { readonly onClose: () => void }) {
  const words = useLabels(labels);
  const enter = useCommand<unknown, unknown>('assessment.enter-points');
  const manual = [...view.sheet.lines, ...view.sheet.bonuses, ...view.sheet.deductions].filter(({ source }) => source === 'manual');
  const [id] = useState(newId);
  const [unitId, setUnit] = useState<string | null>(null);
  const [lineKey, setLine] = useState<string | null>(manual[0]?.key ?? null);
  const [points, setPoints] = useState<number | null>(null);
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly NamedFile[]>([]);
  const isWhole = unitId !== null && lineKey !== null && points !== null && text.trim().length >= 2 && files.length > 0;
  const input = {
    id,
    year: list.year,
    kind: list.kind,
    quarter,
    unitId,
    lineKey,
    points,
    text: text.trim(),
    evidence: files.map(({ digest }) => digest),
  };
  return (
    <FormDialog
      title={words.enter}
      act={words.save}
      why={isWhole ? null : `${words.unit}、${words.enterPoints}、${words.enterText}、${words.enterFile}`}
      onClose={onClose}
      onSend={() => enter.mutateAsync({ input })}
    >
      <Field name={words.unit}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          value={unitId}
          onChange={setUnit}
          options={view.scores.map((it) => ({ value: it.unitId, label: it.unit }))}
        />
      </Field>
      <Field name={words.enterLine}>
        <Select value={lineKey} onChange={setLine} options={manual.map(({ key, title }) => ({ value: key, label: title }))} />
      </Field>
      <Field name={words.enterPoints}>
        <InputNumber min={0.01} max={100} value={points} onChange={setPoints} />
      </Field>
      <Field name={words.enterText}>
        <Input.TextArea rows={2} value={text} maxLength={1000} onChange={({ target }) => setText(target.value)} />
      </Field>
      <div className="field">
        <span className="name">{words.enterFile}</span>
        <FilesField value={files} onChange={setFiles} />
      </div>
    </FormDialog>
  );
}
