import { App, Select } from 'antd';
import { useState } from 'react';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { type Area, fullName } from '../rules/area.ts';
import { calendarLabels } from './calendar-labels.ts';
import type { CalendarsAnswer, SiteList } from './contract.ts';

type PlacesProps = { readonly answer: CalendarsAnswer; readonly maySet: boolean };

/** 现场工作历: sites and areas that name a calendar of their own. */
export function PlaceCalendars({ answer: { calendars, places }, maySet }: PlacesProps) {
  const words = useLabels(calendarLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const areas = useRead<readonly Area[]>('/planning/areas').data ?? [];
  const sites = useRead<SiteList>('/planning/sites').data?.sites ?? [];
  const save = useCommand<unknown, unknown>('planning.set-place-calendar');
  const [placeId, setPlace] = useState<string | null>(null);
  const all = [
    ...areas.map(({ id }) => ({ value: id, label: fullName(areas, id) })),
    ...sites.map(({ id, name, areaId }) => ({ value: id, label: [fullName(areas, areaId), name].filter(Boolean).join(' · ') })),
  ];
  const named = all.filter(({ value }) => places[value] !== undefined || value === placeId);
  const set = (id: string, calendar: string | null) =>
    save
      .mutateAsync({ input: { placeId: id, calendar } })
      .then(() => message.success(words.saved))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale)));
  const options = calendars.map(({ key, title }) => ({ value: key, label: title }));
  return (
    <Section title={words.places}>
      <p className="soft">{words.placesLead}</p>
      {named.map(({ value, label }) => (
        <div key={value} className="row-of-fields">
          <span>{label}</span>
          <Select
            aria-label={label}
            disabled={!maySet}
            allowClear
            placeholder={words.byDistrict}
            popupMatchSelectWidth={false}
            value={places[value] ?? null}
            onChange={(calendar) => set(value, calendar ?? null)}
            options={options}
          />
        </div>
      ))}
      {maySet && all.length > 0 && (
        <Select
          aria-label={words.place}
          className="full no-print"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={words.place}
          value={null}
          onChange={(id: string | null) => setPlace(id)}
          options={all}
        />
      )}
    </Section>
  );
}
