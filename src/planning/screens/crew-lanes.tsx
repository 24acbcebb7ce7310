import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import { shortDate } from '#/kernel/format.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { CREW_HOURS, type LaneWork, placeInLanes } from '../rules/lanes.ts';
import { calendarKey } from '../rules/network.ts';
import type { ScheduleAnswer } from './contract.ts';
import { dayLabels } from './day-labels.ts';

/** 错峰排班: a rule of thumb for sharing works among crews; it is counted on the page and stored nowhere. */
export function Lanes({ answer: { network, schedule } }: { readonly answer: ScheduleAnswer }) {
  const words = useLabels(dayLabels);
  const locale = useLocale();
  const [crews, setCrews] = useState(2);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const open = schedule.planned.filter(({ activity }) => activity.finishedOn === null);
  const works = open
    .filter(({ activity }) => chosen.includes(activity.id))
    .map(({ activity, dates }): LaneWork => {
      const { id, days, remainingDays, position } = activity;
      const start = activity.startedOn === null ? dates.earlyStart : schedule.dataDate;
      return {
        id,
        days: remainingDays ?? days,
        slack: dates.slack,
        priority: position,
        from: start,
        by: dates.lateFinish,
        calendar: calendarKey(network, activity),
      };
    });
  const placed = placeInLanes({ crews, works, calendars: network.calendars, hours: CREW_HOURS });
  const nameOf = (id: string) => open.find(({ activity }) => activity.id === id)?.activity.name;
  return (
    <Section title={words.lanes}>
      <p className="soft">{words.lanesLead}</p>
      <div className="row-of-lanes no-print">
        <Field name={words.crews}>
          <InputNumber min={1} max={20} value={crews} onChange={(it) => setCrews(it ?? 1)} />
        </Field>
        <Field name={words.works}>
          <Select
            mode="multiple"
            className="full"
            placeholder={words.choose}
            value={[...chosen]}
            onChange={setChosen}
            options={open.map(({ activity }) => ({ value: activity.id, label: activity.name }))}
          />
        </Field>
      </div>
      {works.length > placed.length && <p className="notice">{words.notPlaced(works.length - placed.length)}</p>}
      {[...Map.groupBy(placed, (it) => it.lane)]
        .toSorted(([a], [b]) => a - b)
        .map(([lane, rows]) => (
          <div key={lane} className="day-of">
            <b>{words.crew(lane)}</b>
            <ol className="act-list">
              {rows.map((it) => (
                <li key={it.id}>
                  {shortDate(it.start, locale)} – {shortDate(it.finish, locale)} {nameOf(it.id)}
                  {it.isLate && <span className="slack late"> ■ {words.late}</span>}
                </li>
              ))}
            </ol>
          </div>
        ))}
    </Section>
  );
}
