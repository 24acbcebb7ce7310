import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay } from '#/ui/session.ts';
import type { Candidate, Opinion } from '../rules/candidate.ts';
import type { Session } from '../rules/session.ts';
import { sentenceOfCandidateRemark } from '../words/remarks.ts';
import { EditCandidate, FIELDS } from './edit-candidate.tsx';
import { ImportBox } from './import-box.tsx';
import { labels } from './labels.ts';
import { Opinions } from './opinions.tsx';
import { Room, useAct, useDocument } from './room.tsx';

type CandidatesView = { readonly session: Session; readonly candidates: readonly Candidate[]; readonly opinions: readonly Opinion[] };

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
            template="/ballot/candidates/template.xlsx"
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
