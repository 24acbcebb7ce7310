import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { longDate } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { type DocumentView, documentPath, type LineChoice, type Which } from './circulation-contract.ts';
import { circulationLabels } from './circulation-labels.ts';

type LeftOutProps = { readonly which: Which; readonly lines: readonly LineChoice[] };

/** 略去的行: each with its decision, and the form for one more; a frozen document is sent back first. */
export function LeftOutLines({ which, lines }: LeftOutProps) {
  const words = useLabels(circulationLabels);
  const view = useRead<DocumentView>(documentPath(which));
  const may = useMay('supervision.bulletin');
  return (
    <div className="no-print">
      <Section title={words.leftOut}>
        <p className="soft">{words.leftOutLead}</p>
        <Whole of={view}>
          {({ leftOut, editions }) => (
            <>
              <Lines leftOut={leftOut} which={which} lines={lines} />
              {may && (editions[0]?.state ?? 'returned') === 'returned' && <LeaveForm which={which} lines={lines} />}
            </>
          )}
        </Whole>
      </Section>
    </div>
  );
}

function Lines({ leftOut, which, lines }: LeftOutProps & Pick<DocumentView, 'leftOut'>) {
  const words = useLabels(circulationLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const may = useMay('supervision.bulletin');
  const restore = useCommand<unknown, unknown>('supervision.restore-line');
  if (leftOut.length === 0) return <p className="soft">{words.noLeftOut}</p>;
  return (
    <ul className="changes">
      {leftOut.map(({ id, promiseId, basis, reason, decidedBy, decidedOn, restoredBy, restoredOn }) => {
        const line = lines.find((it) => it.promiseId === promiseId);
        return (
          <li key={id}>
            <b>{line?.no}</b> {line?.promise} · {decidedBy}，{longDate(decidedOn, locale)}，{basis}：{reason}{' '}
            {restoredBy !== null && restoredOn !== null ? (
              <span className="soft">{words.restored(restoredBy, longDate(restoredOn, locale))}</span>
            ) : (
              may && (
                <Button
                  type="link"
                  size="small"
                  onClick={() =>
                    restore
                      .mutateAsync({ input: { ...which, promiseId } })
                      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8))
                  }
                >
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

function LeaveForm({ which, lines }: LeftOutProps) {
  const words = useLabels(circulationLabels);
  const locale = useLocale();
  const { today } = useWorkplace();
  const { message } = App.useApp();
  const leave = useCommand<unknown, unknown>('supervision.leave-line-out');
  const [typed, setTyped] = useState(NOTHING);
  const [decidedOn, setDecidedOn] = useState<CivilDate>(today);
  const isWhole = typed.promiseId !== null && [typed.basis, typed.reason, typed.decidedBy].every((it) => it.trim() !== '');
  const send = () =>
    leave
      .mutateAsync({ input: { ...which, decision: { ...typed, decidedOn } } })
      .then(() => {
        setTyped(NOTHING);
        message.success(words.saved);
      })
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <details className="record">
      <summary>{words.leave}</summary>
      <Field name={words.line}>
        <Select
          value={typed.promiseId}
          onChange={(promiseId) => setTyped({ ...typed, promiseId })}
          options={lines.map(({ promiseId, no, promise }) => ({ value: promiseId, label: `${no} ${promise}` }))}
        />
      </Field>
      {(['basis', 'reason', 'decidedBy'] as const).map((name) => (
        <Field key={name} name={words[name]}>
          <Input value={typed[name]} maxLength={200} onChange={({ target }) => setTyped({ ...typed, [name]: target.value })} />
        </Field>
      ))}
      <Field name={words.decidedOn}>
        <DayField value={decidedOn} max={today} onChange={(day) => day && setDecidedOn(day)} />
      </Field>
      <Button type="primary" disabled={!isWhole} loading={leave.isPending} onClick={send}>
        {words.leave}
      </Button>
    </details>
  );
}
