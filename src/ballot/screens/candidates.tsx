import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { newId } from '#/kernel/id.ts';
import { useRead } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay } from '#/ui/session.ts';
import type { Candidate, CandidateFields, Opinion } from '../rules/candidate.ts';
import type { Attendance } from '../rules/roll.ts';
import type { Session } from '../rules/session.ts';
import { sentenceOfCandidateRemark } from '../words/remarks.ts';
import { ImportBox } from './import-box.tsx';
import { labels } from './labels.ts';
import { Room, useAct, useDocument } from './room.tsx';

type CandidatesView = { readonly session: Session; readonly candidates: readonly Candidate[]; readonly opinions: readonly Opinion[] };
const FIELDS = ['name', 'basis', 'content', 'investment', 'fundSource', 'place', 'finishTime', 'leadUnit'] as const;

/** 候选项目: their papers, what the delegations said, and the list that is put to the vote. */
export default function CandidatesScreen() {
  const { sessionId } = useParams();
  const view = useRead<CandidatesView>(`/ballot/candidates?sessionId=${sessionId}`);
  return <Whole of={view}>{(it) => <Candidates {...it} />}</Whole>;
}

function Candidates({ session, candidates, opinions }: CandidatesView) {
  const words = useLabels(labels);
  const locale = useLocale();
  const save = useDocument();
  const mayPrepare = useMay('ballot.prepare');
  const isOpen = session.listSettledOn === null && mayPrepare;
  const [editing, setEditing] = useState<Candidate | 'new' | null>(null);
  return (
    <Room
      title={session.title}
      lead={session.listDecision === null ? words.tabs.candidates : words.listSettled(session.listDecision, session.listSettledOn!)}
      actions={
        candidates.length > 0 && <Button onClick={() => save(`/ballot/booklet.docx?sessionId=${session.id}`)}>{words.booklet}</Button>
      }
    >
      <Section
        title={`${words.tabs.candidates} · ${candidates.filter((it) => it.withdrawnReason === null).length}/${session.sheet.candidates}`}
      >
        {candidates.length === 0 && <p className="notice">{words.emptyCandidates}</p>}
        {candidates.map((it, i) => (
          <CandidatePaper key={it.id} of={it} place={i + 1} isOpen={isOpen} onEdit={() => setEditing(it)} />
        ))}
        {isOpen && <Button onClick={() => setEditing('new')}>{words.addCandidate}</Button>}
        {editing !== null && (
          <EditCandidate sessionId={session.id} of={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
        )}
      </Section>
      <Opinions session={session} candidates={candidates} opinions={opinions} isOpen={isOpen} />
      <SettleList session={session} />
      {isOpen && (
        <Section title={words.importCandidates}>
          <ImportBox
            sessionId={session.id}
            check="/ballot/candidates/check"
            command="ballot.import-candidates"
            hint={words.candidatesHint}
            sentence={(it) => sentenceOfCandidateRemark(it, locale)}
          />
        </Section>
      )}
    </Room>
  );
}

type PaperProps = { readonly of: Candidate; readonly place: number; readonly isOpen: boolean; readonly onEdit: () => void };

function CandidatePaper({ of, place, isOpen, onEdit }: PaperProps) {
  const words = useLabels(labels);
  const withdraw = useAct('ballot.withdraw-candidate');
  const [isAsking, setAsking] = useState(false);
  return (
    <details className="record">
      <summary>
        <b>
          {place}. {of.name}
        </b>{' '}
        <span className="soft">{of.withdrawnReason === null ? of.leadUnit : words.withdrawn(of.withdrawnReason)}</span>
      </summary>
      <dl>
        {FIELDS.slice(1).map((field) => (
          <div key={field}>
            <dt className="soft">{words.fields[field]}</dt>
            <dd>{of[field] || '—'}</dd>
          </div>
        ))}
      </dl>
      {isOpen && (
        <p className="acts no-print">
          <Button size="small" onClick={onEdit}>
            {words.editCandidate}
          </Button>
          {of.withdrawnReason === null ? (
            <Button size="small" onClick={() => setAsking(true)}>
              {words.withdraw}
            </Button>
          ) : (
            <Button size="small" onClick={() => withdraw.run({ candidateId: of.id, reason: null })}>
              {words.putBack}
            </Button>
          )}
        </p>
      )}
      <ReasonDialog
        open={isAsking}
        title={`${words.withdraw}：${of.name}`}
        act={words.withdraw}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) => withdraw.send({ candidateId: of.id, reason }).then(() => setAsking(false))}
      />
    </details>
  );
}

type EditProps = { readonly sessionId: string; readonly of: Candidate | null; readonly onClose: () => void };

function EditCandidate({ sessionId, of, onClose }: EditProps) {
  const words = useLabels(labels);
  const { send } = useAct('ballot.set-candidate');
  const [fields, setFields] = useState(
    () => Object.fromEntries(FIELDS.map((field) => [field, of?.[field] ?? ''])) as Record<keyof CandidateFields, string>,
  );
  const set = (field: keyof CandidateFields, text: string) => setFields({ ...fields, [field]: text });
  return (
    <FormDialog
      title={words.editCandidate}
      act={words.editCandidate}
      onClose={onClose}
      onSend={() => send({ sessionId, id: of?.id ?? newId(), fields })}
    >
      {FIELDS.map((field) => (
        <Field key={field} name={words.fields[field]}>
          {field === 'basis' || field === 'content' ? (
            <GrowText rows={2} value={fields[field]} onText={(text) => set(field, text)} />
          ) : (
            <Input value={fields[field]} required={field === 'name'} onChange={({ target }) => set(field, target.value)} />
          )}
        </Field>
      ))}
    </FormDialog>
  );
}

type OpinionsProps = CandidatesView & { readonly isOpen: boolean };

function Opinions({ session, candidates, opinions, isOpen }: OpinionsProps) {
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

function SettleList({ session }: { readonly session: Session }) {
  const words = useLabels(labels);
  const may = useMay('ballot.decide');
  const settle = useAct('ballot.settle-list');
  const reopen = useAct('ballot.reopen-list');
  const [isAsking, setAsking] = useState(false);
  if (!may || session.state !== 'preparing') return null;
  const isSettled = session.listSettledOn !== null;
  const confirm = (text: string) =>
    (isSettled ? reopen.send({ sessionId: session.id, reason: text }) : settle.send({ sessionId: session.id, decision: text })).then(() =>
      setAsking(false),
    );
  return (
    <p className="acts no-print">
      <Button type={isSettled ? 'default' : 'primary'} onClick={() => setAsking(true)}>
        {isSettled ? words.reopenList : words.settleList}
      </Button>
      <ReasonDialog
        open={isAsking}
        title={isSettled ? words.reopenList : words.settleList}
        act={isSettled ? words.reopenList : words.settleList}
        {...(!isSettled && { hint: words.decisionHint })}
        onCancel={() => setAsking(false)}
        onConfirm={confirm}
      />
    </p>
  );
}
