import { Button, Checkbox, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { MonthDay } from '#/kernel/schedule/work-calendar.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { DistrictCalendar } from '../rules/calendar.ts';
import { calendarLabels } from './calendar-labels.ts';

type FormProps = { readonly calendar: DistrictCalendar | null; readonly onClose: () => void; readonly onSaved: (key: string) => void };
type Typed = Omit<DistrictCalendar, 'key' | 'version'>;

const NEW: Typed = { title: '', weekdays: [1, 2, 3, 4, 5], free: 'off', seasons: [], closed: [], closedKnownUntil: null, quietHours: [] };

export function CalendarForm({ calendar, onClose, onSaved }: FormProps) {
  const words = useLabels(calendarLabels);
  const save = useCommand<unknown, { key: string }>('planning.set-calendar');
  const { key: _, version: __, ...was } = calendar ?? { key: '', version: 0, ...NEW };
  const [typed, setTyped] = useState<Typed>(was);
  const [reason, setReason] = useState('');
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });
  const send = async () => {
    const input = { key: calendar?.key ?? null, ...typed, reason };
    const base = calendar === null ? {} : { [`calendar:${calendar.key}`]: calendar.version };
    onSaved((await save.mutateAsync({ input, base })).key);
  };
  return (
    <FormDialog
      title={calendar === null ? words.addCalendar : `${words.edit} ${calendar.title}`}
      act={words.save}
      onClose={onClose}
      onSend={send}
    >
      <Field name={words.name}>
        <Input value={typed.title} onChange={({ target }) => set({ title: target.value })} minLength={2} maxLength={30} required />
      </Field>
      <div className="field">
        <span className="name">{words.workedWeekdays}</span>
        <Checkbox.Group
          value={[...typed.weekdays]}
          onChange={(weekdays) => set({ weekdays })}
          options={words.weekdays.map((label, i) => ({ label, value: i + 1 }))}
        />
      </div>
      <Field name={words.free}>
        <Select
          className="full"
          value={typed.free}
          onChange={(free) => set({ free })}
          options={(['off', 'statutory', 'none'] as const).map((value) => ({ value, label: words.freeKinds[value] }))}
        />
      </Field>
      <Seasons typed={typed} set={set} />
      <ClosedTimes typed={typed} set={set} />
      <QuietHours typed={typed} set={set} />
      <Field name={words.reason}>
        <Input value={reason} onChange={({ target }) => setReason(target.value)} minLength={2} maxLength={300} required />
      </Field>
    </FormDialog>
  );
}

type PartProps = { readonly typed: Typed; readonly set: (change: Partial<Typed>) => void };

/** Rows that come and go, each of a few fields. */
function Rows<Row>(it: {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly fresh: Row;
  readonly onRows: (rows: readonly Row[]) => void;
  readonly show: (row: Row, change: (row: Row) => void) => ReactNode;
}) {
  const words = useLabels(calendarLabels);
  const { name, rows, fresh, onRows, show } = it;
  return (
    <div className="field">
      <span className="name">{name}</span>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone
        <div key={at} className="row-of-fields">
          {show(row, (changed) => onRows(rows.map((old, i) => (i === at ? changed : old))))}
          <Button size="small" onClick={() => onRows(rows.filter((_, i) => i !== at))}>
            {words.remove}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onRows([...rows, fresh])}>
        {words.add}
      </Button>
    </div>
  );
}

function Seasons({ typed, set }: PartProps) {
  const words = useLabels(calendarLabels);
  const field = (value: string, onChange: (value: MonthDay) => void, label: string) => (
    <Input aria-label={label} value={value} pattern="\d\d-\d\d" required onChange={({ target }) => onChange(target.value as MonthDay)} />
  );
  return (
    <Rows
      name={words.seasons}
      rows={typed.seasons}
      fresh={['03-16', '11-14'] as const}
      onRows={(seasons) => set({ seasons })}
      show={([from, to], change) => (
        <>
          {field(from, (it) => change([it, to]), words.from)} – {field(to, (it) => change([from, it]), words.to)}
        </>
      )}
    />
  );
}

function ClosedTimes({ typed, set }: PartProps) {
  const words = useLabels(calendarLabels);
  const { today } = useWorkplace();
  return (
    <>
      <Rows
        name={words.closed}
        rows={typed.closed}
        fresh={{ from: today as CivilDate, to: today as CivilDate, why: '' }}
        onRows={(closed) => set({ closed })}
        show={(row, change) => (
          <>
            <DayField label={words.from} value={row.from} onChange={(from) => from && change({ ...row, from })} />
            <DayField label={words.to} value={row.to} onChange={(to) => to && change({ ...row, to })} />
            <Input
              aria-label={words.why}
              placeholder={words.why}
              required
              value={row.why}
              onChange={({ target }) => change({ ...row, why: target.value })}
            />
          </>
        )}
      />
      {typed.closed.length > 0 && (
        <Field name={words.closedUntil}>
          <DayField value={typed.closedKnownUntil} onChange={(closedKnownUntil) => set({ closedKnownUntil })} />
        </Field>
      )}
    </>
  );
}

function QuietHours({ typed, set }: PartProps) {
  const words = useLabels(calendarLabels);
  const field = (value: string, onChange: (value: string) => void, label: string) => (
    <input className="day small" type="time" aria-label={label} value={value} required onChange={({ target }) => onChange(target.value)} />
  );
  return (
    <Rows
      name={words.quietHours}
      rows={typed.quietHours}
      fresh={['12:00', '14:30'] as const}
      onRows={(quietHours) => set({ quietHours })}
      show={([from, to], change) => (
        <>
          {field(from, (it) => change([it, to]), words.from)} – {field(to, (it) => change([from, it]), words.to)}
        </>
      )}
    />
  );
}
