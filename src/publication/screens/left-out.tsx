import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { longDate } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { circulationLabels } from './circulation-labels.ts';
import type { LeftOutView } from './contract.ts';

type List = { readonly id: string; readonly year: number; readonly kind: string };

/** 略去的行 of the editions of a list: each with its decision, and the form for one more. */
export function LeftOutLines({ list }: { readonly list: List }) {
  const words = useLabels(circulationLabels);
  const view = useRead<LeftOutView>(`/publication/left-out?programmeId=${list.id}`);
  const may = useMay('publication.prepare');
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="no-print">
      <Section title={words.leftOut}>
        <p className="soft">{words.leftOutLead}</p>
        <Whole of={view}>
          {(it) => (
            <>
              <Lines view={it} list={list} />
              {may && <Button onClick={() => setAdding(true)}>{words.leave}</Button>}
              {isAdding && <LeaveForm lines={it.lines} list={list} onClose={() => setAdding(false)} />}
            </>
          )}
        </Whole>
      </Section>
    </div>
  );
}

function Lines({ view: { lines, leftOut }, list }: { readonly view: LeftOutView; readonly list: List }) {
  const words = useLabels(circulationLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const may = useMay('publication.prepare');
  const restore = useCommand<unknown, unknown>('publication.restore-line');
  const put = (promiseId: string) =>
    restore
      .mutateAsync({ input: { year: list.year, kind: list.kind, promiseId } })
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  if (leftOut.length === 0) return <p className="soft">{words.noLeftOut}</p>;
  return (
    <ul className="later-changes">
      {leftOut.map(({ id, promiseId, basis, reason, decidedBy, decidedOn, restoredBy, restoredOn }) => {
        const line = lines.find((it) => it.promiseId === promiseId);
        return (
          <li key={id}>
            <b>{line?.no}</b> {line?.promise} · {decidedBy}，{longDate(decidedOn, locale)}，{basis}：{reason}{' '}
            {restoredBy !== null && restoredOn !== null ? (
              <span className="soft">{words.restored(restoredBy, longDate(restoredOn, locale))}</span>
            ) : (
              may && (
                <Button type="link" size="small" onClick={() => put(promiseId)}>
                  {words.restore}
                </Button>
              )
            )}
          </li>
        );
      })}
    </ul>
  );
}

const NOTHING = { promiseId: null as string | null, basis: '', reason: '', decidedBy: '' };
type LeaveFormProps = { readonly lines: LeftOutView['lines']; readonly list: List; readonly onClose: () => void };

function LeaveForm({ lines, list, onClose }: LeaveFormProps) {
  const words = useLabels(circulationLabels);
  const { today } = useWorkplace();
  const leave = useCommand<unknown, unknown>('publication.leave-line-out');
  const [typed, setTyped] = useState(NOTHING);
  const [decidedOn, setDecidedOn] = useState<CivilDate>(today);
  const isWhole = typed.promiseId !== null && [typed.basis, typed.reason, typed.decidedBy].every((it) => it.trim() !== '');
  const send = () => leave.mutateAsync({ input: { year: list.year, kind: list.kind, decision: { ...typed, decidedOn } } });
  return (
    <FormDialog title={words.leave} act={words.leave} why={isWhole ? null : words.incomplete} onClose={onClose} onSend={send}>
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
