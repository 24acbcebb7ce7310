import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { openZip } from '#/platform/documents/zip.ts';
import type { Answer, TestPerson } from '#/testing.ts';
import { aFrozenList, aReportOf, signed, submitted, type TestList } from './test-list.ts';

const JUNE = { year: 2026, month: 6, kind: 'bulletin' };
const READ = '/supervision/document?year=2026&month=6&document=bulletin';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

type DocumentView = {
  readonly editions: readonly {
    readonly edition: number;
    readonly state: string;
    readonly steps: readonly { readonly step: string; readonly name: string; readonly recordedBy: string; readonly isTyped: boolean }[];
    readonly scan: { readonly name: string } | null;
  }[];
  readonly next: string | null;
  readonly changes: readonly { readonly no: string; readonly was: { done: number | null }; readonly now: { done: number | null } }[];
};

const viewOf = async (person: TestPerson) => (await person.get(READ)).body as DocumentView;
const kindOf = ({ body }: Answer) => (body as { refusal?: { kind: string } }).refusal?.kind ?? 'accepted';
const valueIn = <Value>({ body }: Answer) => (body as { value: Value }).value;

async function projectOf({ board }: TestList, object: string): Promise<{ readonly projectId: string; readonly promiseId: string }> {
  const found = (await board()).projects.find(({ promises }) => promises.some(({ promise }) => promise.object.includes(object)))!;
  return { projectId: found.project.id, promiseId: found.promises[0]!.promise.id };
}

async function textOf(bytes: Buffer): Promise<string> {
  const zip = await openZip(bytes);
  return (await zip.read('word/document.xml'))!.toString('utf8').replace(/<[^>]+>/g, '');
}

async function fileOf({ app, office }: TestList, documentId: string, file: string): Promise<Buffer> {
  const path = `/api/990001/supervision/document-file?documentId=${documentId}&file=${file}`;
  const cookie = `test=${office.actor.accountId}`;
  return (await app.app.inject({ url: path, headers: { cookie } })).rawPayload;
}

test('a document is frozen at 送审, checked, signed by a leader, then issued; each step keeps who and when', async (t) => {
  const list = await aFrozenList(t);
  const { office, app } = list;
  const document = await submitted(office);
  const step = (person: TestPerson, name: string) => person.run('supervision.take-step', { ...document, step: name });

  const early = kindOf(await step(app.as('leader'), 'signed'));
  const checked = kindOf(await step(office, 'checked'));
  const byOffice = kindOf(await step(office, 'signed'));
  const byLeader = kindOf(await step(app.as('leader'), 'signed'));
  const [edition] = (await viewOf(office)).editions;

  assert.deepEqual([early, checked, byOffice, byLeader], ['step-out-of-turn', 'accepted', 'leader-signs', 'accepted']);
  assert.deepEqual(
    edition!.steps.map((it) => [it.step, it.name]),
    [
      ['drafted', 'office'],
      ['checked', 'office'],
      ['signed', 'leader'],
    ],
  );
});

test('what arrives after 送审 shows as a change and leaves the frozen document as it is', async (t) => {
  const list = await aFrozenList(t);
  await aReportOf(list, '招聘会', 8);
  const { documentId } = await signed(list);

  await aReportOf(list, '招聘会', 9);
  const { changes } = await viewOf(list.office);
  const preview = (await list.office.get('/supervision/bulletin?year=2026&month=6')).body as {
    content: { items: { done: number | null }[] };
  };
  const text = await textOf(await fileOf(list, documentId, 'signed'));

  assert.deepEqual(
    changes.map(({ no, was, now }) => [no, was.done, now.done]),
    [['1', 8, 9]],
  );
  assert.equal(preview.content.items[0]!.done, 8);
  assert.match(text, /目标15场，已完成8场/);
});

