import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { anEvent } from '#/records/test-entries.ts';
import { aFrozenList, type TestPublication, valueIn } from './test-edition.ts';

const promiseIn = (list: TestPublication, object: string) => [...list.promises].find(([name]) => name.includes(object))![1];

/** A show that is to come in a village. */
const aShow = (list: TestPublication, on: CivilDate) => ({
  kind: 'event',
  promiseId: promiseIn(list, '送戏'),
  on,
  title: '送戏到村',
  place: '柳河村戏台',
  state: 'planned',
  eventKind: 'show',
  from: '19:00',
  to: '21:00',
  host: '区文旅局',
});

/** It is entered by the office. */
async function aPlannedShow(list: TestPublication, on: CivilDate, change: Record<string, unknown> = {}): Promise<string> {
  const id = newId();
  valueIn(await list.office.run('records.add-entry', { id, entry: { ...aShow(list, on), ...change } }));
  return id;
}

test('what is planned stands in the calendar of the next edition, on the page and on the telephone, and moves with it', async (t) => {
  const list = await aFrozenList(t, { demoToday: '2026-06-18' });
  const shows = [await aPlannedShow(list, '2026-07-03'), await aPlannedShow(list, '2026-07-10')];
  const card = { who: '村民', where: '各村', bring: '不用带', until: '全年', office: '区文旅局', phone: '0352-1234567', events: [] };
  valueIn(await list.office.run('publication.write-card', { promiseId: promiseIn(list, '送戏'), card }));
  await list.bringOut();

  const page = await list.app.page('/990001/2026/events');
  const english = await list.app.page('/en/990001/2026/events');
  const calendar = await list.app.page('/990001/2026/calendar.ics');
  const withMe = await list.app.page('/990001/2026/with-me');
  assert.ok(page.text.includes('7月3日') && page.text.includes('7月10日') && page.text.includes('柳河村戏台'));
  assert.match(english.text, /2 planned as of/);
  assert.equal(calendar.text.split('SUMMARY:送戏到村').length - 1, 2);
  assert.ok(withMe.text.includes('/990001/2026/events') && withMe.text.includes('送戏到村'));
  for (const it of [page, english, withMe])
    assert.ok(it.status === 200 && !it.text.includes('<script') && Buffer.byteLength(it.text) < 60_000);

  valueIn(await list.office.run('records.cancel-entry', { entryId: shows[0], reason: '当晚有雨' }));
  assert.ok((await list.app.page('/990001/2026/events')).text.includes('7月3日'), 'an edition stays as it was signed');
  await list.bringOut();
  const next = await list.app.page('/990001/2026/events');
  assert.match(next.text, /已排定 1 场/);
  assert.match(next.text, /<s>2026年7月3日[^<]*<\/s> <strong>已取消<\/strong>/);
  assert.ok(next.text.includes('7月10日') && !next.text.includes('当晚有雨'));
  assert.doesNotMatch((await list.app.page('/990001/2026/with-me')).text, /7月3日/, 'a card shows what is to come');
});

const entriesIn = (calendar: string) => calendar.split('BEGIN:VEVENT').slice(1);

