import { Button, Select } from 'antd';
import { useState } from 'react';
import { yearOf } from '#/kernel/civil-date.ts';
import { longDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { DistrictCalendar } from '../rules/calendar.ts';
import { CalendarForm } from './calendar-form.tsx';
import { calendarLabels } from './calendar-labels.ts';
import './calendars.css';
import { CalendarYear } from './calendar-year.tsx';
import type { CalendarsAnswer } from './contract.ts';
import { HolidayYearForm } from './holiday-year-form.tsx';
import { PlaceCalendars } from './place-calendars.tsx';
import './planning.css';

/** 工作历: each calendar drawn as a year of twelve months, with what was set and by whom. */
export default function Calendars() {
  const words = useLabels(calendarLabels);
  const answer = useRead<CalendarsAnswer>('/planning/calendars');
  return (
    <Page title={words.calendars} lead={words.lead}>
      <Whole of={answer}>{(it) => <CalendarsView answer={it} />}</Whole>
    </Page>
  );
}

function CalendarsView({ answer }: { readonly answer: CalendarsAnswer }) {
  const words = useLabels(calendarLabels);
  const { today } = useWorkplace();
  const maySet = useMay('planning.set-calendars');
  const [key, setKey] = useState('office');
  const [year, setYear] = useState(yearOf(today));
  const [open, setOpen] = useState<DistrictCalendar | 'new' | null>(null);
  const calendar = answer.calendars.find((it) => it.key === key) ?? answer.calendars[0]!;
  const last = yearOf(answer.coveredUntil);
  const years = Array.from({ length: last + 2 - 2024 }, (_, i) => 2024 + i);
  return (
    <>
      <div className="calendar-choice no-print">
        <Select
          aria-label={words.calendar}
          value={calendar.key}
          onChange={setKey}
          popupMatchSelectWidth={false}
          options={answer.calendars.map((it) => ({ value: it.key, label: it.title }))}
        />
        <Select aria-label={words.year} value={year} onChange={setYear} options={years.map((value) => ({ value, label: value }))} />
        {maySet && <Button onClick={() => setOpen(calendar)}>{words.edit}</Button>}
        {maySet && <Button onClick={() => setOpen('new')}>{words.addCalendar}</Button>}
      </div>
      <CalendarYear calendar={calendar} years={answer.years} year={year} />
      <CalendarHistory answer={answer} of={calendar.key} />
      <HolidayYears answer={answer} maySet={maySet} />
      <PlaceCalendars answer={answer} maySet={maySet} />
      {open !== null && <CalendarForm calendar={open === 'new' ? null : open} onClose={() => setOpen(null)} onSaved={setKey} />}
    </>
  );
}

function CalendarHistory({ answer: { versions }, of }: { readonly answer: CalendarsAnswer; readonly of: string }) {
  const words = useLabels(calendarLabels);
  const locale = useLocale();
  const rows = versions.filter(({ key }) => key === of);
  return (
    <Section title={words.history}>
      {rows.length === 0 ? (
        <p className="soft">{words.historyNone}</p>
      ) : (
        <ul className="act-list">
          {rows.map(({ version, setBy, setOn, reason }) => (
            <li key={version}>
              <b>{words.version(version)}</b> {longDate(setOn, locale)} · {setBy} · {reason}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function HolidayYears({ answer, maySet }: { readonly answer: CalendarsAnswer; readonly maySet: boolean }) {
  const words = useLabels(calendarLabels);
  const locale = useLocale();
  const [open, setOpen] = useState<number | null>(null);
  const { years, entries, coveredUntil } = answer;
  const next = yearOf(coveredUntil) + 1;
  return (
    <Section title={words.years}>
      <p className="soft">
        {words.covered(longDate(coveredUntil, locale))} {words.yearsLead}
      </p>
      <ul className="act-list">
        {years.toReversed().map(({ year, document }) => {
          const entry = entries.find((it) => it.year === year);
          return (
            <li key={year}>
              <b>{year}</b> {document}
              {entry && ` · ${longDate(entry.setOn, locale)} · ${entry.setBy} · ${entry.reason}`}{' '}
              {maySet && (
                <Button size="small" type="link" className="no-print" onClick={() => setOpen(year)}>
                  {words.edit}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {maySet && (
        <Button className="no-print" onClick={() => setOpen(next)}>
          {words.enterYear(next)}
        </Button>
      )}
      {open !== null && <HolidayYearForm answer={answer} year={open} onClose={() => setOpen(null)} />}
    </Section>
  );
}
