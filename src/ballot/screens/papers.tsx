import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useLabels } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay } from '#/ui/session.ts';
import type { Attendance, DelegationSum } from '../rules/roll.ts';
import type { SessionSheet } from '../rules/session-sheet.ts';
import type { RoundView } from '../rules/views.ts';
import { labels } from './labels.ts';
import { useAct, useDocument } from './room.tsx';

type IssueProps = { readonly of: RoundView; readonly attendance: Attendance };

/** 发票: the papers are printed, and handed out by delegation. */
export function Issue({ of: { round }, attendance }: IssueProps) {
  const words = useLabels(labels);
  const may = useMay('ballot.proceed');
  const mayPrint = useMay('ballot.print-papers');
  const save = useDocument();
  const { run, busy } = useAct('ballot.issue-papers');
  const [papers, setPapers] = useState<Readonly<Record<string, number>>>({});
  // Who took a slip votes electronically.
  const of = ({ name, present, slips }: DelegationSum) => papers[name] ?? present - slips;
  const issues = attendance.delegations.map((it) => ({ delegation: it.name, papers: of(it) }));
  const wanted = issues.reduce((sum, it) => sum + it.papers, 0);
  const [asked, setAsked] = useState<number | null>(null);
  const copies = asked ?? Math.max(1, wanted);
  return (
    <>
      {mayPrint && (
        <p className="acts">
          <InputNumber aria-label={words.copies} min={1} max={600} precision={0} value={copies} onChange={setAsked} />
          <Button onClick={() => save(`/ballot/paper.html?roundId=${round.id}&copies=${copies}`)}>{words.printPapers}</Button>
          <Button onClick={() => save(`/ballot/paper.docx?roundId=${round.id}`)}>{words.paperDocx}</Button>
        </p>
      )}
      {may && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            run({ roundId: round.id, issues });
          }}
        >
          <p className="soft">{words.issueHint}</p>
          {attendance.delegations.map((it) => (
            <div key={it.name} className="delegation-issue">
              <span>
                {it.name} <small className="soft">{words.present(it.present, it.slips)}</small>
              </span>
              <InputNumber
                aria-label={`${it.name} ${words.issue}`}
                min={0}
                max={1000}
                precision={0}
                value={of(it)}
                onChange={(count) => setPapers({ ...papers, [it.name]: count ?? 0 })}
              />
            </div>
          ))}
          <Button type="primary" htmlType="submit" loading={busy}>
            {words.saveIssue}（{wanted}）
          </Button>
        </form>
      )}
    </>
  );
}

type CollectProps = { readonly of: RoundView; readonly sheet: SessionSheet };

/** 开箱清点: how many came back, and into how many bundles they are tied. */
export function Collect({ of: { round }, sheet }: CollectProps) {
  const words = useLabels(labels);
  const may = useMay('ballot.proceed');
  const { run, send, busy } = useAct('ballot.record-collected');
  const [collected, setCollected] = useState<number | null>(null);
  const [bundles, setBundles] = useState<number | null>(null);
  const [source, setSource] = useState<'paper' | 'keypad'>('paper');
  const [isAsking, setAsking] = useState(false);
  const input = { roundId: round.id, collected, source, ...(bundles !== null && { bundles }) };
  if (!may) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (collected !== null && collected > (round.issued ?? 0)) setAsking(true);
        else run(input);
      }}
    >
      <div className="sheet-form">
        <Field name={words.collected}>
          <InputNumber min={0} max={10000} precision={0} required value={collected} onChange={setCollected} />
        </Field>
        <Field name={words.bundleCount}>
          <InputNumber min={1} max={500} precision={0} value={bundles} onChange={setBundles} />
        </Field>
        {sheet.keypad && (
          <Field name={words.source}>
            <Select
              value={source}
              options={(['paper', 'keypad'] as const).map((value) => ({ value, label: words.sources[value] }))}
              onChange={setSource}
            />
          </Field>
        )}
      </div>
      <Button type="primary" htmlType="submit" loading={busy} disabled={collected === null}>
        {words.saveCollected}
      </Button>
      <ReasonDialog
        open={isAsking}
        danger
        title={words.voidDecision}
        act={words.saveCollected}
        hint={words.decision}
        onCancel={() => setAsking(false)}
        onConfirm={(voidDecision) => send({ ...input, voidDecision }).then(() => setAsking(false))}
      >
        <p>{words.voidText}</p>
      </ReasonDialog>
    </form>
  );
}
