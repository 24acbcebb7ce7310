import { Button, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { shortDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Section, Whole } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { NoList, useYearList } from '#/ui/year-list.tsx';
import { TIMES } from '../rules/order.ts';
import type { MyWeek, ShownDuty } from '../rules/views.ts';
import { DutyLine } from './duty-line.tsx';
import { labels } from './labels.ts';
import './notices.css';

/** 我的本周, the first page after log-in: everything the post owes, each answered from here; then what others owe. */
export default function MyWeekScreen() {
  const words = useLabels(labels);
  const week = useRead<MyWeek>('/notices/my-week');
  return (
    <Page title={words.week} lead={words.weekLead} actions={<WeekLinks unread={week.data?.unread ?? 0} />}>
      <Whole of={week}>{(it) => <WeekView week={it} />}</Whole>
    </Page>
  );
}

function WeekLinks({ unread }: { readonly unread: number }) {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const mayReport = useMay('delivery.report');
  const to = (path: string) => () => navigate(`/${district}/${path}`);
  return (
    <>
      <Button onClick={to('my-week/inbox')} type={unread > 0 ? 'primary' : 'default'}>
        {unread > 0 ? words.unread(unread) : words.inbox}
      </Button>
      <Button onClick={to('my-week/reminders')}>{words.reminders}</Button>
      {mayReport && <Button onClick={to('reports')}>{words.allPromises}</Button>}
      <Button className="only-wide" onClick={() => window.print()}>
        {words.print}
      </Button>
    </>
  );
}

const LONG_LIST = 8;

function WeekView({ week: { mine, others, seesAll, unitNames, next } }: { readonly week: MyWeek }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const [wanted, setWanted] = useState('');
  const isWanted = ({ said }: ShownDuty) => `${said[locale].what}${said[locale].why}`.includes(wanted.trim());
  const found = mine.filter(isWanted);
  return (
    <>
      {mine.length > LONG_LIST && (
        <Input.Search
          allowClear
          className="no-print"
          placeholder={words.search}
          aria-label={words.search}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
      )}
      {mine.length === 0 ? (
        <Nothing isAny={others.length > 0} />
      ) : (
        TIMES.map((time) => <OfTime key={time} time={time} next={next} duties={found} />)
      )}
      {seesAll ? <OfUnits duties={others} unitNames={unitNames} /> : <OfColleagues duties={others} />}
    </>
  );
}

/** Where there is no list yet, the first thing to do is to read one. */
function Nothing({ isAny }: { readonly isAny: boolean }) {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const { list, lines } = useYearList();
  if (!isAny && list === null && lines.data !== undefined) return <NoList />;
  return (
    <EmptyState title={words.nothing} text={words.nothingText}>
      <Button onClick={() => navigate(`/${district}/board`)}>{words.toBoard}</Button>
    </EmptyState>
  );
}

type OfTimeProps = { readonly time: ShownDuty['time']; readonly next: MyWeek['next']; readonly duties: readonly ShownDuty[] };

function OfTime({ time, next, duties }: OfTimeProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const own = duties.filter((it) => it.time === time);
  if (own.length === 0) return null;
  return (
    <Section title={`${words.times[time](shortDate(next, locale))} · ${own.length}`}>
      <DutyList duties={own} mayAnswer />
    </Section>
  );
}

function DutyList({ duties, mayAnswer }: { readonly duties: readonly ShownDuty[]; readonly mayAnswer: boolean }) {
  return (
    <ul className="duties">
      {duties.map((duty) => (
        <DutyLine key={`${duty.kind} ${duty.key}`} duty={duty} mayAnswer={mayAnswer} />
      ))}
    </ul>
  );
}

function OfColleagues({ duties }: { readonly duties: readonly ShownDuty[] }) {
  const words = useLabels(labels);
  if (duties.length === 0) return null;
  return (
    <Section title={words.others}>
      <p className="soft">{words.othersLead}</p>
      <DutyList duties={duties} mayAnswer={false} />
    </Section>
  );
}

type OfUnitsProps = { readonly duties: readonly ShownDuty[]; readonly unitNames: MyWeek['unitNames'] };

/** For the office and the leaders: each unit in one line, those with something overdue first. */
function OfUnits({ duties, unitNames }: OfUnitsProps) {
  const words = useLabels(labels);
  const mayReport = useMay('delivery.report');
  const overdue = (rows: readonly ShownDuty[]) => rows.filter(({ time }) => time === 'overdue').length;
  const units = [...Map.groupBy(duties, ({ unitId }) => unitId)].sort(([, a], [, b]) => overdue(b) - overdue(a) || b.length - a.length);
  return (
    <Section title={words.units}>
      <p className="soft">{units.length === 0 ? words.noUnits : words.unitsLead}</p>
      {units.map(([unitId, rows]) => (
        <details key={unitId ?? 'office'} className="unit-duties">
          <summary>
            <b>{unitId === null ? words.office : (unitNames[unitId] ?? words.office)}</b>{' '}
            <span className={overdue(rows) > 0 ? 'late' : 'soft'}>
              {words.counts(overdue(rows), rows.filter(({ time }) => time === 'next').length, rows.length)}
            </span>
          </summary>
          <DutyList duties={rows} mayAnswer={mayReport} />
        </details>
      ))}
    </Section>
  );
}
