import { Radio, Select } from 'antd';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { type CivilDate, isCivilDate } from '#/kernel/civil-date.ts';
import { useRead } from '#/ui/data.ts';
import { useKept } from '#/ui/kept.ts';
import { useLabels } from '#/ui/locale.tsx';
import { useOfflineShell } from '#/ui/offline-shell.ts';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { earliestOnPaper } from '../../rules/people/sign-in.ts';
import type { Lists, Places, SignInEvents, SignInList } from './contract.ts';
import './people.css';
import { signInLabels } from './sign-in-labels.ts';
import { Tiles } from './sign-in-tiles.tsx';

type Choice = {
  readonly rosterId: string | null;
  readonly areaId: string | null;
  readonly eventId: string | null;
  readonly way: 'phone' | 'paper';
};
const NO_ROSTER = 'none';
const NO_EVENT = 'none';

/** 签到: whoever comes is tapped; without network it waits in the browser and goes out by itself. */
export default function SignInScreen() {
  const words = useLabels(signInLabels);
  const { kindId } = useParams();
  const { today } = useWorkplace();
  const lists = useRead<Lists>('/records/lists').data;
  const places = useRead<Places>('/records/places').data ?? [];
  const { choice, setChoice, onDay, setOnDay } = useChoice(kindId!, today);
  const day = choice.way === 'paper' ? onDay : today;
  const earliest = earliestOnPaper(today);
  const isOutside = day > today || day < earliest;
  const events = useRead<SignInEvents>(isOutside ? null : `/records/sign-in-events?serviceKindId=${kindId}&onDay=${day}`).data ?? [];
  const event = events.find((it) => it.id === choice.eventId) ?? null;
  const areaId = choice.areaId ?? event?.areaId ?? null;
  const kind = lists?.kinds.find((it) => it.id === kindId);
  const rosters = (lists?.rosters ?? []).filter((it) => it.isOwn && it.count !== null);
  const rosterId = choice.rosterId ?? onlyOne(rosters);
  const asked = `serviceKindId=${kindId}&areaId=${areaId}&onDay=${day}`;
  const more = `${rosterId === NO_ROSTER ? '' : `&rosterId=${rosterId}`}${event === null ? '' : `&eventId=${event.id}`}`;
  const list = useRead<SignInList>(
    lists === undefined || rosterId === null || areaId === null || isOutside ? null : `/records/sign-in-list?${asked}${more}`,
  );
  useOfflineShell('records/sign-in', list.data !== undefined && places.length > 0);
  return (
    <Page title={`${words.title}${kind ? ` · ${kind.name}` : ''}`} lead={words.lead}>
      <div className="sign-way">
        <Radio.Group
          value={choice.way}
          onChange={({ target }) => setChoice({ ...choice, way: target.value as Choice['way'] })}
          options={[
            { value: 'phone', label: words.now },
            { value: 'paper', label: words.paper },
          ]}
        />
        {choice.way === 'paper' && <DayField value={onDay} min={earliest} max={today} onChange={(it) => it && setOnDay(it)} />}
      </div>
      <Choices {...{ choice, setChoice, rosters, rosterId, places, areaId, events, event }} />
      {isOutside ? (
        <p className="notice bad">{day > today ? words.dayAhead(day, today) : words.dayTooEarly(day, earliest)}</p>
      ) : areaId === null || rosterId === null ? (
        <EmptyState title={words.choose} text={words.chooseText} />
      ) : (
        <Whole of={list}>
          {(it) => (
            <Tiles
              key={`${it.kind.id} ${it.onDay} ${event?.id}`}
              list={it}
              event={event}
              hasRoster={rosterId !== NO_ROSTER}
              areaId={areaId}
              way={choice.way}
              again={list.refetch}
            />
          )}
        </Whole>
      )}
    </Page>
  );
}

/** Of several lists one is chosen by whoever signs people in: another service's persons are not put before him. */
function onlyOne(rosters: Lists['rosters']): string | null {
  return rosters.length > 1 ? null : (rosters[0]?.id ?? NO_ROSTER);
}

/** What was chosen last stays chosen; an event that was come from is chosen, on its day. */
function useChoice(kindId: string, today: CivilDate) {
  const [asked] = useSearchParams();
  const [kept, keep] = useKept<Choice>(`sign-in:${kindId}`, { rosterId: null, areaId: null, eventId: null, way: 'phone' });
  const day = asked.get('day');
  const askedDay = day !== null && isCivilDate(day) && day < today ? day : null;
  const [onDay, setOnDay] = useState<CivilDate>(askedDay ?? today);
  const [choice, setChosen] = useState<Choice>({
    ...kept,
    ...(asked.get('event') !== null && { eventId: asked.get('event'), areaId: null, way: askedDay === null ? 'phone' : 'paper' }),
  });
  const setChoice = (next: Choice) => {
    keep(next);
    setChosen(next);
  };
  return { choice, setChoice, onDay, setOnDay };
}

type ChoicesProps = {
  readonly choice: Choice;
  readonly setChoice: (choice: Choice) => void;
  readonly rosters: Lists['rosters'];
  readonly rosterId: string | null;
  readonly places: Places;
  readonly areaId: string | null;
  readonly events: SignInEvents;
  readonly event: SignInEvents[number] | null;
};

function Choices({ choice, setChoice, rosters, rosterId, places, areaId, events, event }: ChoicesProps) {
  const words = useLabels(signInLabels);
  const eventName = ({ title, from, place }: SignInEvents[number]) => [from, title, place].filter(Boolean).join(' ');
  return (
    <>
      {events.length > 0 && (
        <Field name={words.event}>
          <Select
            className="full"
            aria-label={words.event}
            value={event?.id ?? NO_EVENT}
            onChange={(it) => setChoice({ ...choice, eventId: it === NO_EVENT ? null : it })}
            options={[{ value: NO_EVENT, label: words.noEvent }, ...events.map((it) => ({ value: it.id, label: eventName(it) }))]}
          />
        </Field>
      )}
      <Field name={words.roster}>
        <Select
          className="full"
          aria-label={words.roster}
          placeholder={words.choose}
          value={rosterId}
          onChange={(it) => setChoice({ ...choice, rosterId: it })}
          options={[...rosters.map((it) => ({ value: it.id, label: it.name })), { value: NO_ROSTER, label: words.noRoster }]}
        />
      </Field>
      <Field name={words.place}>
        <Select
          className="full"
          aria-label={words.place}
          showSearch={{ optionFilterProp: 'label' }}
          value={areaId}
          onChange={(it) => setChoice({ ...choice, areaId: it })}
          options={places.map((it) => ({ value: it.id, label: it.name }))}
        />
      </Field>
    </>
  );
}
