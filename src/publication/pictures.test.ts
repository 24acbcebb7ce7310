import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import sharp from 'sharp';
import type { Difference } from './rules/difference.ts';
import { aFrozenList, type Published, refusalOf, type TestPublication, valueIn } from './test-edition.ts';
import { anEvidencePicture, aPhoto, type Evidence, release, releaseInput } from './test-pictures.ts';

const bytesAt = async (list: TestPublication, path: string) => (await list.app.app.inject({ url: path })).rawPayload;
const address = (digest: string) => `/990001/pictures/${digest}.jpg`;

test('a picture is public with the edition that shows it, as a covered copy under the digest of its own bytes, and not before', async (t) => {
  const list = await aFrozenList(t);
  const evidence = await anEvidencePicture(list);
  const { redactedDigest } = await release(list.office, evidence);
  const before = await list.app.page(address(redactedDigest));
  await list.bringOut();

  const page = await list.app.page('/990001/2026/1');
  const shown = await bytesAt(list, address(redactedDigest));
  const original = await list.app.page(address(evidence.sourceDigest));
  const elsewhere = await list.app.page(`/990002/pictures/${redactedDigest}.jpg`);

  assert.deepEqual([before.status, page.status, original.status, elsewhere.status], [404, 200, 404, 404]);
  assert.equal(createHash('sha256').update(shown).digest('hex'), redactedDigest);
  assert.match(page.text, /<h3>完成后<\/h3>/);
  assert.match(page.text, new RegExp(`<img src="${address(redactedDigest)}" alt="广场上的招聘摊位"[^>]*width="640" height="480"`));
  assert.ok(!shown.includes('TestCamera') && !page.text.includes(evidence.sourceDigest) && !page.text.includes('张三'));
  const { data, info } = await sharp(shown).raw().toBuffer({ resolveWithObject: true });
  const at = (100 * info.width + 100) * info.channels;
  assert.ok([...data.subarray(at, at + 3)].every((it, i) => Math.abs(it - [63, 63, 70][i]!) < 8));
});

test('the difference to the last edition names the pictures, and content, digest and page say the same', async (t) => {
  const list = await aFrozenList(t);
  const evidence = await anEvidencePicture(list);
  await list.bringOut();
  const { redactedDigest } = await release(list.office, evidence);
  const { editionId } = valueIn<Published>(await list.prepare());

  const view = (await list.office.get(`/publication/editions/${editionId}`)).body as {
    differences: readonly Difference[];
    edition: { content: { form: number; projects: readonly { pictures: readonly object[] }[] } };
  };
  const large = await list.leader.get(`/publication/editions/${editionId}/pictures/${redactedDigest}`);
  const other = await list.leader.get(`/publication/editions/${editionId}/pictures/${evidence.sourceDigest}`);

  const change = view.differences.flatMap((it) => it.changes).find((it) => it.field === 'pictures')!;
  const picture = { digest: redactedDigest, phase: 'after', caption: '招聘会现场', alt: '广场上的招聘摊位', width: 640, height: 480 };
  assert.deepEqual([change.from, change.to], [[], [picture]]);
  assert.deepEqual([view.edition.content.form, view.edition.content.projects[0]!.pictures], [2, [picture]]);
  assert.deepEqual([large.status, large.headers['content-type'], other.status], [200, 'image/jpeg', 404]);
});

test('a picture of an older edition that is covered anew is gone from its old address at once', async (t) => {
  const list = await aFrozenList(t);
  const evidence = await anEvidencePicture(list);
  const first = await release(list.office, evidence);
  await list.bringOut();
  await correctedWithoutEvidence(list);
  await list.bringOut();
  // Over the network, where answers are kept.
  const server = await list.app.app.listen({ port: 0, host: '127.0.0.1' });
  const before = await fetch(`${server}${address(first.redactedDigest)}`);
  const boxes = [{ x: 0, y: 0, width: 9_000, height: 9_000 }];

  await release(list.office, evidence, { seen: first.pictureId, boxes });
  const after = await fetch(`${server}${address(first.redactedDigest)}`);

  assert.deepEqual([before.status, after.status], [200, 404]);
});

