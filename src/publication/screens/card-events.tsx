import { Button, Input } from 'antd';
import { useLabels } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { DayField } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { CardEvent } from '../rules/cards.ts';
import { cardLabels } from './card-labels.ts';

type EventsProps = { readonly events: readonly CardEvent[]; readonly onChange: (events: readonly CardEvent[]) => void };

/** 下一场和以后几场 */
export function CardEvents({ events, onChange }: EventsProps) {
  const words = useLabels(cardLabels);
  const { today } = useWorkplace();
  const change = (at: number, part: Partial<CardEvent>) => onChange(events.map((it, i) => (i === at ? { ...it, ...part } : it)));
  return (
    <Section title={words.events}>
      {events.map((it, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an event has no name of its own
        <div className="card-event" key={i}>
          <Input
            aria-label={words.eventTitle}
            placeholder={words.eventTitle}
            value={it.title}
            maxLength={40}
            onChange={({ target }) => change(i, { title: target.value })}
          />
          <DayField label={words.eventOn} value={it.on} onChange={(on) => on && change(i, { on })} />
          <input
            className="day"
            type="time"
            aria-label={words.eventFrom}
            value={it.from ?? ''}
            onChange={({ target }) => change(i, { from: target.value || null })}
          />
          <input
            className="day"
            type="time"
            aria-label={words.eventTo}
            value={it.to ?? ''}
            onChange={({ target }) => change(i, { to: target.value || null })}
          />
          <Input
            aria-label={words.eventPlace}
            placeholder={words.eventPlace}
            value={it.place}
            maxLength={60}
            onChange={({ target }) => change(i, { place: target.value })}
          />
          <Button onClick={() => onChange(events.filter((_, at) => at !== i))}>{words.removeEvent}</Button>
        </div>
      ))}
      {events.length < 12 && (
        <Button onClick={() => onChange([...events, { title: '', on: today, from: null, to: null, place: '' }])}>{words.addEvent}</Button>
      )}
    </Section>
  );
}
