import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { longDate, number } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Loading, Page, Section, Whole } from '#/ui/page.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
import { words as deliveryWords } from '../words/labels.ts';
import { findingSentence, flagSentence } from '../words/refusals.ts';
import type { PlanWithFlags, Waiting } from './contract.ts';
import './delivery.css';
import { labels } from './labels.ts';
import { promiseName, targetText } from './standing.tsx';

/** The supervision office's inbox: adopt or send back, one by one or all that is clear. */
export default function Inbox() {
  const words = useLabels(labels);
  const list = useYearList();
  const waiting = useRead<Waiting>(list.query && `/delivery/waiting?${list.query}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  return (
    <Page title={words.inbox} lead={words.inboxLead} actions={<ListChoice of={list} />}>
      {list.list ? <Whole of={waiting}>{(it) => <WaitingList waiting={it} programmeId={list.list!.id} />}</Whole> : <NoList />}
    </Page>
  );
}

type Reasons = Readonly<Record<string, Readonly<Record<string, string>>>>;

function overridesOf(reasons: Reasons, reportId: string) {
  return Object.entries(reasons[reportId] ?? {})
    .filter(([, reason]) => reason.trim().length >= 2)
    .map(([check, reason]) => ({ check, reason: reason.trim() }));
}

function WaitingList({ waiting, programmeId }: { readonly waiting: Waiting; readonly programmeId: string }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const adoptMany = useCommand<unknown, { readonly adopted: number }>('delivery.adopt-many');
  const [reasons, setReasons] = useState<Reasons>({});
  const reports = openReports(waiting);
  const isClear = reports.every(({ report, findings }) => overridesOf(reasons, report.id).length >= findings.length);
  const adoptAll = () =>
    adoptMany
      .mutateAsync({
        input: { items: reports.map(({ report }) => ({ reportId: report.id, overrides: overridesOf(reasons, report.id) })) },
      })
      .then(() => message.success(words.adopted))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <>
      <TakeProgress programmeId={programmeId} />
      {waiting.reports.length === 0 && waiting.plans.length === 0 && <EmptyState title={words.inboxEmpty} text={words.inboxEmptyText} />}
      {waiting.reports.length > 1 && (
        <p>
          <Button type="primary" loading={adoptMany.isPending} disabled={!isClear} onClick={adoptAll}>
            {words.adoptAll(waiting.reports.length)}
          </Button>
          {!isClear && <span className="why">{words.needsReasons}</span>}
        </p>
      )}
      {reports.map((item) => (
        <WaitingReport
          key={item.report.id}
          item={item}
          waiting={waiting}
          reasons={reasons[item.report.id] ?? {}}
          onReason={(check, reason) => setReasons({ ...reasons, [item.report.id]: { ...reasons[item.report.id], [check]: reason } })}
          overrides={overridesOf(reasons, item.report.id)}
        />
      ))}
      {waiting.plans.length > 0 && (
        <Section title={words.plans}>
          {waiting.plans.map((it) => (
            <WaitingPlan key={it.plan.id} item={it} waiting={waiting} />
          ))}
        </Section>
      )}
    </>
  );
}

/** In the order of the list; what a report has given its reason for already is not asked again. */
function openReports({ reports, projects, promises }: Waiting): Waiting['reports'] {
  const place = (promiseId: string) => {
    const promise = promises.find(({ id }) => id === promiseId);
    const project = projects.find(({ id }) => id === promise?.projectId);
    return (project?.position ?? 0) * 1000 + (promise?.position ?? 0);
  };
  return reports
    .map(({ report, findings }) => ({
      report,
      findings: findings.filter(({ check }) => !report.overrides.some((given) => given.check === check)),
    }))
    .toSorted((a, b) => place(a.report.promiseId) - place(b.report.promiseId));
}

/** The progress column that was checked with the list becomes reports once it is said what kind of figures it holds. */
function TakeProgress({ programmeId }: { readonly programmeId: string }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const take = useCommand<unknown, { readonly reportIds: readonly string[] }>('delivery.take-progress');
  const run = (valueKind: 'this-period' | 'cumulative') =>
    take
      .mutateAsync({ input: { programmeId, valueKind } })
      .then(({ reportIds }) => message.info(reportIds.length > 0 ? words.taken(reportIds.length) : words.takenNone))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <details className="take">
      <summary>{words.takeTitle}</summary>
      <p>{words.takeText}</p>
      <p>
        <Button loading={take.isPending} onClick={() => run('cumulative')}>
          {words.takeCumulative}
        </Button>{' '}
        <Button disabled={take.isPending} onClick={() => run('this-period')}>
          {words.takePeriod}
        </Button>
      </p>
    </details>
  );
}

type WaitingReportProps = {
  readonly item: Waiting['reports'][number];
  readonly waiting: Waiting;
  readonly reasons: Readonly<Record<string, string>>;
  readonly overrides: readonly { readonly check: string; readonly reason: string }[];
  readonly onReason: (check: string, reason: string) => void;
};

function WaitingReport({ item: { report, findings }, waiting, reasons, overrides, onReason }: WaitingReportProps) {
  const words = useLabels(labels);
  const common = deliveryWords[useLocale()];
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
      <p className="figure">
        {report.value === null ? <span className="soft">{words.noNumber}</span> : <b>{number(report.value)}</b>}{' '}
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

function WaitingPlan({ item: { plan, flags }, waiting }: { readonly item: PlanWithFlags; readonly waiting: Waiting }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const approve = useCommand<unknown, unknown>('delivery.approve-trajectory');
  const withdraw = useCommand<unknown, unknown>('delivery.withdraw-trajectory');
  const promise = waiting.promises.find(({ id }) => id === plan.promiseId)!;
  const act = (command: typeof approve, text: string) =>
    command
      .mutateAsync({ input: { trajectoryId: plan.id }, base: { [plan.id]: plan.rowVersion } })
      .then(() => message.success(text))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <article className="waiting">
      <header>
        <b>{promiseName(promise)}</b> <small className="soft">{targetText(promise, locale)}</small>
      </header>
      <p>
        {words.planVersion(plan.version)} · {words.shapes[plan.shape.kind]} · {plan.startsOn} – {plan.finishOn} · {plan.proposedBy}
      </p>
      {plan.reason && <p>{plan.reason}</p>}
      {flags.map((flag) => (
        <p key={flag.kind} className="notice warn">
          {flagSentence(flag, locale)}
        </p>
      ))}
      <p className="acts">
        <Button type="primary" loading={approve.isPending} onClick={() => act(approve, words.approved)}>
          {words.approvePlan}
        </Button>
        <Button loading={withdraw.isPending} onClick={() => act(withdraw, words.sentBack)}>
          {words.withdrawPlan}
        </Button>
      </p>
    </article>
  );
}