async function correctedWithoutEvidence({ app, office, district }: TestPublication): Promise<void> {
  const found = await app.ownerPool.query<{ id: string; promise_id: string }>('select id, promise_id from delivery.report');
  const { id: reportId, promise_id: promiseId } = found.rows[0]!;
  const content = { promiseId, asOf: '2026-06-18', valueKind: 'cumulative', value: 9, measureUnit: '场' };
  const sent = await office.run('delivery.correct-report', { reportId, reason: '附件放错了', content });
  const colleague = app.as('office', { district, name: '区政府督查室' });
  valueIn(await colleague.run('delivery.adopt-report', { reportId: valueIn<{ reportId: string }>(sent).reportId }));
}

test('a decision is never written over: another one is a new row, and who saw an older one is told', async (t) => {
  const list = await aFrozenList(t);
  const evidence = await anEvidencePicture(list);
  const first = await release(list.office, evidence);

  const stale = await list.office.run('publication.release-picture', releaseInput(evidence));
  const second = await release(list.office, evidence, { seen: first.pictureId, caption: '第二场招聘会' });
  const { decisions } = (await list.office.get(`/publication/pictures/${evidence.projectId}/${evidence.sourceDigest}`)).body as {
    decisions: readonly { id: string; supersedes: string | null; boxes: readonly object[]; decided: { name: string } }[];
  };

  assert.equal(refusalOf(stale).kind, 'picture-decided-meanwhile');
  assert.deepEqual(
    decisions.map((it) => [it.id, it.supersedes, it.boxes.length, it.decided.name]),
    [
      [second.pictureId, first.pictureId, 1, '区政府督查室'],
      [first.pictureId, null, 1, '区政府督查室'],
    ],
  );
});

test('two people who decide about one picture at once: one is heard, the other is told', async (t) => {
  const list = await aFrozenList(t);
  const evidence = await anEvidencePicture(list);
  const other = list.app.as('office', { name: '另一人' });

  const answers = await Promise.all([
    list.office.run('publication.release-picture', releaseInput(evidence)),
    other.run('publication.release-picture', releaseInput(evidence, { boxes: [{ x: 0, y: 0, width: 9_000, height: 9_000 }] })),
    other.run('publication.withhold-picture', { ...subject(evidence), reason: '看得见人脸' }),
  ]);

  assert.deepEqual(answers.map((it) => it.status).toSorted(), [200, 409, 409]);
});

test('two editions prepared at once while a picture goes out: one draft stands, with whole rows of pictures', async (t) => {
  const list = await aFrozenList(t);
  const evidence = await anEvidencePicture(list);

  const [, ...answers] = await Promise.all([
    list.office.run('publication.release-picture', releaseInput(evidence)),
    list.prepare(),
    list.prepare(),
  ]);
  const rows = await list.app.ownerPool.query(
    `select (select count(*)::int from publication.edition) as editions, (select count(*)::int from publication.edition_picture) as pictures`,
  );

  assert.deepEqual(answers.map((it) => it.status).toSorted(), [200, 409]);
  assert.equal(rows.rows[0].editions, 1);
  assert.ok(rows.rows[0].pictures <= 1);
});

const subject = ({ projectId, sourceDigest }: Evidence) => ({ projectId, sourceDigest, seen: null as string | null });

test('a picture taken back stays until an edition without it takes its place; then its bytes are nowhere', async (t) => {
  const list = await aFrozenList(t);
  const evidence = await anEvidencePicture(list);
  const { pictureId, redactedDigest } = await release(list.office, evidence);
  await list.bringOut();

  valueIn(await list.office.run('publication.withhold-picture', { ...subject(evidence), seen: pictureId, reason: '拍到了门牌' }));
  const between = await list.app.page(address(redactedDigest));
  await list.bringOut({ correction: { number: 1, reason: '撤下一张拍到门牌的照片' } });
  const after = await list.app.page(address(redactedDigest));
  const page = await list.app.page('/990001/2026/1');

  assert.deepEqual([between.status, after.status, page.status], [200, 404, 200]);
  assert.ok(!page.text.includes(redactedDigest));
});

