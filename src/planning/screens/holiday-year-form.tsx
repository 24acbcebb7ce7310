import { Input } from 'antd';
import { useState } from 'react';
import { type CivilDate, isCivilDate } from '#/kernel/civil-date.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { calendarLabels } from './calendar-labels.ts';
import type { CalendarsAnswer } from './contract.ts';

type Span = readonly [CivilDate, CivilDate];
type FormProps = { readonly answer: CalendarsAnswer; readonly year: number; readonly onClose: () => void };

/** One year as it was announced: pasted or typed, a day or a stretch a line. */
export function HolidayYearForm({ answer, year, onClose }: FormProps) {
  const words = useLabels(calendarLabels);
  const save = useCommand<unknown, unknown>('planning.enter-holiday-year');
  const known = answer.years.find((it) => it.year === year);
  const entryNo = answer.entries.find((it) => it.year === year)?.entryNo ?? 0;
  const [document, setDocument] = useState(known?.document ?? '');
  const [off, setOff] = useState(textOf(known?.off ?? []));
  const [makeup, setMakeup] = useState((known?.makeup ?? []).join('\n'));
  const [statutory, setStatutory] = useState((known?.statutory ?? []).join('\n'));
  const [reason, setReason] = useState('');
  const wrong = [off, makeup, statutory].flatMap(wrongLines)[0];
  const send = () => {
    const days = { off: spansIn(off), makeup: spansIn(makeup).map(([day]) => day), statutory: spansIn(statutory).map(([day]) => day) };
    return save.mutateAsync({ input: { year, document, ...days, reason }, base: { [`holiday-year:${year}`]: entryNo } });
  };
  const title = known === undefined ? words.enterYear(year) : words.correctYear(year);
  const texts = [
    { name: words.daysOff, value: off, onText: setOff },
    { name: words.makeup, value: makeup, onText: setMakeup },
    { name: words.statutory, value: statutory, onText: setStatutory },
  ];
  return (
    <FormDialog title={title} act={words.save} why={wrong === undefined ? null : words.unread(wrong)} onClose={onClose} onSend={send}>
      <Field name={words.documentNo}>
        <Input value={document} onChange={({ target }) => setDocument(target.value)} minLength={4} maxLength={60} required />
      </Field>
      <p className="soft">{words.dayHint}</p>
      {texts.map(({ name, value, onText }) => (
        <Field key={name} name={name}>
          <GrowText rows={3} value={value} onText={onText} />
        </Field>
      ))}
      <Field name={words.reason}>
        <Input value={reason} onChange={({ target }) => setReason(target.value)} minLength={2} maxLength={300} required />
      </Field>
    </FormDialog>
  );
}

function textOf(spans: readonly Span[]): string {
  return spans.map(([from, to]) => (from === to ? from : `${from} 至 ${to}`)).join('\n');
}

function linesOf(text: string): readonly string[] {
  return text.split(/[\n,，、;；]+/).flatMap((it) => it.trim() || []);
}

function spanOf(line: string): Span | null {
  const [from = '', to = from, more] = line.split(/\s*(?:至|到|to|~|—|–)\s*/);
  return more === undefined && isCivilDate(from) && isCivilDate(to) ? [from, to] : null;
}

function spansIn(text: string): readonly Span[] {
  return linesOf(text).flatMap((it) => {
    const span = spanOf(it);
    return span === null ? [] : [span];
  });
}

function wrongLines(text: string): readonly string[] {
  return linesOf(text).filter((it) => spanOf(it) === null);
}
