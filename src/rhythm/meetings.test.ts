import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { parseXml, textOf } from '#/platform/documents/xml.ts';
import { openZip } from '#/platform/documents/zip.ts';
import type { Agenda, AgendaItem } from './rules/agenda.ts';
import type { Decision, DecisionState } from './rules/decision.ts';
import type { Attendance, Meeting } from './rules/meeting.ts';
import { aMeetingUnderWay, aRhythm, refusalOf, type TestRhythm, valueIn } from './test-rhythm.ts';

type Shown = {
  readonly meeting: Meeting;
  readonly agenda: Agenda;
  readonly decisions: readonly Decision[];
  readonly attendance: readonly Attendance[];
  readonly last: readonly DecisionState[];
  readonly orders: readonly { readonly number: number; readonly unitId: string; readonly dueOn: string; readonly state: string }[];
};

const shown = async ({ office }: TestRhythm, meetingId: string): Promise<Shown> =>
  (await office.get(`/rhythm/meeting?meetingId=${meetingId}`)).body;

async function planned({ office, programmeId }: TestRhythm, plannedOn = '2026-06-18'): Promise<string> {
  const id = newId();
  valueIn(await office.run('rhythm.plan-meeting', { id, programmeId, plannedOn, place: '三楼会议室', chairName: '方远' }));
  return id;
}

const decision = (meetingId: string, more: object = {}) => ({
  meetingId,
  decisionId: newId(),
  text: '七月底前补齐检测点位',
  dueOn: '2026-07-31',
  ...more,
});

test('the agenda computes itself: red promises, blockers by age, silent units; it is the same matter again in the next meeting', async (t) => {
  const it = await aRhythm(t);
  await it.reported(it.health, 900);
  await it.raised(it.civil);
  await it.raised(it.jobs, { title: '缺供水' });
  it.at('2026-07-06');
  const meetingId = await planned(it, '2026-07-06');

  const { agenda } = await shown(it, meetingId);
  const rows = agenda.items.map(({ kind, unit, title }) => [kind, unit, title]);

  assert.deepEqual(rows.slice(0, 3), [
    ['red', '区卫健局', '为全区居民免费检测40000人次'],
    ['blocker', '区民政局', '场地产权未明'],
    ['blocker', '区人社局', '缺供水'],
  ]);
  assert.deepEqual(
    agenda.items
      .filter(({ kind }) => kind === 'silent')
      .map(({ unit }) => unit)
      .toSorted(),
    ['区人社局', '区卫健局', '区民政局'],
  );
  assert.ok(agenda.items.every((item, i, all) => all.findIndex(({ key }) => key === item.key) === i));
});

test('the office adds, reorders and leaves out with a reason; what it left out stays visible, and once the meeting began nothing moves', async (t) => {
  const it = await aRhythm(t);
  await it.reported(it.health, 900);
  await it.raised(it.civil, { level: 'unit' });
  it.at('2026-07-06');
  const meetingId = await planned(it, '2026-07-06');
  const agenda = async () => (await shown(it, meetingId)).agenda;
  const key = (items: readonly AgendaItem[], kind: string) => items.find((item) => item.kind === kind)!.key;
  const { items } = await agenda();
  const [red, blocker] = [key(items, 'red'), key(items, 'blocker')];

  valueIn(await it.office.run('rhythm.add-agenda-item', { meetingId, itemId: newId(), title: '部署三季度工作' }));
  const added = key((await agenda()).items, 'added');
  valueIn(await it.office.run('rhythm.reorder-agenda', { meetingId, keys: [added, blocker] }));
  valueIn(await it.office.run('rhythm.leave-item-out', { meetingId, key: red, reason: '另行专题研究' }));
  const unknown = refusalOf(await it.office.run('rhythm.leave-item-out', { meetingId, key: 'red:nothing', reason: '没有的事' }));
  const changed = await agenda();
  valueIn(await it.office.run('rhythm.begin-meeting', { meetingId }));
  const blocked = refusalOf(await it.office.run('rhythm.leave-item-out', { meetingId, key: red, reason: null }));
  await it.reported(it.health, 1_200, '2026-07-06');

  assert.deepEqual(
    changed.items.slice(0, 2).map(({ key: at }) => at),
    [added, blocker],
  );
  assert.deepEqual(
    changed.leftOut.map(({ item, reason }) => [item.key, reason]),
    [[red, '另行专题研究']],
  );
  assert.deepEqual([unknown.kind, blocked.kind], ['agenda-item-unknown', 'meeting-begun']);
  assert.deepEqual(await agenda(), changed);
});