test('a document that walks is not reworded; sent back with a reason it is open again, and frozen anew it is a new one', async (t) => {
  const { office, app } = await aFrozenList(t);
  const prepared = await office.run('supervision.prepare-bulletin', { year: 2026, month: 6 });
  const { bulletinId } = valueIn<{ bulletinId: string }>(prepared);
  const first = await submitted(office);
  const edit = () => office.run('supervision.edit-bulletin-text', { bulletinId, block: 'closing', text: '请对照办理。' });

  const whileWalking = [kindOf(await edit()), kindOf(await office.run('supervision.submit-document', JUNE))];
  const back = await app.as('leader').run('supervision.return-document', { documentId: first.documentId, reason: '补充下一步要求' });
  const after = [kindOf(await edit()), kindOf(await office.run('supervision.take-step', { ...first, step: 'checked' }))];
  const second = await submitted(office);

  assert.deepEqual(whileWalking, ['document-frozen', 'document-frozen']);
  assert.equal(back.status, 200);
  assert.deepEqual(after, ['accepted', 'document-closed']);
  assert.deepEqual([first.edition, second.edition, first.digest === second.digest], [1, 2, false]);
});

test('a bulletin is not issued before it is signed', async (t) => {
  const { office } = await aFrozenList(t);
  const { bulletinId } = valueIn<{ bulletinId: string }>(await office.run('supervision.prepare-bulletin', { year: 2026, month: 6 }));
  const issue = async () => kindOf(await office.run('supervision.issue-bulletin', { bulletinId }));

  const unfrozen = await issue();
  await submitted(office);

  assert.deepEqual([unfrozen, await issue()], ['bulletin-not-signed', 'bulletin-not-signed']);
});

test('two who freeze at once make one freezing, two who sign at once one signature', async (t) => {
  const { office, app } = await aFrozenList(t);
  const [one, other] = [app.as('leader', { name: '甲' }), app.as('leader', { name: '乙' })];

  const frozen = await Promise.all([office, app.as('office')].map((it) => it.run('supervision.submit-document', JUNE)));
  const document = valueIn<{ documentId: string; digest: string }>(frozen.find((it) => it.status === 200)!);
  await office.run('supervision.take-step', { ...document, step: 'checked' });
  const signing = await Promise.all([one, other].map((it) => it.run('supervision.take-step', { ...document, step: 'signed' })));

  assert.deepEqual(frozen.map(kindOf).sort(), ['accepted', 'document-frozen']);
  assert.deepEqual(signing.map(kindOf).sort(), ['accepted', 'document-closed']);
});

test('a signature on paper is recorded with name, post and day, by whom, and its scan is attached; another kind of file is not', async (t) => {
  const list = await aFrozenList(t);
  const { office } = list;
  const document = await submitted(office);
  await office.run('supervision.take-step', { ...document, step: 'checked' });
  const typed = { name: '林守成', post: '副区长', on: '2026-06-18' };

  const recorded = await office.run('supervision.take-step', { ...document, step: 'signed', typed });
  const scan = (await office.upload('签批件.pdf', PDF)).body as { digest: string };
  const note = (await office.upload('说明.txt', Buffer.from('不是扫描件'))).body as { digest: string };
  const attach = (digest: string, name: string) => office.run('supervision.attach-scan', { documentId: document.documentId, digest, name });
  const kinds = [kindOf(await attach(note.digest, '说明.txt')), kindOf(await attach(scan.digest, '签批件.pdf'))];
  const [edition] = (await viewOf(office)).editions;

  assert.equal(recorded.status, 200);
  assert.deepEqual(kinds, ['scan-not-readable', 'accepted']);
  assert.deepEqual(edition!.steps.at(-1), { step: 'signed', ...typed, recordedBy: 'office', isTyped: true });
  assert.equal(edition!.scan!.name, '签批件.pdf');
  assert.deepEqual(await fileOf(list, document.documentId, 'scan'), PDF);
});

