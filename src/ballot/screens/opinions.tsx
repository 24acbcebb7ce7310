import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useRead } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import type { Candidate, Opinion } from '../rules/candidate.ts';
import type { Attendance } from '../rules/roll.ts';
import type { Session } from '../rules/session.ts';
import { labels } from './labels.ts';
import { useAct } from './room.tsx';

type OpinionsProps = {
  readonly session: Session;
  readonly candidates: readonly Candidate[];
  readonly opinions: readonly Opinion[];
  readonly isOpen: boolean;
};

/** 审议意见 of the delegations, each with what became of it. */
export function Opinions({ session, candidates, opinions, isOpen }: OpinionsProps) {
  const words = useLabels(labels);
  const settle = useAct('ballot.settle-opinion');
  const [isAdding, setAdding] = useState(false);
  const [settling, setSettling] = useState<Opinion | null>(null);
  const nameOf = (id: string | null) => candidates.find((it) => it.id === id)?.name ?? words.wholeList;
  return (
    <Section title={words.opinions}>
      {opinions.length === 0 && <p className="soft">{words.noOpinions}</p>}
      {opinions.map((it) => (
        <p key={it.id} className={it.settlement === null ? 'notice warn' : 'notice'}>
          <b>{it.delegation}</b> · {nameOf(it.candidateId)}：{it.body}{' '}
          {it.settlement !== null && <span className="soft">{words.settled(it.settlement)}</span>}
          {it.settlement === null && isOpen && (
            <Button size="small" onClick={() => setSettling(it)}>
              {words.settle}
            </Button>
          )}
        </p>
      ))}
      {isOpen && <Button onClick={() => setAdding(true)}>{words.addOpinion}</Button>}
      {isAdding && <AddOpinion session={session} candidates={candidates} onClose={() => setAdding(false)} />}
      {settling !== null && (
        <ReasonDialog
          open
          title={words.settle}
          act={words.settle}
          onCancel={() => setSettling(null)}
          onConfirm={(settlement) =>
            settle.send({ sessionId: session.id, opinionId: settling.id, settlement }).then(() => setSettling(null))
          }
        />
      )}
    </Section>
  );
}

type AddOpinionProps = { readonly session: Session; readonly candidates: readonly Candidate[]; readonly onClose: () => void };

function AddOpinion({ session, candidates, onClose }: AddOpinionProps) {
  const words = useLabels(labels);
  const { send } = useAct('ballot.record-opinion');
  const attendance = useRead<Attendance>(`/ballot/attendance?sessionId=${session.id}`);
  const [candidateId, setCandidate] = useState<string | null>(null);
  const [delegation, setDelegation] = useState('');
  const [body, setBody] = useState('');
  const about = [{ value: '', label: words.wholeList }, ...candidates.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <FormDialog
      title={words.addOpinion}
      act={words.addOpinion}
      onClose={onClose}
      onSend={() => send({ sessionId: session.id, candidateId, delegation, body })}
    >
      <Field name={words.delegation}>
        <Input value={delegation} required list="delegations" maxLength={40} onChange={({ target }) => setDelegation(target.value)} />
      </Field>
      <datalist id="delegations">
        {attendance.data?.delegations.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Field name={words.about}>
        <Select value={candidateId ?? ''} options={about} onChange={(it) => setCandidate(it === '' ? null : it)} />
      </Field>
      <Field name={words.opinion}>
        <GrowText rows={3} required value={body} onText={setBody} />
      </Field>
    </FormDialog>
  );
}