test('decisions become orders when the meeting closes, all or none, and the next meeting opens with their state', async (t) => {
  const it = await aRhythm(t);
  await it.reported(it.health, 900);
  const meetingId = await aMeetingUnderWay(it);
  const { unitId, headPostId, projectId } = it.health;
  const { agenda } = await shown(it, meetingId);
  const onItem = { itemKey: agenda.items[0]!.key, projectId, unitId, postId: headPostId };

  valueIn(await it.office.run('rhythm.write-decision', decision(meetingId, onItem)));
  valueIn(await it.office.run('rhythm.write-decision', decision(meetingId, { text: '通报表扬区民政局', dueOn: null })));
  const wrong = decision(meetingId, { text: '腾退食堂场地', unitId: it.civil.unitId, postId: headPostId });
  valueIn(await it.office.run('rhythm.write-decision', wrong));
  const refused = refusalOf<{ kind: string; order: { kind: string } }>(await it.office.run('rhythm.close-meeting', { meetingId }));
  const none = (await shown(it, meetingId)).orders;
  valueIn(await it.office.run('rhythm.write-decision', { ...wrong, postId: null }, { base: { [`decision:${wrong.decisionId}`]: 1 } }));
  const { orders: count } = valueIn<{ orders: number }>(await it.office.run('rhythm.close-meeting', { meetingId }));
  const closed = await shown(it, meetingId);
  it.at('2026-08-03');
  const next = await shown(it, await planned(it, '2026-08-03'));

  assert.deepEqual([refused.kind, refused.order.kind, none, count], ['decision-not-issued', 'post-elsewhere', [], 2]);
  assert.deepEqual(
    closed.orders.map(({ number, unitId: to, dueOn }) => [number, to, dueOn]),
    [
      [1, unitId, '2026-07-31'],
      [2, it.civil.unitId, '2026-07-31'],
    ],
  );
  assert.deepEqual(
    next.last.map(({ text, order }) => [text, order!.state]),
    [
      ['七月底前补齐检测点位', 'issued'],
      ['腾退食堂场地', 'issued'],
    ],
  );
  assert.deepEqual(
    next.agenda.items.slice(0, 2).map(({ kind, title }) => [kind, title]),
    [
      ['decision', '七月底前补齐检测点位'],
      ['decision', '腾退食堂场地'],
    ],
  );
  assert.equal(
    next.agenda.items.some(({ kind }) => kind === 'order'),
    false,
    'a late order of a decision stands once',
  );
});

test('a leader who is named as the chair by hand is asked for once', async (t) => {
  const it = await aRhythm(t);
  await it.reported(it.health, 900);
  valueIn(await it.office.run('programme.set-overseeing-leader', { projectId: it.health.projectId, postId: it.leaderPostId }));
  const meetingId = await planned(it);
  valueIn(await it.office.run('rhythm.begin-meeting', { meetingId }));

  const { attendance } = await shown(it, meetingId);

  assert.deepEqual(
    attendance.map(({ title, name }) => [title, name]),
    [
      ['主持', '方远'],
      ['区卫健局', '卫宁'],
    ],
  );
});

test('a meeting is closed once, also by two at the same moment, and its orders are issued once', async (t) => {
  const it = await aRhythm(t);
  await it.raised(it.civil);
  it.at('2026-07-06');
  const meetingId = await aMeetingUnderWay(it, '2026-07-06');
  valueIn(await it.office.run('rhythm.write-decision', decision(meetingId, { unitId: it.civil.unitId })));
  const colleague = it.app.as('office', { name: '常青' });

  const outcomes = await Promise.all([it.office, colleague].map((person) => person.run('rhythm.close-meeting', { meetingId })));
  const again = refusalOf<{ kind: string; on: string }>(await it.office.run('rhythm.close-meeting', { meetingId }));
  const late = refusalOf(await it.office.run('rhythm.write-decision', decision(meetingId, { unitId: it.civil.unitId })));

  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), [200, 409]);
  assert.deepEqual([again.kind, again.on, late.kind], ['meeting-closed', '2026-07-06', 'meeting-closed']);
  assert.equal((await shown(it, meetingId)).orders.length, 1);
});

test('two who write one meeting: what both add stands, one behind the other; of two changes of one decision the later must have seen the first', async (t) => {
  const it = await aRhythm(t);
  await it.raised(it.civil);
  it.at('2026-07-06');
  const meetingId = await aMeetingUnderWay(it, '2026-07-06');
  const colleague = it.app.as('office', { name: '常青' });
  const ours = decision(meetingId, { unitId: it.civil.unitId });
  const theirs = decision(meetingId, { text: '三日内到现场', unitId: it.civil.unitId });

  const added = await Promise.all([it.office.run('rhythm.write-decision', ours), colleague.run('rhythm.write-decision', theirs)]);
  const base = { base: { [`decision:${ours.decisionId}`]: 1 } };
  const changed = await Promise.all([
    it.office.run('rhythm.write-decision', { ...ours, text: '改为八月底' }, base),
    colleague.run('rhythm.write-decision', { ...ours, text: '改为九月底' }, base),
  ]);
  const { decisions } = await shown(it, meetingId);

  assert.deepEqual(
    added.map(({ status }) => status),
    [200, 200],
  );
  assert.deepEqual(changed.map(({ status }) => status).toSorted(), [200, 409]);
  assert.deepEqual(
    decisions.map(({ position }) => position),
    [1, 2],
  );
});

