import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { dayInChina } from '#/kernel/civil-date.ts';
import { shortDate } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Loading, Page, Section, Whole } from '#/ui/page.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
import type { Waiting } from './contract.ts';
import './delivery.css';
import './inbox.css';
import { labels } from './labels.ts';
import { reviewLabels } from './review-labels.ts';
import { WaitingPlan } from './waiting-plan.tsx';
import { WaitingReport } from './waiting-report.tsx';

/** The supervision office's inbox: adopt or send back, one by one or all that is clear. */
export default function Inbox() {
  return <InboxOf step="office" />;
}

/** What waits for one step of review: the office's, or that of the unit. */
export function InboxOf({ step }: { readonly step: 'office' | 'unit' }) {
  const words = useLabels(labels);
  const more = useLabels(reviewLabels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const list = useYearList();
  const waiting = useRead<Waiting>(list.query && `/delivery/waiting?${list.query}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  return (
    <Page
      title={step === 'office' ? words.inbox : more.unitReview}
      lead={step === 'office' ? words.inboxLead : more.unitReviewLead}
      actions={
        <>
          <ListChoice of={list} />
          {step === 'office' && <Button onClick={() => navigate(`/${district}/reports/forms`)}>{words.forms}</Button>}
        </>
      }
    >
      {list.list ? <Whole of={waiting}>{(it) => <WaitingList waiting={it} programmeId={list.list!.id} step={step} />}</Whole> : <NoList />}
    </Page>
  );
}

type Reasons = Readonly<Record<string, Readonly<Record<string, string>>>>;

function overridesOf(reasons: Reasons, reportId: string) {
  return Object.entries(reasons[reportId] ?? {})
    .filter(([, reason]) => reason.trim().length >= 2)
    .map(([check, reason]) => ({ check, reason: reason.trim() }));
}

type WaitingListProps = { readonly waiting: Waiting; readonly programmeId: string; readonly step: 'office' | 'unit' };

function WaitingList({ waiting: all, programmeId, step }: WaitingListProps) {
  const isOffice = step === 'office';
  const waiting = { ...all, reports: all.reports.filter(({ report }) => (report.state !== 'unit-review') === isOffice) };
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const adoptMany = useCommand<unknown, { readonly adopted: number }>('delivery.adopt-many');
  const [reasons, setReasons] = useState<Reasons>({});
  const [query, setQuery] = useSearchParams();
  const isTaking = query.get('take') === 'progress';
  const reports = openReports(waiting);
  const isClear = reports.every(({ report, findings }) => overridesOf(reasons, report.id).length >= findings.length);
  const adoptAll = () =>
    adoptMany
      .mutateAsync({
        input: { items: reports.map(({ report }) => ({ reportId: report.id, overrides: overridesOf(reasons, report.id) })) },
      })
      .then(() => message.success(words.adopted))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  const leaveTaking = () => {
    query.delete('take');
    setQuery(query, { replace: true });
  };
  return (
    <>
      {isOffice && <TakeProgress key={String(isTaking)} programmeId={programmeId} isOpen={isTaking} onTaken={leaveTaking} />}
      {!isTaking && waiting.reports.length === 0 && waiting.plans.length === 0 && <NothingWaits step={step} />}
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
      {isOffice && waiting.reports.length > 1 && (
        <footer className="adopt-all no-print">
          {!isClear && <span className="why">{words.needsReasons}</span>}
          <Button type="primary" loading={adoptMany.isPending} disabled={!isClear} onClick={adoptAll}>
            {words.adoptAll(waiting.reports.length)}
          </Button>
        </footer>
      )}
      <Elsewhere waiting={waiting} />
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

function NothingWaits({ step }: { readonly step: 'office' | 'unit' }) {
  const words = useLabels(labels);
  const more = useLabels(reviewLabels);
  return step === 'office' ? (
    <EmptyState title={words.inboxEmpty} text={words.inboxEmptyText} />
  ) : (
    <EmptyState title={more.unitReviewEmpty} text={more.unitReviewEmptyText} />
  );
}

/** What waits for whom, when it is somebody else. */
function Elsewhere({ waiting: { elsewhere } }: { readonly waiting: Waiting }) {
  const words = useLabels(reviewLabels);
  const locale = useLocale();
  if (elsewhere.length === 0) return null;
  return (
    <Section title={words.elsewhere}>
      <ul>
        {elsewhere.map(({ unit, count, since }) => {
          const day = shortDate(dayInChina(new Date(since)), locale);
          return <li key={unit ?? ''}>{unit === null ? words.atOffice(count, day) : words.atUnit(unit, count, day)}</li>;
        })}
      </ul>
    </Section>
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
    .map(({ report, findings, ifAdopted }) => ({
      report,
      ifAdopted,
      findings: findings.filter(({ check }) => !report.overrides.some((given) => given.check === check)),
    }))
    .toSorted((a, b) => place(a.report.promiseId) - place(b.report.promiseId));
}

type Taken = { readonly reportIds: readonly string[]; readonly withoutFigure: readonly string[] };
type TakeProgressProps = { readonly programmeId: string; readonly isOpen: boolean; readonly onTaken: () => void };

/** The progress column that was checked with the list becomes reports once it is said what kind of figures it holds. */
function TakeProgress({ programmeId, isOpen, onTaken }: TakeProgressProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const take = useCommand<unknown, Taken>('delivery.take-progress');
  const run = (valueKind: 'this-period' | 'cumulative') =>
    take
      .mutateAsync({ input: { programmeId, valueKind } })
      .then(({ reportIds, withoutFigure }) => {
        const left = withoutFigure.length > 0 ? words.takenWithoutFigure(withoutFigure.join('；')) : '';
        message.info(`${reportIds.length > 0 ? words.taken(reportIds.length) : words.takenNone}${left}`, 8);
        onTaken();
      })
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <details className="take" open={isOpen}>
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
