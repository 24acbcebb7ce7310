import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { checkBallots } from '#/ballot/door.ts';
import { archiveBytes, eventMembers, type Member, readArchive } from '#/ballot/rules/belenios/archive.ts';
import { belenios2048, type Group } from '#/ballot/rules/belenios/group.ts';
import { openElection } from '#/ballot/rules/belenios/open.ts';
import { rehearse } from '#/ballot/rules/belenios/rehearse.ts';
import {
  Ballot,
  Election,
  type Event,
  hexHash,
  readMessage,
  type TrusteeKind,
  Trustees,
  textOf,
} from '#/ballot/rules/belenios/structures.ts';
import { combinedFactors, counts, encryptedTally, partialDecryption, trusteeParts } from '#/ballot/rules/belenios/tally.ts';
import { verifyArchive } from '#/ballot/rules/belenios/verify.ts';
import { randomBelow } from '#/kernel/random-below.ts';
import { nativePower } from '#/platform/big-numbers.ts';
import { seconds, timed } from '../numbers.ts';
import type { Place } from '../place.ts';
import type { Row } from '../table.ts';

const ANSWERS = Array.from({ length: 12 }, (_, i) => `项目 ${i + 1}`);
const QUESTION = { answers: ANSWERS, blank: true, min: 1, max: 10, question: '从中选出不超过 10 项' };

type Told = { readonly type: Event['type']; readonly data: readonly string[] };

/** 截止到公布: close, tally, three decryptions, result, and one verification of all of it; the reference tool does the same steps on the same ballots. */
export async function measureTally(place: Place, voters: number): Promise<Row> {
  const group = belenios2048(nativePower(belenios2048().p));
  const timestamp = Math.floor(Date.now() / 1000);
  const plan = { voters, question: QUESTION, trustees: 3, threshold: null, name: '测量', timestamp };
  const played = rehearse(group, randomBelow, plan, (voter) => ANSWERS.map((_, i) => ((voter + i) % 12 < 10 ? 1 : 0)));
  const read = readArchive(played.archive);
  if (!read.ok) throw new Error(read.fault);
  const open = read.value.events
    .filter(({ event }) => event.type === 'Setup' || event.type === 'Ballot')
    .map(({ event, data }) => ({ type: event.type, data }));
  const ours = await timed(() => closeAndVerify(group, open, { timestamp, secrets: played.trusteeSecrets }));
  if (!ours.value) throw new Error('our own tally does not verify');
  const name = `截止、汇总、3 份解密、结果、核验 ${voters} 张 close, tally, 3 decryptions, result, verify`;
  const theirs = toolMs(place, { uuid: played.uuid, archive: archiveOf(open, timestamp), secrets: played.trusteeSecrets });
  if (theirs === null) return { name, measured: seconds(ours.ms), reference: 'belenios-tool absent', isMet: null };
  const ratio = ours.ms / theirs;
  return {
    name,
    measured: seconds(ours.ms),
    wanted: '≤ 0.15×',
    reference: seconds(theirs),
    ratio: `${ratio.toFixed(2)}×`,
    isMet: ratio <= 0.15,
  };
}

function archiveOf(told: readonly Told[], timestamp: number): Uint8Array {
  const members: Member[] = [];
  let last: Event | null = null;
  for (const { type, data } of told) {
    const made = eventMembers(last, type, data);
    members.push(...made.members);
    last = made.event;
  }
  return archiveBytes(timestamp, members);
}

async function closeAndVerify(
  group: Group,
  open: readonly Told[],
  { timestamp, secrets }: { timestamp: number; secrets: readonly bigint[] },
): Promise<boolean> {
  const [electionText, trusteesText] = open[0]!.data as [string, string];
  const { questions } = readMessage(Election, electionText)!;
  const { fingerprint } = openElection(group, readMessage(Election, electionText)!, electionText);
  const ballots = open.slice(1).map(({ data }) => ({ ballot: readMessage(Ballot, data[0]!)!, weight: 1 }));
  const tally = encryptedTally(group, questions, ballots);
  const text = textOf(tally);
  const sized = textOf({ num_tallied: ballots.length, total_weight: ballots.length, encrypted_tally: hexHash(text) });
  const decryptions = new Map(secrets.map((secret, i) => [i + 1, partialDecryption(group, randomBelow, { tally, fingerprint, secret })]));
  const owned = [...decryptions].map(([owner, it]): Told => {
    const content = textOf(it);
    return { type: 'PartialDecryption', data: [content, textOf({ owner, payload: hexHash(content) })] };
  });
  const factors = combinedFactors(group, trusteeParts(readMessage(Trustees, trusteesText) as TrusteeKind[]), decryptions)!;
  const result = counts(group, tally, { factors, most: ballots.length });
  const closing: readonly Told[] = [
    { type: 'EndBallots', data: [] },
    { type: 'EncryptedTally', data: [text, sized] },
    ...owned,
    { type: 'Result', data: [textOf({ result })] },
  ];
  return (await verifyArchive(group, archiveOf([...open, ...closing], timestamp), checkBallots)).ok;
}

function toolMs(
  { folder }: Place,
  { uuid, archive, secrets }: { uuid: string; archive: Uint8Array; secrets: readonly bigint[] },
): number | null {
  if (spawnSync('belenios-tool', ['--version']).status !== 0) return null;
  const dir = path.join(folder, 'tally');
  const keys = path.join(folder, 'tally-keys');
  for (const it of [dir, keys]) fs.mkdirSync(it, { recursive: true });
  fs.writeFileSync(path.join(dir, `${uuid}.bel`), archive);
  for (const [i, secret] of secrets.entries()) fs.writeFileSync(path.join(keys, String(i + 1)), JSON.stringify(secret.toString()));
  const script = `set -euo pipefail; cd "${dir}"
    belenios-tool archive add-event --type=EndBallots < /dev/null
    belenios-tool election compute-encrypted-tally | belenios-tool archive add-event --type=EncryptedTally
    for i in 1 2 3; do belenios-tool election decrypt --privkey "${keys}/$i" --trustee-id $i | belenios-tool archive add-event --type=PartialDecryption; done
    belenios-tool election compute-result | belenios-tool archive add-event --type=Result
    belenios-tool election verify`;
  const from = performance.now();
  const run = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  const ms = performance.now() - from;
  if (run.status !== 0) throw new Error(`belenios-tool: ${run.stderr}`);
  return ms;
}
