import { Radio, Select } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { useCommand } from '#/ui/data.ts';
import { FilesField } from '#/ui/files-field.tsx';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { OrderFile } from '../rules/event.ts';
import type { Proposal } from '../rules/measure.ts';
import type { Choices } from './contract.ts';
import { moreLabels } from './more-labels.ts';

type DecideProps = { readonly of: Proposal; readonly choices: Choices | null; readonly onClose: () => void };

/** With `choices` a decision on paper is recorded: whose, when, and the scan; without, the leader decides himself. */
export function DecideProposalForm({ of, choices, onClose }: DecideProps) {
  const words = useLabels(moreLabels);
  const { today } = useWorkplace();
  const decide = useCommand<unknown, unknown>('orders.decide-proposal');
  const [approved, setApproved] = useState(true);
  const [decision, setDecision] = useState('');
  const [leaderPostId, setLeader] = useState<string | undefined>(of.toPostId ?? undefined);
  const [on, setOn] = useState<CivilDate>(today);
  const [files, setFiles] = useState<readonly OrderFile[]>([]);
  const why = choices !== null && (leaderPostId === undefined || files.length === 0) ? words.fieldsMissing : null;
  const onPaper = choices === null ? null : { leaderPostId, on, scan: files[0] };
  const send = () => decide.mutateAsync({ input: { proposalId: of.id, approved, decision, onPaper } });
  return (
    <FormDialog
      title={choices === null ? words.decideSelf : words.decidePaper}
      act={words.decideSelf}
      why={why}
      onClose={onClose}
      onSend={send}
    >
      <Radio.Group value={approved} onChange={({ target }) => setApproved(target.value as boolean)}>
        <Radio value={true}>{words.approved}</Radio>
        <Radio value={false}>{words.notApproved}</Radio>
      </Radio.Group>
      <Field name={words.decision}>
        <GrowText rows={2} maxLength={500} value={decision} onText={setDecision} />
      </Field>
      {choices !== null && (
        <>
          <LeaderField choices={choices} value={leaderPostId} onChange={setLeader} />
          <Field name={words.decidedOn}>
            <DayField value={on} min={of.proposedOn} max={today} onChange={(day) => day && setOn(day)} label={words.decidedOn} />
          </Field>
          <div className="field">
            <span className="name">{words.scan}</span>
            <FilesField value={files} onChange={(it) => setFiles(it.slice(-1))} />
          </div>
        </>
      )}
    </FormDialog>
  );
}

type LeaderProps = { readonly choices: Choices; readonly value: string | undefined; readonly onChange: (postId: string) => void };

function LeaderField({ choices, value, onChange }: LeaderProps) {
  const words = useLabels(moreLabels);
  const options = choices.posts.filter((it) => it.isLeader).map((it) => ({ value: it.id, label: `${it.title} ${it.holder ?? ''}` }));
  return (
    <Field name={words.leader}>
      <Select className="full" aria-label={words.leader} value={value} onChange={onChange} options={options} />
    </Field>
  );
}

/** 改呈: before whom the proposal is put. */
export function AddressForm({ of, choices, onClose }: { readonly of: Proposal; readonly choices: Choices; readonly onClose: () => void }) {
  const words = useLabels(moreLabels);
  const address = useCommand<unknown, unknown>('orders.address-proposal');
  const [leaderPostId, setLeader] = useState<string | undefined>(of.toPostId ?? undefined);
  return (
    <FormDialog
      title={words.address}
      act={words.address}
      why={leaderPostId === undefined ? words.fieldsMissing : null}
      onClose={onClose}
      onSend={() => address.mutateAsync({ input: { proposalId: of.id, leaderPostId } })}
    >
      <LeaderField choices={choices} value={leaderPostId} onChange={setLeader} />
    </FormDialog>
  );
}

/** 落实: when and how an approved measure was carried out. */
export function CarryOutForm({ of, onClose }: { readonly of: Proposal; readonly onClose: () => void }) {
  const words = useLabels(moreLabels);
  const { today } = useWorkplace();
  const carry = useCommand<unknown, unknown>('orders.carry-out-measure');
  const [on, setOn] = useState<CivilDate>(today);
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={words.carryOut}
      act={words.carryOut}
      why={note.trim().length < 2 ? words.fieldsMissing : null}
      onClose={onClose}
      onSend={() => carry.mutateAsync({ input: { proposalId: of.id, on, note } })}
    >
      <Field name={words.carriedOn}>
        <DayField
          value={on}
          min={of.decidedOn ?? of.proposedOn}
          max={today}
          onChange={(day) => day && setOn(day)}
          label={words.carriedOn}
        />
      </Field>
      <Field name={words.carriedNote}>
        <GrowText rows={2} maxLength={1000} value={note} onText={setNote} />
      </Field>
    </FormDialog>
  );
}