test('a photo that is attached as the scan is read without the place and the device that stand in it', async (t) => {
  const list = await aFrozenList(t);
  const document = await submitted(list.office);
  const blank = sharp({ create: { width: 64, height: 48, channels: 3, background: '#fff' } });
  const photo = await blank
    .withExif({ IFD0: { Make: 'TestCamera' } })
    .jpeg()
    .toBuffer();
  const { digest } = (await list.office.upload('签批件.jpg', photo)).body as { digest: string };
  valueIn(await list.office.run('supervision.attach-scan', { documentId: document.documentId, digest, name: '签批件.jpg' }));

  const seen = await fileOf(list, document.documentId, 'scan');

  assert.deepEqual([photo.includes('TestCamera'), seen.includes('TestCamera'), seen.length > 0], [true, false, true]);
});

test('a district that wants 会签 gets it from the next freezing on; the setup account can take every step', async (t) => {
  const { office, app } = await aFrozenList(t);
  const setup = app.as('setup');
  await office.run('supervision.set-circulation', { needsCountersign: true, reason: '区政府办公文处理规定' });
  const document = valueIn<{ documentId: string; digest: string }>(await setup.run('supervision.submit-document', JUNE));

  const kinds: string[] = [];
  for (const step of ['checked', 'signed', 'countersigned', 'signed'])
    kinds.push(kindOf(await setup.run('supervision.take-step', { ...document, step })));

  assert.deepEqual(kinds, ['accepted', 'step-out-of-turn', 'accepted', 'accepted']);
  assert.equal((await viewOf(office)).next, null);
});

test('a step is for what was read: another digest, or another district, takes none', async (t) => {
  const { office, app } = await aFrozenList(t);
  const document = await submitted(office);
  const take = (person: TestPerson, change: object) => person.run('supervision.take-step', { ...document, step: 'checked', ...change });

  const other = await take(office, { digest: '0'.repeat(64) });
  const stranger = await take(app.as('office', { district: '990002' }), {});

  assert.deepEqual([kindOf(other), stranger.status], ['other-document-content', 404]);
});

test('a line left out by a recorded decision is not printed, is counted, and is told inside; the public copy says only that it is counted', async (t) => {
  const list = await aFrozenList(t);
  const { promiseId } = await projectOf(list, '送戏');
  const decision = { promiseId, basis: '区政府专题会议纪要第3期', reason: '另行专报', decidedBy: '区政府办主任', decidedOn: '2026-06-17' };
  const leave = () => list.office.run('supervision.leave-line-out', { ...JUNE, decision });

  const kinds = [kindOf(await leave()), kindOf(await leave())];
  const { documentId } = await signed(list);
  const [own, open] = await Promise.all(['signed', 'public'].map(async (file) => textOf(await fileOf(list, documentId, file))));

  assert.deepEqual(kinds, ['accepted', 'line-left-out-already']);
  assert.match(own!, /共3件，分解为3项承诺/);
  assert.match(open!, /共3件，分解为3项承诺/);
  assert.match(own!, /本表略去1项，已计入各项计数（1项：区政府办主任2026年6月17日决定，依据区政府专题会议纪要第3期，另行专报）/);
  assert.match(open!, /本表有1项承诺未逐项列出，已计入上面的各项计数/);
  assert.ok(!/送戏/.test(own!) && !/送戏|专题会议|区政府办主任/.test(open!));
});

test('a line put back is printed again, and that it was left out stays recorded', async (t) => {
  const list = await aFrozenList(t);
  const { promiseId } = await projectOf(list, '送戏');
  const decision = { promiseId, basis: '纪要第3期', reason: '另行专报', decidedBy: '区政府办主任', decidedOn: '2026-06-17' };
  await list.office.run('supervision.leave-line-out', { ...JUNE, decision });

  const restored = [await list.office.run('supervision.restore-line', { ...JUNE, promiseId })];
  restored.push(await list.office.run('supervision.restore-line', { ...JUNE, promiseId }));
  const { leftOut } = (await list.office.get(READ)).body as { leftOut: { restoredBy: string }[] };

  assert.deepEqual(restored.map(kindOf), ['accepted', 'line-not-left-out']);
  assert.deepEqual(
    leftOut.map((it) => it.restoredBy),
    ['office'],
  );
});
