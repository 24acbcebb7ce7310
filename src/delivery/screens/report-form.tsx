import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { isRefused, type StoredFile } from '#/ui/api.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useKept } from '#/ui/kept.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { Field, SecrecyBand, WhyButton } from '#/ui/parts.tsx';
import { Photos } from '#/ui/photos.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { type Finding, findingsOf } from '../rules/sending.ts';
import { findingSentence, wordsOf } from '../words/refusals.ts';
import type { PromiseDetail } from './contract.ts';
import './delivery.css';
import './week.css';
import { labels } from './labels.ts';
import { isBehindLight, OwnLight, ownStanding } from './own-light.tsx';
import { About, DayAndStage, Findings, StepsDone, Value } from './report-parts.tsx';
import { contentFrom, contextFrom, emptyTyped, isCounted, type Typed } from './sending.ts';

/** 报送 on a page of its own. */
export default function ReportForm() {
  const { promiseId } = useParams();
  const [query] = useSearchParams();
  const words = useLabels(labels);
  return (
    <Page title={words.formTitle}>
      <ReportPanel promiseId={promiseId!} corrects={query.get('corrects')} />
    </Page>
  );
}

type PanelProps = {
  readonly promiseId: string;
  /** The report that is corrected. */
  readonly corrects: string | null;
  /** Told once it is sent; without it the panel itself says so and what can be done next. */
  readonly onSent?: () => void;
};

/** 报送: number, this period or in total, photo, one line, send. What looks odd is said before sending. */
export function ReportPanel({ promiseId, corrects, onSent }: PanelProps) {
  const detail = useRead<PromiseDetail>(`/delivery/promise?promiseId=${promiseId}`);
  return <Whole of={detail}>{(it) => <Form key={it.standing.promise.id} detail={it} corrects={corrects} onSent={onSent} />}</Whole>;
}

type FormProps = { readonly detail: PromiseDetail; readonly corrects: string | null; readonly onSent: (() => void) | undefined };

function Form({ detail, corrects, onSent }: FormProps) {
  const words = useLabels(labels);
  const { today } = useWorkplace();
  const { promise } = detail.standing;
  const place = `report:${promise.id}:${corrects ?? ''}`;
  const [typed, setTyped, clearTyped] = useKept<Typed>(place, emptyTyped(today));
  const [files, setFiles, clearFiles] = useKept<readonly StoredFile[]>(`${place}:files`, []);
  const { send, busy, fault, isSent } = useSending(detail, corrects);
  const [reason, setReason] = useState('');
  const content = contentFrom(
    typed,
    detail,
    files.map(({ digest }) => digest),
  );
  const findings = findingsOf(content, contextFrom(detail, today, corrects));
  const isUnexplained = content.behindReason === null && isBehindLight(ownStanding(detail, content, corrects, today)?.light);
  const why =
    whyNot(typed, content.overrides.length, findings.length, promise.measure === 'ratio') ?? (isUnexplained ? 'behindMissing' : null);
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  if (isSent) return <Sent />;
  return (
    <form
      className="report-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!why)
          send(content, reason, () => {
            clearTyped();
            clearFiles();
            onSent?.();
          });
      }}
    >
      <About detail={detail} />
      <Counts detail={detail} typed={typed} set={set} />
      <Findings findings={findings} typed={typed} set={set} />
      <OwnLight detail={detail} content={content} corrects={corrects} typed={typed} set={set} />
      <DayAndStage typed={typed} set={set} />
      <div className="field">
        <span className="name">{words.photos}</span>
        <SecrecyBand inline />
        <Photos value={files} onChange={setFiles} />
      </div>
      <Field name={words.text}>
        <GrowText value={typed.text} onText={(text) => set({ text })} />
      </Field>
      {corrects && (
        <Field name={words.correctionReason}>
          <GrowText value={reason} onText={setReason} />
        </Field>
      )}
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
      <div className="send-bar">
        <WhyButton type="primary" htmlType="submit" size="large" block loading={busy} why={why && words[why]}>
          {corrects ? words.sendCorrection : words.send}
        </WhyButton>
        {why && <small className="soft">{words[why]}</small>}
      </div>
    </form>
  );
}

function whyNot(typed: Typed, given: number, found: number, isRatio: boolean): 'nothingYet' | 'kindMissing' | 'reasonsMissing' | null {
  if (typed.value === null && typed.stepsDone.length === 0 && !typed.stage.trim() && !typed.text.trim()) return 'nothingYet';
  if (typed.value !== null && typed.valueKind === null && !isRatio) return 'kindMissing';
  return given < found ? 'reasonsMissing' : null;
}

function useSending(detail: PromiseDetail, corrects: string | null) {
  const locale = useLocale();
  const submit = useCommand<unknown, unknown>('delivery.submit-report');
  const correct = useCommand<unknown, unknown>('delivery.correct-report');
  const [fault, setFault] = useState<string | null>(null);
  const [isSent, setSent] = useState(false);
  const send = async (content: unknown, reason: string, onSent: () => void) => {
    setFault(null);
    const original = detail.reports.find(({ id }) => id === corrects);
    try {
      if (original)
        await correct.mutateAsync({ input: { reportId: original.id, reason, content }, base: { [original.id]: original.version } });
      else await submit.mutateAsync({ input: content });
      onSent();
      setSent(true);
    } catch (problem) {
      const findings =
        isRefused(problem) && problem.refusal.kind === 'open-findings' ? (problem.refusal.findings as readonly Finding[]) : null;
      setFault(findings ? findings.map((finding) => findingSentence(finding, locale)).join('；') : sentenceOf(problem, locale));
    }
  };
  return { send, busy: submit.isPending || correct.isPending, fault, isSent };
}

function Sent() {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  return (
    <EmptyState title={words.sent} text={words.sentText}>
      <Button type="primary" onClick={() => navigate(`/${district}/reports`)}>
        {words.another}
      </Button>
      <Button onClick={() => navigate(`/${district}/board`)}>{words.toBoard}</Button>
    </EmptyState>
  );
}

/** What is counted from sites or records is not typed; words and pictures still are. */
function Counts(props: Parameters<typeof Value>[0]) {
  const locale = useLocale();
  if (isCounted(props.detail)) return <p className="notice">{wordsOf({ kind: 'counted-by-records' }, locale)}</p>;
  return props.detail.standing.promise.measure === 'milestone-set' ? <StepsDone {...props} /> : <Value {...props} />;
}
