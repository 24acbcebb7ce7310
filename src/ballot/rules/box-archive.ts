import { archiveBytes, eventMembers, type Member } from './belenios/archive.ts';
import { GROUP_NAME, type Group } from './belenios/group.ts';
import {
  type Election,
  EncryptedTally,
  type Event,
  hexHash,
  PartialDecryption,
  Result,
  readMessage,
  Signed,
  type ThresholdParameters,
  TrusteeKey,
  type TrusteeKind,
  Trustees,
  textOf,
} from './belenios/structures.ts';
import { combinedFactors, counts, type TrusteePart, trusteeParts } from './belenios/tally.ts';
import { electionKey } from './belenios/trustees.ts';
import type { Box, Trustee } from './box.ts';

/** What the trustees' parts make together: one by one, or all of them as a threshold. Null while one is missing. */
export function trusteeKinds(box: Pick<Box, 'threshold'>, trustees: readonly Trustee[]): readonly TrusteeKind[] | null {
  const keys = trustees.map((it) => (it.publicKey === null ? null : readMessage(TrusteeKey, it.publicKey)));
  if (keys.some((it) => it === null)) return null;
  const known = keys.map((it) => it!);
  if (box.threshold === null) return known.map((it): TrusteeKind => ['Single', it]);
  const signed = (text: string | null) => readMessage(Signed, text!)!;
  const parameters: ThresholdParameters = {
    threshold: box.threshold,
    certs: trustees.map((it) => signed(it.certificate)),
    coefexps: trustees.map((it) => signed(it.coefficients)),
    verification_keys: known,
  };
  return [['Pedersen', parameters]];
}

/** The election as it is published: from now on its bytes are what every ballot names. */
export function electionTexts(
  group: Group,
  box: Box,
  kinds: readonly TrusteeKind[],
): { readonly election: string; readonly trustees: string } {
  const election: Election = {
    version: 1,
    description: '',
    name: box.name,
    group: GROUP_NAME,
    public_key: electionKey(group, kinds),
    // Field by field: the database keeps no order of fields, and the protocol does.
    questions: box.questions.map(({ answers, blank, min, max, question }) => ({
      answers,
      ...(blank === undefined ? {} : { blank }),
      min,
      max,
      question,
    })),
    uuid: box.electionUuid,
  };
  return { election: textOf(election), trustees: textOf(kinds) };
}

type Decrypted = Pick<Trustee, 'position' | 'decryption'>;

/**
 * 存档: the archive that anybody can check, from what the box holds. Ballots stand in the order of their fingerprints, not of their coming.
 */
export function boxArchive(box: Box, papers: readonly string[], trustees: readonly Decrypted[]): Uint8Array {
  const members: Member[] = [];
  let last: Event | null = null;
  const append = (type: Event['type'], data: readonly string[]) => {
    const made = eventMembers(last, type, data);
    members.push(...made.members);
    last = made.event;
  };
  const [election, keys, credentials] = [box.election!, box.trustees!, box.credentials!];
  append('Setup', [
    election,
    keys,
    credentials,
    textOf({ election: hexHash(election), trustees: hexHash(keys), credentials: hexHash(credentials) }),
  ]);
  for (const it of papers) append('Ballot', [it]);
  if (box.tally !== null) {
    append('EndBallots', []);
    append('EncryptedTally', [box.tally, sizedText(box.tally, papers.length)]);
    for (const { position, decryption } of trustees.filter((it) => it.decryption !== null))
      append('PartialDecryption', [decryption!, textOf({ owner: position, payload: hexHash(decryption!) })]);
    if (box.result !== null) append('Result', [textOf({ result: box.result })]);
  }
  return archiveBytes(box.moment, members);
}

function sizedText(tally: string, ballots: number): string {
  return textOf({ num_tallied: ballots, total_weight: ballots, encrypted_tally: hexHash(tally) });
}

export function partsOf(box: Pick<Box, 'trustees'>): readonly TrusteePart[] {
  return trusteeParts(readMessage(Trustees, box.trustees!)!);
}

/** The counts once enough trustees have decrypted; null where too few have, or the tally does not open. */
export function openTally(group: Group, box: Box, trustees: readonly Trustee[], ballots: number): readonly (readonly number[])[] | null {
  const decryptions = new Map(
    trustees.flatMap((it) => (it.decryption === null ? [] : [[it.position, readMessage(PartialDecryption, it.decryption)!] as const])),
  );
  const factors = combinedFactors(group, partsOf(box), decryptions);
  const tally = readMessage(EncryptedTally, box.tally!)!;
  const found = factors === null ? null : counts(group, tally, { factors, most: ballots });
  return found === null ? null : (Result.parse({ result: found.map((it) => [...it]) }).result ?? null);
}

/** How many trustees of each part have to decrypt, in all. */
export function neededDecryptions(box: Pick<Box, 'threshold' | 'trusteeCount'>): number {
  return box.threshold ?? box.trusteeCount;
}
