import { Button, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useRead } from '#/ui/data.ts';
import { useLabels } from '#/ui/locale.tsx';
import { EmptyState, Loading, Page, Section, Whole } from '#/ui/page.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
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

function WeekView({ week: { asks, others } }: { readonly week: MyWeek }) {
  const words = useLabels(labels);
  const more = useLabels(weekLabels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const [wanted, setWanted] = useState('');
  const isWanted = ({ project, standing }: Pick<MyWeek['others'][number], 'project' | 'standing'>) =>
    `${project.no}${project.name}${promiseName(standing.promise)}`.includes(wanted.trim());
  return (
    <>
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