test('the calendar of the page 日程 has its name and holds what the page lists, no deadline; what was announced and called off is cancelled, what was called off before is nowhere', async (t) => {
  const list = await aFrozenList(t, { demoToday: '2026-06-18' });
  const shows = [await aPlannedShow(list, '2026-07-03'), await aPlannedShow(list, '2026-07-10')];
  const early = await aPlannedShow(list, '2026-07-04', { title: '没有公布过的一场' });
  valueIn(await list.office.run('records.cancel-entry', { entryId: early, reason: '没有定下来' }));
  await list.bringOut();
  const calendar = async () => (await list.app.page('/990001/2026/events.ics')).text.replaceAll('\r\n ', '');

  const first = await calendar();
  assert.match(first, /NAME:\S+区2026年民生实事活动日程\r/);
  assert.equal(entriesIn(first).length, 2);
  assert.ok(!first.includes('期限') && !first.includes('没有公布过'));
  assert.ok((await list.app.page('/990001/2026/events')).text.includes('href="/990001/2026/events.ics"'));
  assert.ok((await list.app.page('/990001/2026/calendar.ics')).text.includes('期限'), 'the calendar that cards are printed with stays');

  valueIn(await list.office.run('records.cancel-entry', { entryId: shows[0], reason: '当晚有雨' }));
  const reached = [];
  for (let edition = 2; edition <= 3; edition++) {
    await list.bringOut();
    reached.push(...entriesIn(await calendar()).filter((it) => it.includes('STATUS:CANCELLED') && it.includes(`UID:${shows[0]}@`)));
  }
  assert.equal(reached.length, 2, 'in every edition until its day is over');
  assert.ok(reached.every((it) => it.includes('SUMMARY:已取消：送戏到村')));
  assert.equal(entriesIn(await calendar()).length, 2);
});

test('an event that is moved keeps its name in the calendar, and is not said to be called off', async (t) => {
  const list = await aFrozenList(t, { demoToday: '2026-06-18' });
  const id = await aPlannedShow(list, '2026-07-03');
  await list.bringOut();
  const moved = { ...aShow(list, '2026-07-05'), attended: null, certified: null };
  valueIn(await list.office.run('records.correct-entry', { entryId: id, entry: moved, reason: '改期' }));
  await list.bringOut();

  const all = entriesIn((await list.app.page('/990001/2026/events.ics')).text);
  assert.equal(all.length, 1);
  assert.ok(all[0]!.includes(`UID:${id}@`) && all[0]!.includes('20260705') && !all[0]!.includes('CANCELLED'));
  assert.doesNotMatch((await list.app.page('/990001/2026/events')).text, /7月3日|已取消/);
});

test('the page of a row names the next of its planned events and leads to all of them; a row without any says nothing', async (t) => {
  const list = await aFrozenList(t, { demoToday: '2026-06-18' });
  for (let i = 1; i <= 7; i++) await aPlannedShow(list, `2026-07-0${i}` as CivilDate);
  await list.bringOut();
  const { content } = JSON.parse((await list.app.page('/990001/2026/board.json')).text) as {
    content: { projects: { no: string; promises: { object: string }[] }[] };
  };
  const noOf = (object: string) => content.projects.find(({ promises }) => promises.some((it) => it.object.includes(object)))!.no;

  const { text } = await list.app.page(`/990001/2026/${noOf('送戏')}`);
  assert.match(text, /这一件已排定 7 场，看全部日程/);
  assert.ok(text.includes('href="/990001/2026/events"') && text.includes('7月5日') && !text.includes('7月6日'));
  assert.match((await list.app.page(`/en/990001/2026/${noOf('送戏')}`)).text, /7 planned of this row/);
  assert.doesNotMatch((await list.app.page(`/990001/2026/${noOf('招聘')}`)).text, /已排定/);
});

test('the calendar of a telephone holds every planned show, more than a card has room for, and one typed on the card only once', async (t) => {
  const list = await aFrozenList(t, { demoToday: '2026-06-18' });
  for (let i = 1; i <= 14; i++) await aPlannedShow(list, `2026-07-${String(i).padStart(2, '0')}` as CivilDate);
  const typed = { title: '送戏到村首场', on: '2026-07-01', from: '19:00', to: '21:00', place: '柳河村戏台' };
  const card = { who: '村民', where: '各村', bring: '不用带', until: '全年', office: '区文旅局', phone: '0352-1234567', events: [typed] };
  valueIn(await list.office.run('publication.write-card', { promiseId: promiseIn(list, '送戏'), card }));
  await list.bringOut();

  const { text } = await list.app.page('/990001/2026/calendar.ics');

  assert.deepEqual([text.split('SUMMARY:送戏到村\r\n').length - 1, text.split('SUMMARY:送戏到村首场').length - 1], [13, 1]);
  assert.equal(new Set(text.match(/^UID:.*$/gm)).size, text.match(/^UID:/gm)!.length);
});

