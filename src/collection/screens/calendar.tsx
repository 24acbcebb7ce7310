import { Button, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { useCommand } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay } from '#/ui/session.ts';
import { RHYTHMS, type Rhythm } from '../rules/calendar.ts';
import type { CalendarView, PeriodView } from './contract.ts';
import { labels } from './labels.ts';

type CalendarDialogsProps = { readonly view: PeriodView; readonly calendar: CalendarView | null };

/** 报送日历 and the days of one period, each with its history. */
export function CalendarDialogs({ view, calendar }: CalendarDialogsProps) {
  const words = useLabels(labels);
  const may = useMay('collection.keep-calendar');
  const [open, setOpen] = useState<'days' | 'calendar' | null>(null);
  if (!may) return null;
  return (
    <span className="acts no-print">
      <Button size="small" onClick={() => setOpen('days')}>
        {words.setDays}
      </Button>
      {calendar && (
        <Button size="small" onClick={() => setOpen('calendar')}>
          {words.setCalendar}
        </Button>
      )}
      {open === 'days' && <DaysDialog view={view} onClose={() => setOpen(null)} />}
      {open === 'calendar' && calendar && <CalendarDialog calendar={calendar} onClose={() => setOpen(null)} />}
    </span>
  );
}

/** Sends one command from a dialog, which stays open with the sentence when it is refused. */
export function useSending(name: string, onClose: () => void) {
  const locale = useLocale();
  const command = useCommand<unknown, unknown>(name);
  const [fault, setFault] = useState<string | null>(null);
  const send = (input: unknown) =>
    command
      .mutateAsync({ input })
      .then(onClose)
      .catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
  return { send, fault, busy: command.isPending };
}

function DaysDialog({ view: { period, versions }, onClose }: { readonly view: PeriodView; readonly onClose: () => void }) {
  const words = useLabels(labels);
  const [asOf, setAsOf] = useState<CivilDate>(period.asOf);
  const [dueOn, setDueOn] = useState<CivilDate>(period.dueOn);
  const [reminder, setReminder] = useState(period.reminder);
  const [reason, setReason] = useState('');
  const { send, fault, busy } = useSending('collection.set-period', onClose);
  return (
    <Modal
      open
      title={words.setDays}
      onCancel={onClose}
      onOk={() => send({ period: period.id, asOf, dueOn, reminder, reason })}
      okButtonProps={{ disabled: reason.trim().length < 2 }}
      confirmLoading={busy}
    >
      <Field name={words.asOf}>
        <DayField value={asOf} min={period.from} max={period.to} onChange={(day) => day && setAsOf(day)} label={words.asOf} />
      </Field>
      <Field name={words.dueOn}>
        <DayField value={dueOn} min={asOf} onChange={(day) => day && setDueOn(day)} label={words.dueOn} />
      </Field>
      <Field name={words.reminder}>
        <GrowText value={reminder} onText={setReminder} />
      </Field>
      <Field name={words.daysReason} fault={fault}>
        <Input value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <History lines={versions.map((it) => ({ ...it, text: `${it.asOf} → ${it.dueOn}：${it.reason}` }))} />
    </Modal>
  );
}

function CalendarDialog({ calendar: { calendar, history }, onClose }: { readonly calendar: CalendarView; readonly onClose: () => void }) {
  const words = useLabels(labels);
  const [rhythm, setRhythm] = useState<Rhythm>(calendar.rhythm);
  const [dueDays, setDueDays] = useState<number>(calendar.dueDays);
  const [reminder, setReminder] = useState(calendar.reminder);
  const [source, setSource] = useState('');
  const { send, fault, busy } = useSending('collection.set-calendar', onClose);
  return (
    <Modal
      open
      title={words.setCalendar}
      onCancel={onClose}
      onOk={() => send({ rhythm, dueDays, reminder, source })}
      okButtonProps={{ disabled: source.trim().length < 2 }}
      confirmLoading={busy}
    >
      <Field name={words.rhythm}>
        <Select value={rhythm} onChange={setRhythm} options={RHYTHMS.map((it) => ({ value: it, label: words.rhythms[it] }))} />
      </Field>
      <Field name={words.dueDays}>
        <InputNumber min={0} max={60} value={dueDays} onChange={(value) => setDueDays(value ?? 0)} />
      </Field>
      <Field name={words.reminder}>
        <GrowText value={reminder} onText={setReminder} />
      </Field>
      <Field name={words.source} fault={fault}>
        <Input value={source} onChange={({ target }) => setSource(target.value)} />
      </Field>
      <History lines={history.map((it) => ({ ...it, text: `${words.rhythms[it.rhythm]}，${it.dueDays}：${it.source}` }))} />
    </Modal>
  );
}

type Line = { readonly version: number; readonly text: string; readonly setBy: string; readonly setAt: string };

export function History({ lines, isOpen = false }: { readonly lines: readonly Line[]; readonly isOpen?: boolean }) {
  const words = useLabels(labels);
  if (lines.length === 0) return <p className="soft">{words.noHistory}</p>;
  return (
    <details open={isOpen}>
      <summary>
        {words.history}（{lines.length}）
      </summary>
      <ul>
        {lines.map(({ version, text, setBy, setAt }) => (
          <li key={version}>
            {text}{' '}
            <small className="soft">
              {setBy} {setAt.slice(0, 10)}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}
