import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Loading, Page, Section, Whole } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
import { monthWord } from '../words/review-refusals.ts';
import type { MyWeek } from './contract.ts';
import './delivery.css';
import { AskLine, OtherLine } from './due-lines.tsx';
import { labels } from './labels.ts';
import { promiseName } from './standing.tsx';
import { weekLabels } from './week-labels.ts';
import './week.css';

/** What is asked of me this month, each answered from here; then everything else, so that nothing has to be searched for. */
export default function DueScreen() {
  const words = useLabels(labels);
  const list = useYearList();
  const week = useRead<MyWeek>(list.query && `/delivery/my-week?${list.query}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  return (
    <Page title={words.due} lead={words.dueLead} actions={<ListChoice of={list} />}>
      {list.list ? <Whole of={week}>{(it) => <WeekView week={it} />}</Whole> : <NoList />}
    </Page>
  );
}

function WeekView({ week: { asks, others, toReview, last } }: { readonly week: MyWeek }) {
  const words = useLabels(labels);
  const more = useLabels(weekLabels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const [wanted, setWanted] = useState('');
  const isWanted = ({ project, standing }: Pick<MyWeek['others'][number], 'project' | 'standing'>) =>
    `${project.no}${project.name}${promiseName(standing.promise)}`.includes(wanted.trim());
  return (
    <>
      <Reminders toReview={toReview} last={last} />
      {asks.length + others.length > 8 && (
        <Input.Search
          allowClear
          placeholder={words.search}
          aria-label={words.search}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
      )}
      {asks.length === 0 ? (
        <EmptyState title={words.nothingDue} text={words.nothingDueText}>
          <Button onClick={() => navigate(`/${district}/board`)}>{words.toBoard}</Button>
        </EmptyState>
      ) : (
        <ul className="due-list">
          {asks.filter(isWanted).map((ask) => (
            <AskLine key={ask.standing.promise.id} ask={ask} />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <Section title={more.others}>
          <p className="soft">{more.othersLead}</p>
          <ul className="due-list">
            {others.filter(isWanted).map((it) => (
              <OtherLine key={it.standing.promise.id} of={it} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** What waits for the head of the unit besides reports: reviews, and the month before this one. */
function Reminders({ toReview, last }: Pick<MyWeek, 'toReview' | 'last'>) {
  const words = useLabels(weekLabels);
  const locale = useLocale();
  const { district } = useWorkplace();
  const mayReview = useMay('delivery.review');
  const mayApprove = useMay('delivery.approve-period');
  const isOpen = last !== null && last.state === 'open';
  const month = last === null ? '' : monthWord(last.period, locale);
  const isReady = isOpen && last.unanswered.length === 0 && mayApprove;
  return (
    <>
      {mayReview && toReview > 0 && (
        <p className="notice">
          {words.reviewWaits(toReview)} · <Link to={`/${district}/unit-review`}>{words.toReview}</Link>
        </p>
      )}
      {isOpen && (last.unanswered.length > 0 || isReady) && (
        <p className="notice">
          {isReady ? words.lastReady(month) : words.lastOpen(month, last.unanswered.length)} ·{' '}
          <Link to={`/${district}/periods?period=${last.period}`}>{words.toPeriods}</Link>
        </p>
      )}
    </>
  );
}
