import { App, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useRead } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Loading, Page, Section, Whole } from '#/ui/page.tsx';
import { Field, WhyButton } from '#/ui/parts.tsx';
import { NoList, useYearList } from '#/ui/year-list.tsx';
import { RHYTHMS, type Rhythm } from '../rules/calendar.ts';
import { USUAL_ASK } from '../words/form.ts';
import { History, useSending } from './calendar.tsx';
import './collection.css';
import type { CalendarView } from './contract.ts';
import { labels } from './labels.ts';

/** 报送日历和催报文字: how often, due when, and what the text for the group says; every version stays. */
export default function CalendarSettingsScreen() {
  const words = useLabels(labels);
  const list = useYearList();
  const calendar = useRead<CalendarView>(list.query && `/collection/calendar?${list.query}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  if (!list.list) return <NoList />;
  return (
    <Page title={words.setCalendar} lead={words.calendarLead}>
      <Whole of={calendar}>{(it) => <CalendarForm key={it.calendar.version} view={it} />}</Whole>
    </Page>
  );
}

function CalendarForm({ view: { calendar, history } }: { readonly view: CalendarView }) {
  const words = useLabels(labels);
  const { message } = App.useApp();
  const [rhythm, setRhythm] = useState<Rhythm>(calendar.rhythm);
  const [dueDays, setDueDays] = useState<number>(calendar.dueDays);
  const [reminder, setReminder] = useState(calendar.reminder);
  const [source, setSource] = useState('');
  const { send, fault, busy } = useSending('collection.set-calendar', () => void message.success(words.calendarSaved));
  return (
    <>
      <Field name={words.rhythm}>
        <Select value={rhythm} onChange={setRhythm} options={RHYTHMS.map((it) => ({ value: it, label: words.rhythms[it] }))} />
      </Field>
      <Field name={words.dueDays}>
        <InputNumber min={0} max={60} precision={0} value={dueDays} onChange={(value) => setDueDays(value ?? 0)} />
      </Field>
      <Field name={words.reminder} hint={reminder.trim() === '' ? words.usualAsk(USUAL_ASK) : undefined}>
        <GrowText value={reminder} onText={setReminder} />
      </Field>
      <Field name={words.source} fault={fault}>
        <Input value={source} maxLength={500} onChange={({ target }) => setSource(target.value)} />
      </Field>
      <p className="acts">
        <WhyButton
          type="primary"
          loading={busy}
          why={source.trim().length < 2 ? words.source : null}
          onClick={() => send({ rhythm, dueDays, reminder, source })}
        >
          {words.saveCalendar}
        </WhyButton>
      </p>
      <Section title={words.history}>
        <History
          isOpen
          lines={history.map((it) => ({
            ...it,
            text: `${words.rhythms[it.rhythm]}，${words.daysAfter(it.dueDays)}${it.reminder === '' ? '' : `；“${it.reminder}”`}：${it.source}`,
          }))}
        />
      </Section>
    </>
  );
}