test('numbers of meetings have no gap when two are planned at once; one meeting at a time is under way; nobody there means not held', async (t) => {
  const it = await aRhythm(t);
  await it.raised(it.civil);
  it.at('2026-07-06');
  const [first, second] = await Promise.all([planned(it, '2026-07-06'), planned(it, '2026-07-06')]);
  const numbers = ((await it.office.get('/rhythm/meetings')).body as { meetings: readonly Meeting[] }).meetings.map(({ no }) => no);

  valueIn(await it.office.run('rhythm.begin-meeting', { meetingId: first }));
  const other = refusalOf(await it.office.run('rhythm.begin-meeting', { meetingId: second }));
  const empty = refusalOf(await it.office.run('rhythm.close-meeting', { meetingId: first }));
  const unnamed = [{ place: 1, title: '区民政局', state: 'substitute' }];
  const substitute = refusalOf(await it.office.run('rhythm.record-attendance', { meetingId: first, entries: unnamed }));

  assert.deepEqual(numbers.toSorted(), [1, 2]);
  assert.deepEqual([other.kind, empty.kind, substitute.kind], ['meeting-under-way', 'nobody-present', 'attendance-unnamed']);
});

test('papers and minutes say what the board says, who was there, and which order each decision became', async (t) => {
  const it = await aRhythm(t);
  await it.reported(it.health, 900);
  const meetingId = await aMeetingUnderWay(it);
  const { agenda } = await shown(it, meetingId);
  const { unitId, headPostId, projectId } = it.health;
  const entries = [
    { place: 1, title: '主持', name: '方远', state: 'present' },
    { place: 2, title: '区卫健局', name: '宁助', state: 'substitute' },
  ];
  valueIn(await it.office.run('rhythm.record-attendance', { meetingId, entries }));
  valueIn(
    await it.office.run(
      'rhythm.write-decision',
      decision(meetingId, { itemKey: agenda.items[0]!.key, projectId, unitId, postId: headPostId }),
    ),
  );
  const early = await it.office.get(`/rhythm/minutes.docx?meetingId=${meetingId}`);
  valueIn(await it.office.run('rhythm.close-meeting', { meetingId }));
  const { counts } = await it.board();
  const { sheet } = (await it.office.get(`/rhythm/papers?meetingId=${meetingId}`)).body as { sheet: object };
  const minutes = await it.app.app.inject({
    url: `/api/990001/rhythm/minutes.docx?meetingId=${meetingId}`,
    headers: { cookie: `test=${it.office.actor.accountId}` },
  });

  assert.deepEqual([early.status, minutes.statusCode], [404, 200]);
  assert.match(JSON.stringify(sheet), new RegExp(`严重滞后${counts.red}件`));
  const text = await textIn(minutes.rawPayload);
  for (const part of [
    '专题会议纪要',
    `严重滞后${counts.red}件`,
    '七月底前补齐检测点位',
    '区卫健局局长',
    '2026年7月31日前办结',
    '督办〔2026〕1号',
    '出席：',
    '方远',
    '区卫健局 宁助（代）',
  ])
    assert.ok(text.includes(part), `${part} in ${text}`);
});

test('minutes stay as they were when the meeting was closed, whatever is renamed, reported or settled afterwards', async (t) => {
  const it = await aRhythm(t);
  await it.reported(it.health, 900);
  const meetingId = await aMeetingUnderWay(it);
  const { unitId } = it.health;
  valueIn(await it.office.run('rhythm.write-decision', decision(meetingId, { unitId })));
  valueIn(await it.office.run('rhythm.close-meeting', { meetingId }));
  const read = async () => {
    const url = `/api/990001/rhythm/minutes.docx?meetingId=${meetingId}`;
    return (await it.app.app.inject({ url, headers: { cookie: `test=${it.office.actor.accountId}` } })).rawPayload;
  };

  const before = await read();
  valueIn(await it.app.as('setup').run('organisation.rename-unit', { unitId, name: '区卫生健康局' }));
  await it.reported(it.health, 950);
  const after = await read();

  assert.match(await textIn(before), /由区卫健局负责/);
  assert.ok(after.equals(before));
  assert.equal((await shown(it, meetingId)).agenda.items.find(({ unitId: id }) => id === unitId)?.unit, '区卫健局');
});

async function textIn(bytes: Buffer): Promise<string> {
  const zip = await openZip(bytes);
  return textOf(parseXml((await zip.read('word/document.xml'))!, 'word/document.xml'));
}
