import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardSentence } from '../card-words.ts';
import { CardInput, type CardRefusal, cardFault, concerns, nextEvents } from './cards.ts';
import { aCard, aContent, aDisclosure, somePlaces } from './fixtures.ts';
import { placeDifferences } from './place-difference.ts';
import { screen } from './screening.ts';

const ID = '11010519491231002X';
const SECRETS = [ID, '13812345678', '晋B12345', '3号楼2单元501室', '6222021234567890128'];

test('personal data in any field of a card is refused with its place', () => {
  for (const field of ['who', 'where', 'bring', 'until', 'office'] as const) {
    for (const secret of SECRETS) {
      const fault = cardFault(aCard({ [field]: `请联系${secret}` }));
      assert.deepEqual([fault?.kind, (fault as { field?: string }).field], ['card-personal-data', field], `${field} ${secret}`);
      assert.ok(!cardSentence(fault!, 'zh-CN').includes(secret));
    }
  }
  const [first] = aCard().events;
  const inEvent = cardFault(aCard({ events: [first!, { ...first!, place: `家中${SECRETS[3]}` }] }));
  assert.ok(cardSentence(inEvent!, 'zh-CN').startsWith('“第 2 场的活动地点”里有'));
});

test('a mobile as the telephone is left to the reviewer of the edition; an ID number is not', () => {
  assert.equal(cardFault(aCard({ phone: '13812345678' })), null);
  assert.equal((cardFault(aCard({ phone: ID })) as CardRefusal).kind, 'card-personal-data');
  const content = aContent({ places: somePlaces(1, { cards: [aCard({ phone: '13812345678' })] }) });
  const [finding, ...others] = screen(content, aDisclosure());
  assert.deepEqual([finding?.no, finding?.kind, finding?.isOverridable, others.length], ['9', 'mobile', true, 0]);
});

test('a card says neither coordinates nor an event that ends before it begins', () => {
  const [first] = aCard().events;
  assert.deepEqual(cardFault(aCard({ where: '东经113.12345' })), { kind: 'card-holds-coordinates', field: 'where' });
  assert.equal(cardFault(aCard({ events: [{ ...first!, to: '08:30' }] }))?.kind, 'card-ends-before-it-begins');
  assert.equal(cardFault(aCard({ events: [{ ...first!, from: null, to: '08:30' }] }))?.kind, 'card-ends-before-it-begins');
  assert.equal(cardFault(aCard()), null);
});

test('the telephone of a card is one', () => {
  const { promiseId: _, no: __, position: ___, project: ____, promise: _____, ...card } = aCard();
  const isPhone = (phone: string) => CardInput.safeParse({ ...card, phone }).success;

  assert.deepEqual(['12345', '0352-1234567', '400 123 4567 转 3', '张三', 'x'.repeat(5), ''].map(isPhone), [
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('what is over on the day of the edition is not announced, and the next comes first', () => {
  assert.deepEqual(
    nextEvents(aCard(), '2026-06-18').map((it) => it.on),
    ['2026-06-27', '2026-09-12'],
  );
  assert.deepEqual(
    nextEvents(aCard(), '2026-06-27').map((it) => it.on),
    ['2026-06-27', '2026-09-12'],
  );
  assert.deepEqual(nextEvents(aCard(), '2026-09-13'), []);
});

test('a card concerns its areas, what lies in them, or everybody', () => {
  const lineage = [
    { id: 'village', parentId: 'town' },
    { id: 'town', parentId: null },
  ];

  assert.deepEqual(
    [[], ['village'], ['town'], ['other']].map((it) => concerns(it, lineage)),
    [true, true, true, false],
  );
});

test('before signing, every site and card that changed is named', () => {
  const last = aContent({ places: somePlaces(2) });
  const { sites, cards } = last.places!;
  const next = aContent({ places: somePlaces(2, { sites: [{ ...sites[0]!, stage: 'done' }], cards: [{ ...cards[0]!, phone: '12345' }] }) });

  assert.deepEqual(placeDifferences(last, last), []);
  assert.deepEqual(
    placeDifferences(last, next).map(({ no, what, title, before, after }) => [no, what, title, before !== null, after !== null]),
    [
      ['1', 'sites', '示例点位1', true, true],
      ['2', 'sites', '示例点位2', true, false],
      ['8', 'card', '开展送戏下乡', true, false],
      ['9', 'card', '开展专场招聘会', true, true],
    ],
  );
});
