import { App, Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { longDate, number, percent } from '#/kernel/format.ts';
import type { StoredFile } from '#/ui/api.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { Markup } from '#/ui/parts.tsx';
import { Photos } from '#/ui/photos.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { isWaiting, type Report } from '../rules/report.ts';
import { words as deliveryWords } from '../words/labels.ts';
import { breakSentence, forecastSentence } from '../words/lights.ts';
import { chartOf } from './chart.ts';
import type { PromiseDetail } from './contract.ts';
import { CountSourceSection } from './count-source.tsx';
import './delivery.css';
import { labels } from './labels.ts';
import { RecentSection } from './recent-compared.tsx';
import { BehindSaid, Evidence } from './report-said.tsx';
import { useSpeaksFor } from './speaks-for.ts';
import { DoneFigure, PaceBar, promiseName, StandingBadge, targetText, verifiedText, whyOf } from './standing.tsx';
import { VerdictsOn } from './verdicts.tsx';

/** One promise: where it stands, its plan and its reports, opened down to who said what and when. */
export default function PromiseScreen() {
  const { promiseId } = useParams();
  const detail = useRead<PromiseDetail>(`/delivery/promise?promiseId=${promiseId}`);
  return <Whole of={detail}>{(it) => <PromiseView detail={it} />}</Whole>;
}

function PromiseView({ detail }: { readonly detail: PromiseDetail }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const [mayReport, mayPlan] = [useMay('delivery.report'), useMay('delivery.plan')];
  const { standing, project } = detail;
  const speaks = useSpeaksFor(project);
  const address = `/${district}/promises/${standing.promise.id}`;
  return (
    <Page
      title={promiseName(standing.promise)}
      lead={`${project.no} ${project.name} · ${detail.leadUnit ? words.lead(detail.leadUnit) : words.noLead}`}
      actions={
        <>
          {speaks && mayReport && (
            <Button type="primary" onClick={() => navigate(`${address}/report`)}>
              {words.report}
            </Button>
          )}
          {speaks && mayPlan && <Button onClick={() => navigate(`${address}/plan`)}>{words.proposePlan}</Button>}
          <Accept detail={detail} />
        </>
      }
    >
      <div className="stand">
        <DoneFigure standing={standing} />
        <PaceBar standing={standing} />
        <StandingBadge standing={standing} />
      </div>
      <p>{whyOf(standing, locale)}</p>
      <Facts detail={detail} />
      <Chart detail={detail} />
      <RecentSection detail={detail} />
      <Section title={words.history}>
        <History detail={detail} />
      </Section>
      <CountSourceSection detail={detail} />
      <Plans detail={detail} />
      <CountingRule standing={standing} />
    </Page>
  );
}

/** 计数口径 as the list has it; what is counted from records says its own further up. */
function CountingRule({ standing: { promise, doneFrom } }: Pick<PromiseDetail, 'standing'>) {
  const words = useLabels(labels);
  const rule = promise.countingRule;
  if (rule === null && doneFrom === 'records') return null;
  return (
    <Section title={words.countingRule}>
      {rule === null ? <p className="soft">{words.ruleOpen}</p> : <p>{[rule.counts, rule.when, rule.proof].join('；')}</p>}
    </Section>
  );
}

function Accept({ detail }: { readonly detail: PromiseDetail }) {
  const words = useLabels(labels);
  const { message } = App.useApp();
  const may = useMay('delivery.adopt');
  const accept = useCommand<unknown, unknown>('delivery.accept-completion');
  const [isAsking, setAsking] = useState(false);
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  if (!may || !detail.standing.reasons.some(({ code }) => code === 'target-met-unverified')) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{words.accept}</Button>
      <ReasonDialog
        open={isAsking}
        title={words.accept}
        act={words.accept}
        hint={words.acceptHint}
        onCancel={() => setAsking(false)}
        onConfirm={(note) =>
          accept
            .mutateAsync({ input: { promiseId: detail.standing.promise.id, note, evidence: files.map(({ digest }) => digest) } })
            .then(() => {
              message.success(words.accepted);
              setAsking(false);
            })
        }
      >
        <Photos value={files} onChange={setFiles} />
      </ReasonDialog>
    </>
  );
}