test('a telephone number of a person in a planned event keeps the edition back', async (t) => {
  const list = await aFrozenList(t, { demoToday: '2026-06-18' });
  await aPlannedShow(list, '2026-07-03', { title: '送戏到村 11010519491231002X' });

  const refused = await list.prepare();

  assert.equal((refused.body as { refusal: { kind: string } }).refusal.kind, 'personal-data');
});

test('fifteen fairs, one a month at least: the public figure names the month that had none', async (t) => {
  const text = '序号\t项目内容\t牵头单位\n1\t全年举办专场招聘会15场，每月至少举办1场。\t区人社局';
  const list = await aFrozenList(t, { demoToday: '2026-06-18', text });
  const promiseId = promiseIn(list, '招聘');
  const { digest } = (await list.office.upload('照片.txt', Buffer.from('签到表'))).body as { digest: string };
  for (const on of ['2026-01-15', '2026-03-05', '2026-04-16', '2026-05-07'] as const) {
    const entry = anEvent(promiseId, { on, title: `招聘会 ${on}`, evidence: [digest] });
    valueIn(await list.office.run('records.add-entry', { id: newId(), entry }));
  }
  const spec = { kind: 'events', eventKind: 'fair', counts: 'held' };
  valueIn(await list.office.run('records.set-definition', { promiseId, spec, reason: '实施方案' }));
  valueIn(await list.office.run('delivery.set-count-source', { promiseId, source: 'records', reason: '会议纪要' }));
  await list.bringOut();

  const { figures } = JSON.parse((await list.app.page('/990001/2026/board.json')).text) as { figures: Record<string, string> };
  const [page, english] = await Promise.all(['', '/en'].map((it) => list.app.page(`${it}/990001/figures/${figures[promiseId]}`)));
  assert.match(page!.text, /清单写明“每月至少举办1场”，按月核对：2026年2月没有做到；4 个月做到；2026年6月还没有过完/);
  assert.match(english!.text, /not kept in Feb(?:ruary)? 2026/);
});

test('two shows on one evening both stand in the calendar, with a card and without; what its office typed on the card stands once', async (t) => {
  const list = await aFrozenList(t, { demoToday: '2026-06-18' });
  for (const title of ['送戏到甲村', '送戏到乙村']) await aPlannedShow(list, '2026-07-03', { title });
  await aPlannedShow(list, '2026-07-05', { title: '送戏到丙村' });
  const typed = ['2026-07-05', '2026-09-12'].map((on) => ({ title: '中秋晚会', on, from: '19:00', to: null, place: '广场' }));
  const card = { who: '村民', where: '各村', bring: '不用带', until: '全年', office: '区文旅局', phone: '0352-1234567' };
  valueIn(await list.office.run('publication.write-card', { promiseId: promiseIn(list, '送戏'), card: { ...card, events: typed } }));
  const calendar = async () => {
    await list.bringOut();
    return (await list.app.page('/990001/2026/calendar.ics')).text.replaceAll('\r\n ', '');
  };
  const uidOf = (text: string, day: string) => /UID:(\S+)/.exec(entriesIn(text).find((it) => it.includes(`DTSTART:${day}`)) ?? '')?.[1];

  const first = await calendar();
  const titles = [...first.matchAll(/SUMMARY:(送戏到\S+|中秋晚会)/g)].map(([, title]) => title);
  assert.deepEqual(titles.toSorted(), ['中秋晚会', '中秋晚会', '送戏到乙村', '送戏到甲村']);

  const later = { ...card, events: typed.slice(1) };
  valueIn(await list.office.run('publication.write-card', { promiseId: promiseIn(list, '送戏'), card: later }));
  const second = await calendar();
  assert.ok(uidOf(first, '20260912') !== undefined);
  assert.equal(uidOf(second, '20260912'), uidOf(first, '20260912'), 'what is left keeps its name when another is over');
});
