import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, kindOf } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import { reading } from '#/platform/transaction.ts';
import { verifyJournal } from '#/platform/verify.ts';
import { planEntries } from './rules/entries/import.ts';
import { ENTRY_FIELDS } from './rules/entries/import-heads.ts';
import { fictionalIdentity } from './rules/people/fictional.ts';
import { listCurrentEntries } from './store/entries.ts';
import { aCanteen, type TestCanteen } from './test-canteen.ts';
import { anEvent } from './test-entries.ts';
import { aRow, csvOf } from './test-people.ts';

const TODAY = '2026-06-18';
const FAIR = { name: '义诊签到', slots: [], needsEvidence: false };
const PAPERS = { name: '虚构来客', identity: fictionalIdentity(70, '1990-05-01', 'f') };
const NO_PAPERS = { name: '虚构无证', birthOn: '1950-01-02', phone: '13900000000' };

/** A bureau with a list of four old people and an event of its own. */
type AtEvent = TestCanteen & { readonly eventId: string; readonly event: object };

async function anEventToday(t: Parameters<typeof aCanteen>[0], more: object = {}): Promise<AtEvent> {
  const it = await aCanteen(t, 4, FAIR);
  const eventId = newId();
  const event = anEvent(it.promiseId, {
    ...{ on: TODAY, state: 'planned', evidence: [], attended: null, title: '社区义诊', eventKind: 'community' },
    ...more,
  });
  answerOf(await it.bureau.run('records.add-entry', { id: eventId, entry: event }));
  return { ...it, eventId, event };
}

const NOW = { way: 'paper', onDay: TODAY } as const;
const at = (it: AtEvent, more: object = {}) => ({
  serviceKindId: it.kindId,
  areaId: it.areas[0],
  slot: '09:00',
  eventId: it.eventId,
  from: NOW,
  ...more,
});
const sign = (it: AtEvent, personNo: number, more: object = {}) => it.bureau.run('records.sign-in', { ...at(it), personNo, ...more });
const door = (it: AtEvent, who: object, more: object = {}) => it.bureau.run('records.sign-in-at-door', { ...at(it), who, ...more });

type Shown = { readonly id: string; readonly state: string; readonly attended: number | null; readonly signedIn: number | null };
const eventOf = async (it: AtEvent) =>
  ((await it.bureau.get(`/records/entries?promiseId=${it.promiseId}`)).body as unknown as { entries: readonly Shown[] }).entries.find(
    ({ state }) => state === 'planned' || state === 'held',
  )!;

test('who attended an event is counted from those who signed in there, and nobody types another number', async (t) => {
  const it = await anEventToday(t);
  const [one, two] = it.people.map(({ no }) => no) as [number, number];
  answerOf(await sign(it, one));
  answerOf(await sign(it, two));
  answerOf(await door(it, PAPERS));
  assert.deepEqual([(await eventOf(it)).attended, (await eventOf(it)).signedIn], [null, 3]);

  const evidence = [await it.list.evidence()];
  const report = (attended: number | null) =>
    it.bureau.run('records.report-event', { entryId: it.eventId, on: TODAY, attended, certified: null, evidence });
  assert.deepEqual((await report(120)).body, { ok: false, refusal: { kind: 'attended-from-sign-ins', signedIn: 3 } });
  answerOf(await report(null));
  const held = await eventOf(it);
  assert.deepEqual([held.state, held.attended, held.signedIn], ['held', 3, 3]);

  // The list is completed afterwards, from paper.
  answerOf(await door(it, NO_PAPERS));
  assert.equal((await eventOf(it)).attended, 4);
  const decided = { personNo: one, otherNo: two, serviceKindId: it.kindId, reason: '同一人' };
  answerOf(await it.bureau.run('records.decide-duplicate', { ...decided, decision: 'same' }));
  assert.equal((await eventOf(it)).attended, 3, 'whoever is found to be one attended once');
  answerOf(await it.bureau.run('records.decide-duplicate', { ...decided, decision: 'undone' }));
  const corrected = { ...it.event, state: 'held', evidence, attended: 5 };
  const correct = (entry: object) => it.bureau.run('records.correct-entry', { entryId: held.id, entry, reason: '补照片' });
  assert.equal(kindOf(await correct(corrected)), 'attended-from-sign-ins');
  answerOf(await correct({ ...corrected, attended: 4 }));
  assert.equal((await eventOf(it)).attended, 4, 'the sign-ins stay with the corrected line');
  assert.ok((await verifyJournal(it.list.app.world, ['990001'])).ok);
});