test('a picture that was taken back after an edition was prepared does not go out with that edition', async (t) => {
  const list = await aFrozenList(t);
  const evidence = await anEvidencePicture(list);
  const { pictureId, redactedDigest } = await release(list.office, evidence);
  const { editionId, digest } = valueIn<Published>(await list.prepare());
  valueIn(await list.office.run('publication.review-edition', { editionId, holdsNoSecrets: true, mayBePublic: true }));
  valueIn(await list.leader.run('publication.sign-edition', { editionId, digest }));

  valueIn(await list.office.run('publication.withhold-picture', { ...subject(evidence), seen: pictureId, reason: '拍到了门牌' }));
  const published = await list.office.run('publication.publish-edition', { editionId });
  const { status } = await list.app.page(address(redactedDigest));

  assert.deepEqual([refusalOf(published), status], [{ kind: 'pictures-withheld-since', pictures: 1 }, 404]);
});

test('a picture stopped at once is gone from the page and from its address within the edition in force; the words say so', async (t) => {
  const list = await aFrozenList(t);
  const evidence = await anEvidencePicture(list);
  const { pictureId, redactedDigest } = await release(list.office, evidence);
  await list.bringOut();
  await list.app.page('/990001/2026/1');
  await list.app.page(address(redactedDigest));

  const stopped = valueIn<{ pictureId: string }>(
    await list.office.run('publication.withhold-picture', {
      ...subject(evidence),
      seen: pictureId,
      reason: '看得见一个孩子',
      atOnce: true,
    }),
  );
  const page = await list.app.page('/990001/2026/1');
  const bytes = await list.app.page(address(redactedDigest));
  await release(list.office, evidence, { seen: stopped.pictureId, boxes: [{ x: 0, y: 0, width: 9_000, height: 9_000 }] });
  const still = await list.app.page(address(redactedDigest));

  assert.match(page.text, /这张照片已停止公开/);
  assert.ok(!page.text.includes('<img src="/990001/pictures/'));
  assert.deepEqual([bytes.status, still.status], [404, 404]);
});

test('only what proves an adopted report can go out, and only by a digest that is a picture of that project', async (t) => {
  const list = await aFrozenList(t);
  const evidence = await anEvidencePicture(list);
  const { digest: loose } = (await list.office.upload('另.jpg', await aPhoto(30))).body as { digest: string };

  const notEvidence = await list.office.run('publication.release-picture', releaseInput({ ...evidence, sourceDigest: loose }));
  const noProject = await list.office.run(
    'publication.release-picture',
    releaseInput({ ...evidence, projectId: '01990000-0000-7000-8000-00000000ffff' }),
  );
  const unchecked = await list.office.run(
    'publication.release-picture',
    releaseInput(evidence, { checks: { faces: null, plates: null, doors: null, children: null } }),
  );

  assert.deepEqual([refusalOf(notEvidence).kind, noProject.status], ['picture-not-adopted', 404]);
  assert.equal(refusalOf(unchecked).kind, 'picture-checks-missing');
});

test('where the district has another reviewer, whoever covered a picture does not also review the edition with it', async (t) => {
  const list = await aFrozenList(t);
  const evidence = await anEvidencePicture(list);
  await release(list.office, evidence);
  const { editionId } = valueIn<Published>(await list.prepare());
  const review = { editionId, holdsNoSecrets: true, mayBePublic: true };
  const colleague = list.app.as('office', { name: '同事' });
  await aReviewer(list, colleague.actor.accountId);

  const own = await list.office.run('publication.review-edition', review);
  const others = await colleague.run('publication.review-edition', review);

  assert.deepEqual([refusalOf(own), others.status], [{ kind: 'own-pictures', pictures: 1 }, 200]);
});

/** A colleague of the supervision office who holds a post, as the organisation keeps it. */
async function aReviewer(list: TestPublication, accountId: string): Promise<void> {
  const run = async (name: string, input: object) => valueIn<Record<string, string>>(await list.app.as('setup').run(name, input));
  const { id: unitId } = await run('organisation.set-up-unit', { name: '区政府督查一室', kind: 'leadership', sortOrder: 1 });
  const { id: postId } = await run('organisation.create-post', { unitId, kind: 'office', title: '督查员' });
  const { personId } = await run('organisation.appoint', { postId, person: { name: '同事甲' }, fromOn: '2026-01-01' });
  await list.app.ownerPool.query('update organisation.person set account_id = $1 where id = $2', [accountId, personId]);
  list.app.tampered = true;
}
