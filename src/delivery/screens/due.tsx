import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { shortDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Loading, Page, Whole } from '#/ui/page.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
import type { DueReport } from '../rules/due.ts';
import './delivery.css';
import { labels } from './labels.ts';
import { Badge, DoneFigure, lastReport, promiseName } from './standing.tsx';

/** What I owe this month, each one tap from its form. */
export default function DueScreen() {
  const words = useLabels(labels);
  const list = useYearList();
  const due = useRead<readonly DueReport[]>(list.query && `/delivery/my-reports-due?${list.query}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  return (
    <Page title={words.due} lead={words.dueLead} actions={<ListChoice of={list} />}>
      {list.list ? <Whole of={due}>{(items) => <DueList items={items} />}</Whole> : <NoList />}
    </Page>
  );
}

function DueList({ items }: { readonly items: readonly DueReport[] }) {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const [wanted, setWanted] = useState('');
  if (items.length === 0)
    return (
      <EmptyState title={words.nothingDue} text={words.nothingDueText}>
        <Button onClick={() => navigate(`/${district}/board`)}>{words.toBoard}</Button>
      </EmptyState>
    );
  const found = items.filter(({ project, standing }) =>
    `${project.no}${project.name}${promiseName(standing.promise)}`.includes(wanted.trim()),
  );
  return (
    <>
      {items.length > 8 && (
        <Input.Search
          allowClear
          placeholder={words.search}
          aria-label={words.search}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
      )}
      <ul className="due-list">
        {found.map((item) => (
          <DueLine key={item.standing.promise.id} item={item} />
        ))}
      </ul>
    </>
  );
}

function DueLine({ item: { project, standing, dueOn, isWaiting } }: { readonly item: DueReport }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { district } = useWorkplace();
  return (
    <li>
      <Link to={`/${district}/promises/${standing.promise.id}/report`}>
        <span className="no">{project.no}</span>
        <span className="what">
          <b>{promiseName(standing.promise)}</b>
          <small>
            {project.name} · {lastReport(standing, locale)}
          </small>
        </span>
        <DoneFigure standing={standing} />
        <span className="state">
          <Badge light={standing.light} />
          <small>{isWaiting ? words.isWaiting : words.dueBy(shortDate(dueOn, locale))}</small>
        </span>
      </Link>
    </li>
  );
}
