import { Button, Checkbox, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { number, shortDate } from '#/kernel/format.ts';
import { STAGES_OF_WORK } from '#/programme/rules/parse/stage-words.ts';
import { isRefused, type StoredFile } from '#/ui/api.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { Photos } from '#/ui/file-drop.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useKept } from '#/ui/kept.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { DayField, Field, SecrecyBand, WhyButton } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { type Finding, findingsOf } from '../rules/sending.ts';
import { findingSentence } from '../words/refusals.ts';
import type { PromiseDetail } from './contract.ts';
import './delivery.css';
import { labels } from './labels.ts';
import { contentFrom, contextFrom, emptyTyped, type Typed } from './sending.ts';
import { promiseName, targetText } from './standing.tsx';

/** 报送: number, this period or in total, photo, one line, send. What looks odd is said before sending. */
export default function ReportForm() {
  const { promiseId } = useParams();
  const words = useLabels(labels);
  const detail = useRead<PromiseDetail>(`/delivery/promise?promiseId=${promiseId}`);
  return <Whole of={detail}>{(it) => <Page title={words.formTitle}>{<Form key={it.standing.promise.id} detail={it} />}</Page>}</Whole>;
}

function Form({ detail }: { readonly detail: PromiseDetail }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { today } = useWorkplace();
  const [query] = useSearchParams();
  const corrects = query.get('corrects');
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
  const why = whyNot(typed, content.overrides.length, findings.length, promise.measure === 'ratio');
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
          });
      }}
    >
      <p className="about">
        <span className="no">{detail.project.no}</span>
        <span>
          <b>{promiseName(promise)}</b>
          <small>
            {detail.project.name} · {targetText(promise, locale)}
          </small>
        </span>
      </p>
      {promise.measure === 'milestone-set' ? (
        <StepsDone detail={detail} typed={typed} set={set} />
      ) : (
        <Value detail={detail} typed={typed} set={set} />
      )}
      <Findings findings={findings} typed={typed} set={set} />
      <div className="two">
        <Field name={words.day}>
          <DayField value={typed.asOf} max={today} onChange={(asOf) => asOf && set({ asOf })} label={words.day} />
        </Field>
        <Field name={words.stage}>
          <Input list="stages" value={typed.stage} onChange={({ target }) => set({ stage: target.value })} />
        </Field>
        <datalist id="stages">
          {STAGES_OF_WORK.map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
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

type PartProps = { readonly detail: PromiseDetail; readonly typed: Typed; readonly set: (part: Partial<Typed>) => void };

function Value({ detail, typed, set }: PartProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { promise, done, doneOn } = detail.standing;
  const isRatio = promise.measure === 'ratio';
  const total =
    typed.value === null || typed.valueKind === null ? null : typed.valueKind === 'this-period' ? typed.value + (done ?? 0) : typed.value;
  return (
    <div className="value-part">
      <Field
        name={words.howMany}
        hint={done !== null && doneOn ? words.lastValue(`${number(done)} ${promise.measureUnit}`, shortDate(doneOn, locale)) : words.noLast}
      >
        <InputNumber
          className="big"
          inputMode="decimal"
          min={0}
          value={typed.value}
          onChange={(value) => set({ value })}
          suffix={promise.measureUnit}
          autoFocus
        />
      </Field>
      {isRatio ? (
        <Field name={words.denominator}>
          <InputNumber
            className="big"
            inputMode="decimal"
            min={0}
            value={typed.denominator}
            onChange={(denominator) => set({ denominator })}
          />
        </Field>
      ) : (
        <fieldset className="kind">
          <legend>{words.kindAsked}</legend>
          <Radio.Group value={typed.valueKind} onChange={({ target }) => set({ valueKind: target.value })}>
            <Radio.Button value="cumulative">
              {words.cumulative} <small>{words.cumulativeHint}</small>
            </Radio.Button>
            <Radio.Button value="this-period">
              {words.thisPeriod} <small>{words.thisPeriodHint}</small>
            </Radio.Button>
          </Radio.Group>
          {total !== null && <p className="hint">{words.becomes(`${number(total)} ${promise.measureUnit}`)}</p>}
        </fieldset>
      )}
      <Checkbox checked={!typed.inMeasure} onChange={({ target }) => set({ inMeasure: !target.checked })}>
        {words.otherMeasure}
      </Checkbox>
    </div>
  );
}

function StepsDone({ detail, typed, set }: PartProps) {
  const words = useLabels(labels);
  const toggle = (id: string, isDone: boolean) =>
    set({ stepsDone: isDone ? [...typed.stepsDone, id] : typed.stepsDone.filter((it) => it !== id) });
  if (detail.steps.length === 0) return null;
  return (
    <fieldset className="kind">
      <legend>{words.stepsDone}</legend>
      {detail.steps.map(({ id, title, dueOn }) => (
        <p key={id}>
          <Checkbox checked={typed.stepsDone.includes(id)} onChange={({ target }) => toggle(id, target.checked)}>
            {title} {dueOn && <small className="soft">{dueOn}</small>}
          </Checkbox>
        </p>
      ))}
    </fieldset>
  );
}

function Findings({
  findings,
  typed,
  set,
}: {
  readonly findings: readonly Finding[];
  readonly typed: Typed;
  readonly set: PartProps['set'];
}) {
  const words = useLabels(labels);
  const locale = useLocale();
  if (findings.length === 0) return null;
  return (
    <div className="notice warn" role="alert">
      <b>{words.findings}</b>
      {findings.map((finding) => (
        <div key={finding.check} className="finding">
          <span>{findingSentence(finding, locale)}</span>
          <Input
            aria-label={words.findingReason}
            placeholder={words.findingReason}
            value={typed.overrides[finding.check] ?? ''}
            onChange={({ target }) => set({ overrides: { ...typed.overrides, [finding.check]: target.value } })}
          />
        </div>
      ))}
    </div>
  );
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
