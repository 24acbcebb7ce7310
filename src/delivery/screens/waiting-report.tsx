import { App, Button, Input, Radio } from 'antd';
import { useState } from 'react';
import type { Measure } from '#/programme/rules/programme.ts';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { WhyButton } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import type { Report } from '../rules/report.ts';
import { findingSentence } from '../words/refusals.ts';
import type { Waiting } from './contract.ts';
import { labels } from './labels.ts';
import { PromiseHead } from './promise-head.tsx';
import { IfAdopted, ReportSaid } from './report-said.tsx';
import { reviewLabels } from './review-labels.ts';
import { useIsOwnEntry } from './speaks-for.ts';
import { targetText } from './standing.tsx';

/** Of these a stage before the first output says that nothing is done yet. */
const ZERO_BY_STAGE: readonly Measure[] = ['cumulative', 'stock'];

type WaitingReportProps = {
  readonly item: Waiting['reports'][number];
  readonly waiting: Waiting;
  readonly reasons: Readonly<Record<string, string>>;
  readonly overrides: readonly { readonly check: string; readonly reason: string }[];
  readonly onReason: (check: string, reason: string) => void;
};

/** One report that waits, with what the checks find, the light it would give, and the acts of whoever decides it. */
export function WaitingReport({ item, waiting, reasons, overrides, onReason }: WaitingReportProps) {
  const { report, findings, ifAdopted } = item;
  const words = useLabels(labels);
  const locale = useLocale();
  const promise = waiting.promises.find(({ id }) => id === report.promiseId)!;
  return (
    <article className="waiting">
      <PromiseHead promise={promise} projects={waiting.projects}>
        {targetText(promise, locale)}
      </PromiseHead>
      <ReportSaid report={report} isZeroByStage={report.beforeOutput && ZERO_BY_STAGE.includes(promise.measure)} />
      <IfAdopted report={report} {...ifAdopted} />
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
      {report.state === 'unit-review' ? (
        <UnitActs report={report} />
      ) : (
        <OfficeActs report={report} overrides={overrides} isClear={overrides.length >= findings.length} />
      )}
    </article>
  );
}

type OfficeActsProps = { readonly report: Report; readonly overrides: WaitingReportProps['overrides']; readonly isClear: boolean };

function OfficeActs({ report, overrides, isClear }: OfficeActsProps) {
  const words = useLabels(labels);
  const more = useLabels(reviewLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const adopt = useCommand<unknown, unknown>('delivery.adopt-report');
  const sendBack = useCommand<unknown, unknown>('delivery.send-back-report');
  const [isAsking, setAsking] = useState(false);
  const [to, setTo] = useState<'reporter' | 'unit-review'>('reporter');
  const isOwn = useIsOwnEntry(report) && report.source === null && report.state !== 'proposed';
  const base = { [report.id]: report.version };
  const say = (text: string) => () => message.success(text);
  const run = () =>
    adopt
      .mutateAsync({ input: { reportId: report.id, overrides }, base })
      .then(say(words.adopted))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <p className="acts">
      <WhyButton disabled={!isClear} why={isOwn ? more.ownEntry : null} loading={adopt.isPending} onClick={run}>
        {words.adopt}
      </WhyButton>
      <Button onClick={() => setAsking(true)}>{words.sendBack}</Button>
      <ReasonDialog
        open={isAsking}
        title={words.sendBack}
        act={words.sendBack}
        hint={words.sendBackHint}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) => sendBack.mutateAsync({ input: { reportId: report.id, reason, to }, base }).then(say(words.sentBack))}
      >
        {report.unitReviewedBy !== null && (
          <Radio.Group className="send-back-to" value={to} onChange={({ target }) => setTo(target.value)} aria-label={more.sendBackTo}>
            <Radio value="reporter">{more.toReporter}</Radio>
            <Radio value="unit-review">{more.toUnitReview}</Radio>
          </Radio.Group>
        )}
      </ReasonDialog>
    </p>
  );
}

function UnitActs({ report }: { readonly report: Report }) {
  const words = useLabels(reviewLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const review = useCommand<unknown, unknown>('delivery.review-report');
  const [isAsking, setAsking] = useState(false);
  const isOwn = useIsOwnEntry(report);
  const base = { [report.id]: report.version };
  const pass = () =>
    review
      .mutateAsync({ input: { reportId: report.id, decision: 'pass' }, base })
      .then(() => message.success(words.passed))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <>
      {report.sentBackReason && <p className="notice warn">{words.officeSaid(report.sentBackReason)}</p>}
      <p className="acts">
        <WhyButton type="primary" why={isOwn ? words.ownEntry : null} loading={review.isPending} onClick={pass}>
          {words.pass}
        </WhyButton>
        <WhyButton why={isOwn ? words.ownEntry : null} onClick={() => setAsking(true)}>
          {words.returnToReporter}
        </WhyButton>
      </p>
      <ReasonDialog
        open={isAsking}
        title={words.returnToReporter}
        act={words.returnToReporter}
        hint={words.returnHint}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) =>
          review
            .mutateAsync({ input: { reportId: report.id, decision: 'send-back', reason }, base })
            .then(() => message.success(words.returned))
        }
      />
    </>
  );
}
