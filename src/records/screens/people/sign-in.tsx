import { Button, Radio, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { useRead } from '#/ui/data.ts';
import { useKept } from '#/ui/kept.ts';
import { useLabels } from '#/ui/locale.tsx';
import { useOfflineShell } from '#/ui/offline-shell.ts';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { maskName } from '../../rules/people/identity.ts';
import type { Lists, Places, SignInList } from './contract.ts';
import './people.css';
import { signInLabels } from './sign-in-labels.ts';
import { useOutbox } from './use-outbox.ts';

type Choice = { readonly rosterId: string | null; readonly areaId: string | null; readonly way: 'phone' | 'paper' };

/** 签到: whoever comes is tapped; without network it waits in the browser and goes out by itself. */
export default function SignInScreen() {
  const words = useLabels(signInLabels);
  const { kindId } = useParams();
  const { today } = useWorkplace();
  const lists = useRead<Lists>('/records/lists').data;
  const places = useRead<Places>('/records/places').data ?? [];
  const [choice, setChoice] = useKept<Choice>(`sign-in:${kindId}`, { rosterId: null, areaId: null, way: 'phone' });
  const [onDay, setOnDay] = useState<CivilDate>(today);
  const kind = lists?.kinds.find((it) => it.id === kindId);
  const rosters = (lists?.rosters ?? []).filter((it) => it.isOwn && it.count !== null);
  const rosterId = choice.rosterId ?? rosters[0]?.id ?? null;
  const day = choice.way === 'paper' ? onDay : today;
  const path =
    rosterId === null || choice.areaId === null
      ? null
      : `/records/sign-in-list?serviceKindId=${kindId}&rosterId=${rosterId}&areaId=${choice.areaId}&onDay=${day}`;
  const list = useRead<SignInList>(path);
  useOfflineShell('records/sign-in', list.data !== undefined && places.length > 0);
  return (
    <Page title={`${words.title}${kind ? ` · ${kind.name}` : ''}`} lead={words.lead}>
      <Field name={words.roster}>
        <Select
          className="full"
          value={rosterId}
          onChange={(it) => setChoice({ ...choice, rosterId: it })}
          options={rosters.map((it) => ({ value: it.id, label: it.name }))}
        />
      </Field>
      <Field name={words.place}>
        <Select
          className="full"
          aria-label={words.place}
          showSearch={{ optionFilterProp: 'label' }}
          value={choice.areaId}
          onChange={(it) => setChoice({ ...choice, areaId: it })}
          options={places.map((it) => ({ value: it.id, label: it.name }))}
        />
      </Field>
      <Radio.Group
        value={choice.way}
        onChange={({ target }) => setChoice({ ...choice, way: target.value as Choice['way'] })}
        options={[
          { value: 'phone', label: words.now },
          { value: 'paper', label: words.paper },
        ]}
      />
      {choice.way === 'paper' && <DayField value={onDay} max={today} onChange={(it) => it && setOnDay(it)} />}
      {day > today ? (
        <p className="notice bad">{words.dayAhead(day, today)}</p>
      ) : path === null ? (
        <EmptyState title={words.choose} text={words.chooseText} />
      ) : (
        <Whole of={list}>{(it) => <Tiles list={it} areaId={choice.areaId!} way={choice.way} again={list.refetch} />}</Whole>
      )}
    </Page>
  );
}

type TilesProps = { readonly list: SignInList; readonly areaId: string; readonly way: Choice['way']; readonly again: () => void };

function Tiles({ list, areaId, way, again }: TilesProps) {
  const words = useLabels(signInLabels);
  const { kind, people, onDay } = list;
  const [slot, setSlot] = useState(kind.slots[0] ?? '');
  const outbox = useOutbox();
  const { signed, sign } = useSigned(outbox.waiting, onDay, again);
  const offsetMs = useClock(list.now);
  const isSigned = (no: number, slots: readonly string[]) => slots.includes(slot) || signed.has(`${no} ${slot} ${onDay}`);
  const tap = (person: SignInList['people'][number]) => {
    const device = Date.now();
    const from =
      way === 'paper' ? { way, onDay } : { way, at: new Date(device + offsetMs).toISOString(), deviceAt: new Date(device).toISOString() };
    sign(`${person.no} ${slot} ${onDay}`);
    outbox.put(
      'records.sign-in',
      { serviceKindId: kind.id, personNo: person.no, areaId, slot, from },
      `${maskName(person.name)} ${slot} ${onDay}`,
    );
  };
  return (
    <>
      {kind.slots.length > 0 && (
        <Radio.Group
          value={slot}
          onChange={({ target }) => setSlot(target.value as string)}
          options={kind.slots.map((it) => ({ value: it, label: it }))}
          optionType="button"
        />
      )}
      <OutboxBar {...outbox} />
      {people.length === 0 && <EmptyState title={words.nobody} text={words.nobodyText} />}
      <p>{words.count(people.filter((it) => isSigned(it.no, it.slots)).length, people.length)}</p>
      <div className="sign-tiles">
        {people.map((it) => (
          <Button
            key={it.no}
            disabled={isSigned(it.no, it.slots)}
            className={isSigned(it.no, it.slots) ? 'signed' : ''}
            onClick={() => tap(it)}
          >
            <b>{it.name}</b> {it.born !== null && <span className="soft">{it.born}</span>}
            <br />
            {isSigned(it.no, it.slots) ? words.signed : words.tap}
          </Button>
        ))}
      </div>
    </>
  );
}

/** Who was tapped, or waited when the page was opened, stays signed in once it is sent; what was refused does not. Both are read again. */
function useSigned(waiting: ReturnType<typeof useOutbox>['waiting'], onDay: string, again: () => void) {
  const keysOf = (isRefused: boolean) => waiting.filter((it) => (it.refusal !== null) === isRefused).map(({ body }) => keyIn(body, onDay));
  const open = keysOf(false);
  const [tapped, setTapped] = useState<ReadonlySet<string>>(new Set(open));
  const refused = keysOf(true).filter((it) => tapped.has(it));
  const [left, setLeft] = useState(open.length);
  useEffect(() => {
    if (open.length < left) again();
    setLeft(open.length);
  }, [open.length, left, again]);
  useEffect(() => {
    if (refused.length === 0) return;
    setTapped((before) => new Set([...before].filter((it) => !refused.includes(it))));
    again();
  }, [refused, again]);
  const sign = (key: string) => setTapped((before) => new Set([...before, key]));
  return { signed: new Set([...tapped, ...open]), sign };
}

/** The phone's clock may be a year off; it is set right by the server's at the last reading, also when that reading was kept from before. */
function useClock(now: string): number {
  const [clock, setClock] = useKept<{ readonly now: string; readonly offsetMs: number } | null>('sign-in-clock', null);
  useEffect(() => {
    if (clock?.now !== now) setClock({ now, offsetMs: new Date(now).getTime() - Date.now() });
  }, [now, clock, setClock]);
  return clock?.offsetMs ?? 0;
}

/** Whom a waiting sign-in is for: after a reload without network nobody is signed in twice. */
function keyIn(body: string, onDay: string): string {
  const { input } = JSON.parse(body) as { readonly input: Partial<Sent> };
  return `${input.personNo} ${input.slot} ${input.from?.onDay ?? onDay}`;
}

type Sent = { readonly personNo: number; readonly slot: string; readonly from: { readonly onDay?: string } };

function OutboxBar({ waiting, isOnline, drop, send }: ReturnType<typeof useOutbox>) {
  const words = useLabels(signInLabels);
  const open = waiting.filter((it) => it.refusal === null);
  return (
    <>
      <p role="status" className={open.length > 0 || !isOnline ? 'notice warn' : 'soft'}>
        {isOnline ? '' : words.offline} {words.waiting(open.length)}{' '}
        {open.length > 0 && (
          <Button size="small" onClick={send}>
            {words.send}
          </Button>
        )}
      </p>
      {waiting
        .filter((it) => it.refusal !== null)
        .map((it) => (
          <p key={it.id} className="notice bad">
            {it.label}：{String(it.refusal)}{' '}
            <Button size="small" onClick={() => drop(it.id)}>
              {words.drop}
            </Button>
          </p>
        ))}
    </>
  );
}
