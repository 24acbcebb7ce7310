import { Input, Select } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import type { YearListLine } from '#/ui/year-list.tsx';
import type { Meeting } from '../rules/meeting.ts';
import type { MeetingsAnswer } from './contract.ts';
import { meetingLabels } from './meeting-labels.ts';

type PlanProps = {
  readonly of: Pick<MeetingsAnswer, 'posts' | 'today'>;
  readonly lists: readonly YearListLine[];
  /** The one to change; null plans a new one. */
  readonly meeting: Meeting | null;
  readonly onClose: () => void;
};

type Said = {
  readonly plannedOn: CivilDate | null;
  readonly fromTime: string;
  readonly toTime: string;
  readonly place: string;
  readonly chairPostId: string | null;
  readonly chairName: string;
};

/** 定会议: day, hours, room and chair; the rest computes itself. */
export function PlanMeeting({ of, lists, meeting, onClose }: PlanProps) {
  const words = useLabels(meetingLabels);
  const [id] = useState(newId);
  const [programmeId, setList] = useState(lists[0]?.id ?? '');
  const [said, setSaid] = useState<Said>({
    plannedOn: meeting?.plannedOn ?? of.today,
    fromTime: meeting?.fromTime ?? '',
    toTime: meeting?.toTime ?? '',
    place: meeting?.place ?? '',
    chairPostId: meeting?.chairPostId ?? null,
    chairName: meeting?.chairName ?? '',
  });
  const plan = useCommand<unknown, unknown>('rhythm.plan-meeting');
  const change = useCommand<unknown, unknown>('rhythm.change-meeting');
  const input = { ...said, fromTime: said.fromTime || null, toTime: said.toTime || null };
  const isWhole = said.plannedOn !== null && said.place.trim().length > 1 && said.chairName.trim().length > 1;
  const send = () =>
    meeting === null
      ? plan.mutateAsync({ input: { id, programmeId, ...input } })
      : change.mutateAsync({ input: { meetingId: meeting.id, ...input }, base: { [`meeting:${meeting.id}`]: meeting.version } });
  return (
    <FormDialog
      title={meeting === null ? words.plan : words.change}
      act={meeting === null ? words.plan : words.change}
      why={isWhole ? null : words.incomplete}
      onClose={onClose}
      onSend={send}
    >
      {meeting === null && lists.length > 1 && (
        <Field name={words.list}>
          <Select
            className="full"
            aria-label={words.list}
            value={programmeId}
            onChange={setList}
            options={lists.map((it) => ({ value: it.id, label: it.title }))}
          />
        </Field>
      )}
      <WhenAndWhere of={of} said={said} onChange={setSaid} />
    </FormDialog>
  );
}

type FieldsProps = { readonly of: PlanProps['of']; readonly said: Said; readonly onChange: (said: Said) => void };

function WhenAndWhere({ of, said, onChange: setSaid }: FieldsProps) {
  const words = useLabels(meetingLabels);
  const choose = (chairPostId: string | null) => {
    const holder = of.posts.find((it) => it.id === chairPostId)?.holder ?? null;
    setSaid({ ...said, chairPostId, chairName: holder ?? said.chairName });
  };
  const leaders = of.posts.filter(({ kind }) => kind === 'leader');
  return (
    <>
      <Field name={words.day}>
        <DayField value={said.plannedOn} onChange={(plannedOn) => setSaid({ ...said, plannedOn })} min={of.today} />
      </Field>
      <Field name={words.from}>
        <input className="day" type="time" value={said.fromTime} onChange={({ target }) => setSaid({ ...said, fromTime: target.value })} />
      </Field>
      <Field name={words.to}>
        <input className="day" type="time" value={said.toTime} onChange={({ target }) => setSaid({ ...said, toTime: target.value })} />
      </Field>
      <Field name={words.place}>
        <Input value={said.place} maxLength={60} onChange={({ target }) => setSaid({ ...said, place: target.value })} />
      </Field>
      {leaders.length > 0 && (
        <Field name={words.chairPost}>
          <Select
            className="full"
            aria-label={words.chairPost}
            allowClear
            value={said.chairPostId}
            onChange={(value: string | undefined) => choose(value ?? null)}
            options={leaders.map((it) => ({ value: it.id, label: `${it.title}${it.holder === null ? '' : `（${it.holder}）`}` }))}
          />
        </Field>
      )}
      <Field name={words.chair}>
        <Input value={said.chairName} maxLength={40} onChange={({ target }) => setSaid({ ...said, chairName: target.value })} />
      </Field>
    </>
  );
}
