import { Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { newId } from '#/kernel/id.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import type { Activity, ActivityLink } from '../rules/activity.ts';
import { SITE_CALENDAR } from '../rules/calendar.ts';
import { isSameLink, type NetworkEdit } from '../rules/network-edit.ts';
import { isOwnTask, type ScheduleAnswer } from './contract.ts';
import { LinkRows } from './link-rows.tsx';
import { Moves } from './moves.tsx';
import { scheduleLabels } from './schedule-labels.ts';
import { useNetworkCommand } from './use-edits.tsx';

const FIELDS = [
  ...(['name', 'taskId', 'siteId', 'days', 'calendar', 'isMilestone', 'gate'] as const),
  ...(['notBefore', 'finishBy', 'pinnedOn', 'legalMinimum', 'shorterBecause'] as const),
] as const;
type Typed = Pick<Activity, (typeof FIELDS)[number]>;

function typedFrom(activity: Activity | null, taskId: string): Typed {
  if (activity !== null) return Object.fromEntries(FIELDS.map((it) => [it, activity[it]])) as Typed;
  const nothing = { siteId: null, gate: null, notBefore: null, finishBy: null, pinnedOn: null, legalMinimum: null, shorterBecause: null };
  return { ...nothing, name: '', taskId, days: 5, calendar: 'office', isMilestone: false };
}

type LinksTyped = { readonly was: readonly ActivityLink[]; readonly links: readonly ActivityLink[] };

/** What has to be sent for the form to hold: only what is different, and the links that came or went. */
function editsOf(id: string, before: Activity | null, typed: Typed, { was, links }: LinksTyped): readonly NetworkEdit[] {
  const changed = Object.fromEntries(
    Object.entries(typed).filter(([key, value]) => JSON.stringify(before?.[key as keyof Typed] ?? null) !== JSON.stringify(value)),
  );
  const own: readonly NetworkEdit[] =
    before === null
      ? [{ do: 'add', activityId: id, ...typed }]
      : Object.keys(changed).length > 0
        ? [{ do: 'change', activityId: id, ...changed }]
        : [];
  const gone = was.filter((it) => !links.some((other) => isSameLink(other, it)));
  const come = links.filter((it) => it.from !== '' && !was.some((other) => JSON.stringify(other) === JSON.stringify(it)));
  return [
    ...own,
    ...gone.map(({ from, to, type }): NetworkEdit => ({ do: 'unlink', from, to, type })),
    ...come.map((it): NetworkEdit => ({ do: 'link', ...it })),
  ];
}

type FormProps = { readonly answer: ScheduleAnswer; readonly activityId: string | null; readonly onClose: () => void };

/** One activity: what it takes, in which calendar, after what; under it stands what else would move. */
export function ActivityForm({ answer, activityId, onClose }: FormProps) {
  const words = useLabels(scheduleLabels);
  const { network, sites } = answer;
  // As it stood when the form was opened: what others changed meanwhile is not taken back by saving.
  const [before] = useState(() => network.activities.find((it) => it.id === activityId) ?? null);
  const [id] = useState(() => activityId ?? newId());
  const tasks = network.tasks.filter((it) => isOwnTask(answer.project, it.id));
  const [was] = useState(() => network.links.filter((it) => it.to === id));
  const [typed, setTyped] = useState(() =>
    typedFrom(before, tasks.find((it) => it.id === network.activities.at(-1)?.taskId)?.id ?? tasks[0]!.id),
  );
  const [links, setLinks] = useState<readonly ActivityLink[]>(was);
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });
  const edit = useNetworkCommand('planning.edit-network', network);
  const edits = editsOf(id, before, { ...typed, name: typed.name.trim() }, { was, links });
  const isReady = typed.name.trim().length >= 2;
  const send = async () => (edits.length > 0 ? edit.send({ projectId: network.projectId, edits }) : null);
  const options = (rows: readonly { readonly id: string; readonly name: string }[]) => rows.map((it) => ({ value: it.id, label: it.name }));
  const calendars = Object.entries(network.calendars).map(([value, { title }]) => ({ value, label: title }));
  return (
    <FormDialog title={before === null ? words.add : `${words.edit} ${before.name}`} act={words.save} onClose={onClose} onSend={send}>
      {edit.conflict}
      <Field name={words.name}>
        <Input value={typed.name} onChange={({ target }) => set({ name: target.value })} minLength={2} maxLength={80} required />
      </Field>
      <Field name={words.task}>
        <Select className="full" value={typed.taskId} onChange={(taskId) => set({ taskId })} options={options(tasks)} />
      </Field>
      {sites.length > 0 && (
        <Field name={words.site}>
          <Select
            className="full"
            allowClear
            placeholder={words.anySite}
            value={typed.siteId}
            onChange={(siteId) => set({ siteId: siteId ?? null })}
            options={options(sites)}
          />
        </Field>
      )}
      <div className="days-and-calendar">
        <Field name={words.days}>
          <InputNumber min={1} max={2000} value={typed.days} onChange={(days) => set({ days: days ?? 1 })} />
        </Field>
        <Field name={words.calendar}>
          <Select
            className="full"
            value={typed.calendar}
            onChange={(calendar) => set({ calendar })}
            options={[...calendars, { value: SITE_CALENDAR, label: words.siteCalendar }]}
          />
        </Field>
      </div>
      <LinkRows network={network} of={id} links={links} onChange={setLinks} />
      <MoreFields typed={typed} set={set} />
      {isReady && <Moves answer={answer} edits={edits} own={id} />}
    </FormDialog>
  );
}

type MoreProps = { readonly typed: Typed; readonly set: (change: Partial<Typed>) => void };

function MoreFields({ typed, set }: MoreProps) {
  const words = useLabels(scheduleLabels);
  const { legalMinimum } = typed;
  return (
    <details>
      <summary>{words.more}</summary>
      <div className="three-days">
        <Field name={words.notBefore}>
          <DayField value={typed.notBefore} onChange={(notBefore) => set({ notBefore })} />
        </Field>
        <Field name={words.finishBy}>
          <DayField value={typed.finishBy} onChange={(finishBy) => set({ finishBy })} />
        </Field>
        <Field name={words.pinnedOn}>
          <DayField value={typed.pinnedOn} onChange={(pinnedOn) => set({ pinnedOn })} />
        </Field>
      </div>
      <Checkbox checked={typed.isMilestone} onChange={({ target }) => set({ isMilestone: target.checked })}>
        {words.isMilestone}
      </Checkbox>
      <Field name={words.gate} hint={words.gateHint}>
        <Input value={typed.gate ?? ''} onChange={({ target }) => set({ gate: target.value.trim() || null })} maxLength={60} />
      </Field>
      <div className="days-and-calendar">
        <Field name={words.legal}>
          <InputNumber
            min={1}
            max={2000}
            value={legalMinimum?.days ?? null}
            onChange={(days) => set({ legalMinimum: days === null ? null : { days, source: legalMinimum?.source ?? '' } })}
          />
        </Field>
        {legalMinimum !== null && (
          <Field name={words.legalSource}>
            <Input
              value={legalMinimum.source}
              onChange={({ target }) => set({ legalMinimum: { ...legalMinimum, source: target.value } })}
              minLength={2}
              maxLength={200}
              required
            />
          </Field>
        )}
      </div>
      {legalMinimum !== null && typed.days < legalMinimum.days && (
        <Field name={words.shorter}>
          <Input
            value={typed.shorterBecause ?? ''}
            onChange={({ target }) => set({ shorterBecause: target.value.trim() || null })}
            maxLength={300}
          />
        </Field>
      )}
    </details>
  );
}
