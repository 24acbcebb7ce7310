import { Button, Select } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { longDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Loading, Page, Whole } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
import { nameOfPeriod } from '../rules/form.ts';
import { CalendarDialogs } from './calendar.tsx';
import './collection.css';
import type { CalendarView, PeriodView } from './contract.ts';
import { FormsOut } from './forms-out.tsx';
import { Batches, Rates, TakenRows } from './history.tsx';
import { labels } from './labels.ts';
import { TakeIn } from './take-in.tsx';

/** 收表: one round of collecting, from the forms that go out to who has not reported. */
export default function PeriodScreen() {
  const words = useLabels(labels);
  const list = useYearList();
  const [query, setQuery] = useSearchParams();
  const keepsCalendar = useMay('collection.keep-calendar');
  const mayFill = useMay('collection.fill-template');
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const wanted = query.get('period');
  const calendar = useRead<CalendarView>(list.query && `/collection/calendar?${list.query}`);
  const period = useRead<PeriodView>(list.query && `/collection/period?${list.query}${wanted ? `&period=${wanted}` : ''}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  const choose = (id: string) => setQuery({ ...Object.fromEntries(query), period: id });
  const periods = [...new Set([...(calendar.data?.periods ?? []), ...(period.data ? [period.data.period.id] : [])])];
  return (
    <Page
      title={keepsCalendar ? words.title : words.titleUnit}
      lead={keepsCalendar ? words.lead : words.leadUnit}
      actions={
        <>
          <ListChoice of={list} />
          {periods.length > 0 && (
            <Select
              aria-label={words.period}
              value={period.data?.period.id ?? null}
              onChange={choose}
              popupMatchSelectWidth={false}
              options={periods.map((id) => ({ value: id, label: nameOfPeriod(id) }))}
            />
          )}
          {mayFill && <Button onClick={() => navigate(`/${district}/collection/templates`)}>{words.templates}</Button>}
        </>
      }
    >
      {list.list ? (
        <Whole of={period}>
          {(it) => <PeriodPage key={it.period.id} view={it} calendar={calendar.data ?? null} query={list.query!} />}
        </Whole>
      ) : (
        <NoList />
      )}
    </Page>
  );
}

type PeriodPageProps = { readonly view: PeriodView; readonly calendar: CalendarView | null; readonly query: string };

function PeriodPage({ view, calendar, query }: PeriodPageProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const mayHandIn = useMay('collection.return-form');
  const { period, forms } = view;
  return (
    <>
      <p className="period-days">
        <span>
          {words.asOf} <b>{longDate(period.asOf, locale)}</b>
        </span>
        <span>
          {words.dueOn} <b>{longDate(period.dueOn, locale)}</b> {period.version === 0 && <small className="soft">{words.proposed}</small>}
        </span>
        <CalendarDialogs view={view} calendar={calendar} />
      </p>
      {view.unled.length > 0 && <p className="notice warn">{words.unled(view.unled.join('、'))}</p>}
      {forms.length === 0 ? <p className="soft">{words.nobody}</p> : <FormsOut view={view} query={query} />}
      {mayHandIn && forms.length > 0 && <TakeIn view={view} />}
      <Rates view={view} />
      <Batches view={view} />
      <TakenRows view={view} />
    </>
  );
}