test('an event at which nobody signed in has the number that was typed, and asks for one', async (t) => {
  const it = await anEventToday(t);
  const report = (attended: number | null) =>
    it.bureau.run('records.report-event', { entryId: it.eventId, on: TODAY, attended, certified: null, evidence: [] });
  assert.equal(kindOf(await report(null)), 'attended-missing');
  answerOf(await report(80));
  assert.deepEqual([(await eventOf(it)).attended, (await eventOf(it)).signedIn], [80, null]);
  const [one] = it.people.map(({ no }) => no) as [number];
  assert.equal(kindOf(await sign(it, one)), 'event-with-number', 'no number changes because one more name is keyed in');
  const { id } = await eventOf(it);
  answerOf(await it.bureau.run('records.correct-entry', { entryId: id, entry: { ...it.event, state: 'held' }, reason: '改由签到计数' }));
  answerOf(await sign(it, one));
  assert.deepEqual([(await eventOf(it)).attended, (await eventOf(it)).signedIn], [1, 1]);
});

test('how many passed is no more than signed in; when all sign-ins are taken back nobody attended until somebody says how many', async (t) => {
  const it = await anEventToday(t);
  const { personNo } = answerOf<{ personNo: number }>(await door(it, PAPERS));
  const report = (certified: number) =>
    it.bureau.run('records.report-event', { entryId: it.eventId, on: TODAY, attended: null, certified, evidence: [] });
  assert.equal(kindOf(await report(2)), 'certified-beyond-attended');
  answerOf(await report(1));
  const signInId = (await it.list.app.ownerPool.query<{ id: string }>('select id from records.sign_in')).rows[0]!.id;
  const back = { serviceKindId: it.kindId, personNo, onDay: TODAY, slot: '09:00', signInId, reason: '点错了人' };
  answerOf(await it.bureau.run('records.take-back-sign-in', back));
  assert.deepEqual([(await eventOf(it)).attended, (await eventOf(it)).signedIn], [null, null]);
});

test('a table of events tells no other number than the sign-ins; where it tells none or the same, nothing changes', async (t) => {
  const it = await anEventToday(t);
  answerOf(await door(it, PAPERS));
  answerOf(await it.bureau.run('records.report-event', { entryId: it.eventId, on: TODAY, attended: null, certified: null, evidence: [] }));
  const [held] = await reading(it.list.app.world, '990001', (reader) => listCurrentEntries(reader, it.promiseId));
  const words = { on: TODAY, title: '社区义诊', place: '清泉广场', eventKind: '社区活动', host: '区人社局', from: '09:00', to: '11:30' };
  const plan = (attended: string) => {
    const row = Object.assign(Object.fromEntries(ENTRY_FIELDS.map((it) => [it, ''])), { ...words, attended, row: 2, sheet: null });
    const known = { entries: [held!], areas: [], today: TODAY, file: { digest: 'a'.repeat(64), name: '活动.xlsx' } } as const;
    const { plan, remarks } = planEntries([row as never], { kind: 'event', promiseId: it.promiseId, ...known });
    return [plan.same, plan.corrected.length, remarks.map(({ field, kind }) => `${field} ${kind}`)];
  };
  for (const same of ['', '1']) assert.deepEqual(plan(same), [1, 0, []]);
  assert.deepEqual(plan('120'), [0, 0, ['attended refused']]);
});

test('people sign in at an event on its day, as long as it is not cancelled, for a service of the unit that holds it', async (t) => {
  const it = await anEventToday(t);
  const [one] = it.people.map(({ no }) => no) as [number];
  assert.equal(kindOf(await sign(it, one, { from: { way: 'paper', onDay: '2026-06-17' } })), 'event-other-day');
  assert.equal((await sign(it, one, { eventId: newId() })).status, 404);
  answerOf(await it.bureau.run('records.cancel-entry', { entryId: it.eventId, reason: '下雨' }));
  assert.equal(kindOf(await sign(it, one)), 'event-not-there');
  assert.equal(kindOf(await door(it, PAPERS)), 'event-not-there');
  const shown = async (onDay: string) => (await it.bureau.get(`/records/sign-in-events?serviceKindId=${it.kindId}&onDay=${onDay}`)).body;
  assert.deepEqual(await shown(TODAY), []);
});

