import { Radio, Select } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { useRead } from '#/ui/data.ts';
import { useKept } from '#/ui/kept.ts';
import { useLabels } from '#/ui/locale.tsx';
import { useOfflineShell } from '#/ui/offline-shell.ts';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { Lists, Places, SignInList } from './contract.ts';
import './people.css';
import { signInLabels } from './sign-in-labels.ts';
import { Tiles } from './sign-in-tiles.tsx';

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
        <Whole of={list}>
          {(it) => <Tiles key={`${it.kind.id} ${it.onDay}`} list={it} areaId={choice.areaId!} way={choice.way} again={list.refetch} />}
        </Whole>
      )}
    </Page>
  );
}