function Facts({ detail: { standing } }: { readonly detail: PromiseDetail }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { pace, promise, plan } = standing;
  const rows: [string, string][] = [[words.target, targetText(promise, locale)]];
  if (pace) {
    rows.push([words.planned, `${number(pace.expected, pace.expected < 100 ? 1 : 0)} ${promise.measureUnit}`]);
    rows.push([words.gap, words.points2(number(pace.gapPoints, 1))]);
    rows.push([pace.behindDays >= 0 ? words.behindDays : words.daysAhead, words.days(number(Math.abs(pace.behindDays), 0))]);
    const forecast = forecastSentence(standing, locale);
    if (forecast) rows.push([words.forecast, forecast]);
  }
  const verified = verifiedText(standing, locale);
  if (verified) rows.push([words.verdicts, verified]);
  if (plan) rows.push([words.plan, plan.kind === 'approved' ? words.planVersion(plan.version) : words.defaultLine]);
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The curve with its data table beside it. */
function Chart({ detail }: { readonly detail: PromiseDetail }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { today } = useWorkplace();
  const drawn = chartOf(detail, today, locale);
  const broken = breakSentence(detail.points, locale);
  if (!drawn) return null;
  return (
    <Section title={words.chart}>
      <Markup className="chart" of={drawn} />
      {broken !== null && <p className="soft">{broken}</p>}
      {detail.points.length > 0 && (
        <table className="points">
          <thead>
            <tr>
              <th>{words.date}</th>
              <th>{words.value}</th>
              <th>%</th>
            </tr>
          </thead>
          <tbody>
            {detail.points.map(({ on, value }) => (
              <tr key={on}>
                <td>{on}</td>
                <td>
                  {number(value)} {detail.standing.promise.measureUnit}
                </td>
                <td>{detail.standing.promise.target ? percent(value / detail.standing.promise.target) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function History({ detail }: { readonly detail: PromiseDetail }) {
  const words = useLabels(labels);
  if (detail.reports.length === 0) return <p className="soft">{words.noHistory}</p>;
  return (
    <ol className="history">
      {detail.reports
        .toSorted((a, b) => b.submittedAt.localeCompare(a.submittedAt))
        .map((report) => (
          <HistoryLine key={report.id} report={report} verdicts={detail.verdicts} />
        ))}
    </ol>
  );
}

function HistoryLine({ report, verdicts }: { readonly report: Report; readonly verdicts: PromiseDetail['verdicts'] }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const common = deliveryWords[locale];
  const { district } = useWorkplace();
  const mayReport = useMay('delivery.report');
  const mayCorrect =
    mayReport && (report.state === 'adopted' || report.state === 'sent-back' || isWaiting(report)) && report.state !== 'proposed';
  return (
    <li className={report.state === 'superseded' || report.state === 'sent-back' ? 'past' : ''}>
      <p className="head">
        <b>{longDate(report.asOf, locale)}</b>{' '}
        {report.value !== null && (
          <span className="figure">
            <b>{number(report.value)}</b> <small>{report.measureUnit}</small>{' '}
            {report.valueKind && <small>{common.valueKinds[report.valueKind]}</small>}
          </span>
        )}{' '}
        {report.stage} <span className="state">{common.states[report.state]}</span>
        {mayCorrect && (
          <Link to={`/${district}/promises/${report.promiseId}/report?corrects=${report.id}`}>
            <Button size="small" type="link">
              {words.correct}
            </Button>
          </Link>
        )}
      </p>
      {report.text && <p>{report.text}</p>}
      <BehindSaid report={report} />
      {report.correctionReason && <p className="soft">{words.reasonGiven(common.correct, report.correctionReason)}</p>}
      {report.sentBackReason && <p className="notice bad">{words.reasonGiven(common.sendBack, report.sentBackReason)}</p>}
      {report.overrides.map(({ check, reason }) => (
        <p key={check} className="soft">
          {words.reasonGiven(common.checks[check], reason)}
        </p>
      ))}
      <p className="soft">
        {report.submittedBy}
        {report.onBehalf ? `（${common.onBehalf}）` : ''}
        {report.unitReviewedBy ? ` → ${report.unitReviewedBy}` : ''}
        {report.decidedBy ? ` → ${report.decidedBy}` : ''}
      </p>
      <Evidence digests={report.evidence} />
      <VerdictsOn reportId={report.id} verdicts={verdicts} />
    </li>
  );
}

function Plans({ detail }: { readonly detail: PromiseDetail }) {
  const words = useLabels(labels);
  const common = deliveryWords[useLocale()];
  if (detail.plans.length === 0) return null;
  return (
    <Section title={words.plan}>
      <ul className="plans">
        {detail.plans.map(({ plan }) => (
          <li key={plan.id}>
            <b>{words.planVersion(plan.version)}</b> {words.shapes[plan.shape.kind]} · {plan.startsOn} – {plan.finishOn} ·{' '}
            {common.planStates[plan.state]}
            {plan.approvedOn ? ` ${plan.approvedOn}` : ''} {plan.digest && <code title={plan.digest}>{plan.digest.slice(0, 12)}</code>}
            {plan.reason && <p className="soft">{plan.reason}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