test('a service of doses or numbered evidence has no sign-in: nobody is tested by being there', async (t) => {
  const it = await aCanteen(t, 2, { name: '检测', slots: [], needsEvidence: true });
  const place = { serviceKindId: it.kindId, areaId: it.areas[0], slot: '', from: NOW };
  assert.equal(kindOf(await it.bureau.run('records.sign-in', { ...place, personNo: 1 })), 'no-sign-ins');
  assert.equal(kindOf(await it.bureau.run('records.sign-in-at-door', { ...place, who: PAPERS })), 'no-sign-ins');
});

test('one person is at one event once, with a paper, without one, from the list or at the door, however many phones ask; taken back he may sign in anew', async (t) => {
  const it = await anEventToday(t);
  const onList = { name: '虚构3', identity: fictionalIdentity(3, '1950-01-01', 'f') };
  for (const who of [PAPERS, NO_PAPERS, onList]) {
    const all = await Promise.all([1, 2, 3].map(() => door(it, who)));
    assert.deepEqual(all.map(({ status }) => status).sort(), [200, 409, 409], JSON.stringify(who));
    assert.ok(all.filter(({ status }) => status === 409).every((answer) => kindOf(answer) === 'signed-already'));
  }
  const listed = it.people.find(({ name }) => name === '虚构3')!;
  assert.equal(kindOf(await sign(it, listed.no)), 'signed-already', 'by his paper he is who stands on the list');
  assert.equal((await eventOf(it)).signedIn, 3);

  const list = async () => {
    const path = `/records/sign-in-list?serviceKindId=${it.kindId}&areaId=${it.areas[0]}&eventId=${it.eventId}&onDay=${TODAY}`;
    return (await it.bureau.get(path)).body as Awaited<ReturnType<typeof it.listed>>;
  };
  const { people, attended } = await list();
  assert.deepEqual([attended, people.length], [3, 3]);
  const guest = people.find(({ name }) => name === '虚构无证')!;
  const { slot, id: signInId } = guest.signed[0]!;
  const back = { serviceKindId: it.kindId, personNo: guest.no, onDay: TODAY, slot, signInId, reason: '点错了人' };
  answerOf(await it.bureau.run('records.take-back-sign-in', back));
  assert.deepEqual([(await eventOf(it)).signedIn, (await list()).takenBack.map(({ name }) => name)], [2, ['虚构无证']]);
  answerOf(await door(it, NO_PAPERS));
  assert.equal((await list()).people.find(({ name }) => name === '虚构无证')!.no, guest.no, 'he is who he was');
});

test('at two events of one day a person counts at each, and once as a person', async (t) => {
  const it = await anEventToday(t);
  const other = newId();
  answerOf(
    await it.bureau.run('records.add-entry', {
      id: other,
      entry: { ...it.event, title: '下午义诊', place: '西区广场', from: '14:00', to: '16:00' },
    }),
  );
  answerOf(await door(it, PAPERS));
  answerOf(await door(it, PAPERS, { eventId: other }));
  const { four } = await it.figure();
  assert.deepEqual([four.services, four.persons], [2, 1]);
});

test('who comes without a paper and looks like somebody on a list is proposed as one, and counts twice until it is said', async (t) => {
  const it = await anEventToday(t);
  const heads = '姓名,证件号码,出生日期,监护人电话,乡镇,检测日期,报告编号';
  await it.accept(await it.read(`${heads}\r\n${NO_PAPERS.name},,${NO_PAPERS.birthOn},${NO_PAPERS.phone},东河乡,2026-03-05,R`));
  answerOf(await door(it, NO_PAPERS));
  const { four } = await it.figure();
  assert.deepEqual([four.persons, four.openDuplicates], [2, 1]);
});

test('papers of the door are sealed, found again by a file, and opened only by the unit whose service it is', async (t) => {
  const it = await anEventToday(t);
  const { personNo } = answerOf<{ personNo: number }>(await door(it, PAPERS));
  await it.accept(await it.read(csvOf([aRow({ name: PAPERS.name, identity: PAPERS.identity, on: '2026-03-05' })])));
  const { four } = await it.figure();
  assert.deepEqual([four.services, four.persons], [2, 1]);
  const dump = await it.list.app.ownerPool.query(
    'select (select json_agg(p) from records.person p)::text || (select json_agg(s) from records.person_seal s)::text as all',
  );
  assert.ok(!dump.rows[0].all.includes(PAPERS.identity) && !dump.rows[0].all.includes(PAPERS.name));
  const open = (person: typeof it.bureau) => person.get(`/records/person/${personNo}?purpose=${encodeURIComponent('核对到场人员')}`);
  assert.equal(((await open(it.bureau)).body as { identity: string }).identity, PAPERS.identity);
  assert.equal((await open(it.list.liaisonOf('招聘会'))).status, 403);
});
