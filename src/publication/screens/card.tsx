import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { fullName } from '#/planning/rules/area.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import type { Card } from '../rules/cards.ts';
import { CardEvents } from './card-events.tsx';
import { cardLabels } from './card-labels.ts';
import { CardShare } from './card-share.tsx';
import type { CardView } from './contract.ts';
import './publication.css';

const EMPTY: Card = { who: '', where: '', bring: '', until: '', untilOn: null, office: '', phone: '', events: [], areaIds: [] };

/** 一张办事卡: written here, reviewed and published with the next edition. */
export default function CardScreen() {
  const words = useLabels(cardLabels);
  const { promiseId = '' } = useParams();
  const view = useRead<CardView>(`/publication/cards/${promiseId}`);
  return (
    <Page title={view.data?.promise.promise ?? words.cards} lead={words.cardLead}>
      <Whole of={view}>{(it) => <Edited key={it.versions[0]?.version ?? 0} view={it} />}</Whole>
    </Page>
  );
}

function Edited({ view }: { readonly view: CardView }) {
  const words = useLabels(cardLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const { promise, versions, areas } = view;
  const [last] = versions;
  const [card, setCard] = useState<Card>(last?.card ?? EMPTY);
  const [fault, setFault] = useState<string | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const write = useCommand<unknown, unknown>('publication.write-card');
  const withdraw = useCommand<unknown, unknown>('publication.withdraw-card');
  const base = { [`card:${promise.promiseId}`]: last?.version ?? 0 };
  const set = (change: Partial<Card>) => setCard({ ...card, ...change });
  const send = () =>
    write
      .mutateAsync({ input: { promiseId: promise.promiseId, card }, base })
      .then(() => message.success(words.saved))
      .catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
  const isWhole = [card.who, card.where, card.bring, card.until, card.office, card.phone].every((it) => it.trim() !== '');
  return (
    <>
      <CardFields card={card} set={set} areas={areas} />
      <CardEvents events={card.events} onChange={(events) => set({ events })} />
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
      {promise.isOwn && (
        <p>
          <Button type="primary" disabled={!isWhole} loading={write.isPending} onClick={send}>
            {words.save}
          </Button>{' '}
          {last?.state === 'written' && <Button onClick={() => setLeaving(true)}>{words.withdraw}</Button>}{' '}
          {!isWhole && <span className="soft">{words.allFields}</span>}
        </p>
      )}
      {last?.state === 'written' && <CardShare view={view} card={last.card} />}
      <Section title={words.versions}>
        <ul>
          {versions.map((it) => (
            <li key={it.version}>
              {it.edited.on} · {it.edited.post} {it.edited.name} · {words.states[it.state]} {it.reason}
            </li>
          ))}
        </ul>
      </Section>
      <ReasonDialog
        open={isLeaving}
        title={words.withdraw}
        act={words.withdraw}
        onCancel={() => setLeaving(false)}
        onConfirm={(reason) =>
          withdraw.mutateAsync({ input: { promiseId: promise.promiseId, reason }, base }).then(() => setLeaving(false))
        }
      />
    </>
  );
}

type FieldsProps = { readonly card: Card; readonly set: (change: Partial<Card>) => void; readonly areas: CardView['areas'] };

function CardFields({ card, set, areas }: FieldsProps) {
  const words = useLabels(cardLabels);
  const line = (field: 'who' | 'where' | 'bring' | 'until' | 'office' | 'phone', max: number) => (
    <Field name={words[field]} hint={words.hints[field]}>
      <GrowText rows={1} value={card[field]} maxLength={max} onText={(text) => set({ [field]: text })} />
    </Field>
  );
  return (
    <>
      {line('who', 120)}
      {line('where', 120)}
      {line('bring', 160)}
      {line('until', 80)}
      <Field name={words.untilOn}>
        <DayField value={card.untilOn} onChange={(untilOn) => set({ untilOn })} />
      </Field>
      {line('office', 40)}
      {line('phone', 40)}
      <Field name={words.areas} hint={words.areasHint}>
        <Select
          className="full"
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={[...card.areaIds]}
          onChange={(areaIds) => set({ areaIds })}
          options={areas.map((it) => ({ value: it.id, label: fullName(areas, it.id) }))}
        />
      </Field>
    </>
  );
}
