import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCard } from './fixtures.ts';
import { posterOf } from './poster.ts';

test('a poster has the largest letters that its sheet bears: short words large, a card filled to the brim small, with the first of its events', () => {
  const long = (signs: number) => '字'.repeat(signs);
  const event = { title: long(40), on: '2026-07-01', from: '09:00', to: '11:00', place: long(60) } as const;
  const cases = [
    [aCard({ events: [] }), 30, 0],
    [aCard({ who: long(60), where: long(60), events: [] }), 24, 0],
    [aCard({ who: long(80), where: long(80), bring: long(100), events: [event] }), 19, 1],
    [
      aCard({ who: long(120), where: long(120), bring: long(160), until: long(80), events: Array.from({ length: 12 }, () => event) }),
      15,
      2,
    ],
    [
      aCard({
        promise: long(30),
        who: long(120),
        where: long(120),
        bring: long(160),
        until: long(80),
        office: long(40),
        events: [event, event],
      }),
      15,
      1,
    ],
  ] as const;

  for (const [card, size, events] of cases) assert.deepEqual(posterOf(card, '2026-06-18'), { size, events });
});
