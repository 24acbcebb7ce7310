import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { longDate, number } from '#/kernel/format.ts';
import type { Measure } from '#/programme/rules/programme.ts';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { Report } from '../rules/report.ts';
import { words as deliveryWords } from '../words/labels.ts';
import { findingSentence } from '../words/refusals.ts';
import type { Waiting } from './contract.ts';
import { labels } from './labels.ts';
import { promiseName, targetText } from './standing.tsx';

/** Of these a stage before the first output says that nothing is done yet. */
const ZERO_BY_STAGE: readonly Measure[] = ['cumulative', 'stock'];

type WaitingReportProps = {
  readonly item: Waiting['reports'][number];
  readonly waiting: Waiting;
  readonly reasons: Readonly<Record<string, string>>;
  readonly overrides: readonly { readonly check: string; readonly reason: string }[];
  readonly onReason: (check: string, reason: string) => void;
};

export function WaitingReport({ item: { report, findings }, waiting, reasons, overrides, onReason }: WaitingReportProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const { district } = useWorkplace();
  const adopt = useCommand<unknown, unknown>('delivery.adopt-report');
  const sendBack = useCommand<unknown, unknown>('delivery.send-back-report');
  const [isAsking, setAsking] = useState(false);
  const promise = waiting.promises.find(({ id }) => id === report.promiseId)!;
  const project = waiting.projects.find(({ id }) => id === promise.projectId)!;
  const base = { [report.id]: report.version };
  const say = (text: string) => () => message.success(text);
  return (
    <article className="waiting">
      <header>
        <span className="no">{project.no}</span>
        <Link className="plain-link" to={`/${district}/promises/${promise.id}`}>
          {promiseName(promise)}
        </Link>
        <small className="soft">{targetText(promise, locale)}</small>
      </header>
      <ReportSaid report={report} isZeroByStage={report.beforeOutput && ZERO_BY_STAGE.includes(promise.measure)} />
      {findings.map((finding) => (
        <div key={finding.check} className="notice warn finding">
          <span>{findingSentence(finding, locale)}</span>
          <Input
            aria-label={words.findingReason}
            placeholder={words.findingReason}
            value={reasons[finding.check] ?? ''}
            onChange={({ target }) => onReason(finding.check, target.value)}
          />
        </div>
      ))}
      <p className="acts">
        <Button
          disabled={overrides.length < findings.length}
          loading={adopt.isPending}
          onClick={() =>
            adopt
              .mutateAsync({ input: { reportId: report.id, overrides }, base })
              .then(say(words.adopted))
              .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8))
          }
        >
          {words.adopt}
        </Button>
        <Button onClick={() => setAsking(true)}>{words.sendBack}</Button>
      </p>
      <ReasonDialog
        open={isAsking}
        title={words.sendBack}
        act={words.sendBack}
        hint={words.sendBackHint}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) => sendBack.mutateAsync({ input: { reportId: report.id, reason }, base }).then(say(words.sentBack))}
      />
    </article>
  );
}

/** What a report says: figure, stage, words, evidence, and the reasons it gave for what looked odd. */
function ReportSaid({ report, isZeroByStage }: { readonly report: Report; readonly isZeroByStage: boolean }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const common = deliveryWords[locale];
  return (
    <>
      <p className="figure">
        {report.value === null ? (
          <span className="soft">{isZeroByStage ? words.zeroByStage : words.noNumber}</span>
        ) : (
          <b>{number(report.value)}</b>
        )}{' '}
        {report.value !== null && <small>{report.measureUnit}</small>}{' '}
        {report.valueKind && <small>{common.valueKinds[report.valueKind]}</small>} {report.stage && <b className="word">{report.stage}</b>}
        {!report.inMeasure && <small className="soft">（{words.notCounted}）</small>}
      </p>
      {report.text && <p>{report.text}</p>}
      <p className="soft">
        {common.asOf} {longDate(report.asOf, locale)} · {report.state === 'proposed' ? words.proposedFrom : report.submittedBy}
        {report.onBehalf && report.state !== 'proposed' ? ` · ${common.onBehalf}` : ''}
      </p>
      <Evidence digests={report.evidence} />
      {report.overrides.map(({ check, reason }) => (
        <p key={check} className="notice">
          {words.reasonGiven(common.checks[check], reason)}
        </p>
      ))}
    </>
  );
}

export function Evidence({ digests }: { readonly digests: readonly string[] }) {
  const { district } = useWorkplace();
  const words = useLabels(labels);
  if (digests.length === 0) return null;
  return (
    <p className="evidence">
      {digests.map((digest, index) => (
        <a key={digest} href={`/api/${district}/files/${digest}?as=display`} target="_blank" rel="noreferrer">
          <img src={`/api/${district}/files/${digest}?as=display`} alt={`${words.photos} ${index + 1}`} loading="lazy" />
        </a>
      ))}
    </p>
  );
}
