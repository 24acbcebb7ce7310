import { archiveBytes, eventMembers, type Member } from './archive.ts';
import { type Choice, makeBallot, type OpenElection } from './ballot.ts';
import { newCredential, randomSigns, secretOf } from './credentials.ts';
import { type Group, modulo, type Random } from './group.ts';
import { openElection } from './open.ts';
import { type Ballot, type Election, type Event, hexHash, type Question, type TrusteeKind, textOf } from './structures.ts';
import { combinedFactors, counts, encryptedTally, lastBallots, partialDecryption, trusteeParts } from './tally.ts';
import { certificate, electionKey, polynomial, trusteeKey } from './trustees.ts';

/** What a rehearsal is made of. Without a threshold every trustee is needed. */
export type RehearsalPlan = {
  readonly voters: number;
  readonly question: Question;
  readonly trustees: number;
  readonly threshold: number | null;
  readonly name: string;
  readonly timestamp: number;
};

/** 演练: a whole made-up election; only `archive` would be public. */
export type Rehearsal = {
  readonly uuid: string;
  readonly archive: Uint8Array;
  readonly credentials: readonly string[];
  readonly trusteeSecrets: readonly bigint[];
  readonly choices: readonly Choice[];
  readonly result: readonly (readonly number[])[];
};

/** Plays an election from keys to result. `choose` makes each voter's choice. */
export function rehearse(group: Group, random: Random, plan: RehearsalPlan, choose: (voter: number) => Choice): Rehearsal {
  const uuid = randomSigns(random, 14);
  const { kinds, secrets } = makeTrustees(group, random, plan);
  const credentials = Array.from({ length: plan.voters }, () => newCredential(random));
  const publicCredentials = credentials.map((it) => group.powerOfG(secretOf(group, it, uuid))).sort((a, b) => (a < b ? -1 : 1));
  const election: Election = {
    version: 1,
    description: '',
    name: plan.name,
    group: group.name,
    public_key: electionKey(group, kinds),
    questions: [plan.question],
    uuid,
  };
  const electionText = textOf(election);
  const open = openElection(group, election, electionText);
  const book = journal();
  const setupTexts = [electionText, textOf(kinds), textOf(publicCredentials)];
  const [first, second, third] = setupTexts.map(hexHash);
  book.add('Setup', [...setupTexts, textOf({ election: first, trustees: second, credentials: third })]);
  const choices = credentials.map((_, voter) => choose(voter));
  const ballots = credentials.map((it, voter) =>
    makeBallot(open, random, { secret: secretOf(group, it, uuid), choices: [choices[voter]!] }),
  );
  for (const it of ballots) book.add('Ballot', [textOf(it)]);
  book.add('EndBallots', []);
  const result = close(group, random, { open, ballots, kinds, secrets, book });
  return { uuid, archive: archiveBytes(plan.timestamp, book.members), credentials, trusteeSecrets: secrets, choices, result };
}

type Journal = { readonly members: Member[]; add(type: Event['type'], data: readonly string[]): void };

function journal(): Journal {
  const members: Member[] = [];
  let last: Event | null = null;
  return {
    members,
    add(type, data) {
      const made = eventMembers(last, type, data);
      members.push(...made.members);
      last = made.event;
    },
  };
}

type Closing = {
  readonly open: OpenElection;
  readonly ballots: readonly Ballot[];
  readonly kinds: readonly TrusteeKind[];
  readonly secrets: readonly bigint[];
  readonly book: Journal;
};

function close(group: Group, random: Random, { open, ballots, kinds, secrets, book }: Closing): readonly (readonly number[])[] {
  const counted = lastBallots(ballots.map((ballot) => ({ ballot }))).map(({ ballot }) => ({ ballot, weight: 1 }));
  const tally = encryptedTally(group, open.election.questions, counted);
  const tallyText = textOf(tally);
  book.add('EncryptedTally', [
    tallyText,
    textOf({ num_tallied: counted.length, total_weight: counted.length, encrypted_tally: hexHash(tallyText) }),
  ]);
  const parts = trusteeParts(kinds);
  const decryptions = new Map(
    parts
      .flatMap(({ owners, needed }) => owners.slice(0, needed))
      .map((owner) => [owner, partialDecryption(group, random, { tally, fingerprint: open.fingerprint, secret: secrets[owner - 1]! })]),
  );
  for (const [owner, decryption] of decryptions) {
    const text = textOf(decryption);
    book.add('PartialDecryption', [text, textOf({ owner, payload: hexHash(text) })]);
  }
  const result = counts(group, tally, { factors: combinedFactors(group, parts, decryptions)!, most: counted.length })!;
  book.add('Result', [textOf({ result })]);
  return result;
}

function makeTrustees(
  group: Group,
  random: Random,
  { trustees, threshold }: RehearsalPlan,
): { kinds: readonly TrusteeKind[]; secrets: readonly bigint[] } {
  if (threshold === null) {
    const secrets = Array.from({ length: trustees }, () => random(group.q));
    return { kinds: secrets.map((secret) => ['Single', trusteeKey(group, random, { secret })]), secrets };
  }
  const certificates = Array.from({ length: trustees }, () => certificate(group, random, randomSigns(random, 22)));
  const polynomials = certificates.map(({ signingKey }) => polynomial(group, random, { signingKey, threshold }));
  const secrets = certificates.map((_, i) =>
    modulo(
      polynomials.reduce((sum, it) => sum + it.shareFor(i + 1), 0n),
      group.q,
    ),
  );
  const parameters = {
    threshold,
    certs: certificates.map((it) => it.cert),
    coefexps: polynomials.map((it) => it.coefexps),
    verification_keys: secrets.map((secret) => trusteeKey(group, random, { secret })),
  };
  return { kinds: [['Pedersen', parameters]], secrets };
}
