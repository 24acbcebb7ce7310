import { type Group, isElement, modulo, type Random } from './group.ts';
import { type Branch, type Claim, isOneOf, isProven, type Key, product, prove, proveOneOf } from './proofs.ts';
import {
  type Answer,
  type Ballot,
  type Ciphertext,
  type Election,
  fingerprint,
  type Question,
  textOf,
  type UnsignedBallot,
} from './structures.ts';

/** An open election: its text as published, what it says, its fingerprint and its key. */
export type OpenElection = { readonly election: Election; readonly text: string; readonly fingerprint: string; readonly key: Key };

/** 选票上的选择: one question's answers, each 0 or 1; null is a blank vote. */
export type Choice = readonly (0 | 1)[] | null;

/** Why choices are no vote on this question; told before anything is encrypted. */
export type ChoiceFault =
  | { readonly kind: 'wrong-length'; readonly question: number; readonly wants: number; readonly has: number }
  | {
      readonly kind: 'too-many-marks' | 'too-few-marks';
      readonly question: number;
      readonly marks: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: 'blank-not-allowed'; readonly question: number };

export function choiceFaults(questions: readonly Question[], choices: readonly Choice[]): readonly ChoiceFault[] {
  return questions.flatMap((it, question): ChoiceFault[] => {
    const choice = choices[question];
    if (choice === null) return it.blank ? [] : [{ kind: 'blank-not-allowed', question }];
    if (choice?.length !== it.answers.length)
      return [{ kind: 'wrong-length', question, wants: it.answers.length, has: choice?.length ?? 0 }];
    const marks = choice.filter((mark) => mark === 1).length;
    if (marks > it.max) return [{ kind: 'too-many-marks', question, marks, min: it.min, max: it.max }];
    return marks < it.min ? [{ kind: 'too-few-marks', question, marks, min: it.min, max: it.max }] : [];
  });
}

/** Encrypts the choices with all proofs and signs them with the credential's secret. The choices must be without fault. */
export function makeBallot(open: OpenElection, random: Random, wish: Wish): Ballot {
  return makeOpenableBallot(open, random, wish).ballot;
}

type Wish = { readonly secret: bigint; readonly choices: readonly Choice[] };

/** What opens one ciphertext: the random number it was made with, and the number in it. Whoever knows it can prove what was voted. */
export type Opening = { readonly secret: bigint; readonly value: number };

/** The ballot, and what opens each of its ciphertexts: shown only for a ballot that is checked and never cast. */
export function makeOpenableBallot(
  open: OpenElection,
  random: Random,
  { secret, choices }: Wish,
): { readonly ballot: Ballot; readonly openings: readonly (readonly Opening[])[] } {
  const { election, key } = open;
  const credential = key.group.powerOfG(secret);
  const made = election.questions.map((question, i) => makeAnswer(open, random, { question, credential, choice: choices[i]! }));
  const answers = made.map((it) => it.answer);
  const unsigned: UnsignedBallot = { election_uuid: election.uuid, election_hash: open.fingerprint, credential, answers };
  const hash = fingerprint(textOf(unsigned));
  const signature = { hash, proof: prove(key.group, random, { secret, prefix: `sig|${hash}|` }) };
  return { ballot: { ...unsigned, signature }, openings: made.map((it) => it.openings) };
}

/** 抽查: what a ballot really holds, by the openings that its maker shows; null where they do not open it. */
export function openedChoices(
  { election, key }: OpenElection,
  ballot: Ballot,
  openings: readonly (readonly Opening[])[],
): readonly Choice[] | null {
  const choices: Choice[] = [];
  for (const [q, question] of election.questions.entries()) {
    const [ciphertexts, shown] = [ballot.answers[q]?.choices ?? [], openings[q] ?? []];
    if (ciphertexts.length !== question.answers.length + (question.blank ? 1 : 0) || shown.length !== ciphertexts.length) return null;
    const fits = ciphertexts.every((it, i) => {
      const again = encrypt(key, shown[i]!);
      return again.alpha === it.alpha && again.beta === it.beta && (shown[i]!.value === 0 || shown[i]!.value === 1);
    });
    if (!fits) return null;
    const values = shown.map((it) => it.value as 0 | 1);
    choices.push(!question.blank ? values : values[0] === 1 ? null : values.slice(1));
  }
  return choices;
}

/** 投票回执: what a deputy keeps to find the ballot again. */
export function trackerOf(ballot: Ballot): string {
  return fingerprint(textOf(ballot));
}

type Asked = { readonly question: Question; readonly credential: bigint; readonly choice: Choice };

type MadeAnswer = { readonly answer: Answer; readonly openings: readonly Opening[] };

function makeAnswer(open: OpenElection, random: Random, { question, credential, choice }: Asked): MadeAnswer {
  const { key } = open;
  const marks = choice ?? question.answers.map(() => 0 as const);
  const values = question.blank ? [choice === null ? 1 : 0, ...marks] : marks;
  const openings = values.map((value): Opening => ({ secret: random(key.group.q), value }));
  const choices = openings.map((it) => encrypt(key, it));
  const names = namesOf(open, credential);
  const individual = openings.map((it, i) =>
    proveOneOf(key, random, { claims: claims(it, [0, 1]), prefix: individualPrefix(names, choices[i]!) }),
  );
  const { overall, blank } = statements(key.group, question, { choices, names });
  const sum = summed(key.group, question.blank ? openings.slice(1) : openings);
  const inside = claims(sum, insideOf(question));
  const answer = {
    choices,
    individual_proofs: individual as unknown as Answer['individual_proofs'],
    overall_proof: proveOneOf(key, random, {
      claims: question.blank ? [...claims(openings[0]!, [1]), ...inside] : inside,
      prefix: overall.prefix,
    }),
  };
  if (blank === null) return { answer, openings };
  const blankProof = proveOneOf(key, random, { claims: [...claims(openings[0]!, [0]), ...claims(sum, [0])], prefix: blank.prefix });
  return { answer: { ...answer, blank_proof: blankProof as unknown as NonNullable<Answer['blank_proof']> }, openings };
}

function claims(opening: Opening, messages: readonly number[]): readonly Claim[] {
  return messages.map((message) => ({ ...opening, message }));
}

function summed({ q }: Group, openings: readonly Opening[]): Opening {
  return openings.reduce((sum, it) => ({ secret: modulo(sum.secret + it.secret, q), value: sum.value + it.value }), {
    secret: 0n,
    value: 0,
  });
}

function insideOf({ min, max }: Question): readonly number[] {
  return Array.from({ length: max - min + 1 }, (_, i) => min + i);
}

function individualPrefix(names: string, { alpha, beta }: Ciphertext): string {
  return `prove|${names}|${alpha},${beta}|`;
}

function encrypt({ group, powerOfY }: Key, { secret, value }: Opening): Ciphertext {
  return { alpha: group.powerOfG(secret), beta: (powerOfY(secret) * group.powerOfG(BigInt(value))) % group.p };
}

function namesOf(open: OpenElection, credential: bigint): string {
  return `${open.fingerprint}|${credential}`;
}

function zeroOrOne({ alpha, beta }: Ciphertext): readonly Branch[] {
  return [0, 1].map((message) => ({ alpha, beta, message }));
}

type Statement = { readonly branches: readonly Branch[]; readonly prefix: string };

/** What a whole answer has to prove: its sum lies between min and max, or it is blank; blank and marked at once it is not. */
function statements(
  group: Group,
  question: Question,
  { choices, names }: { choices: readonly Ciphertext[]; names: string },
): { overall: Statement; blank: Statement | null } {
  const s = `${names}|${choices.map(({ alpha, beta }) => `${alpha},${beta}`).join(',')}`;
  const sum = product(group, question.blank ? choices.slice(1) : choices);
  const inside = insideOf(question).map((message): Branch => ({ ...sum, message }));
  if (!question.blank) return { overall: { branches: inside, prefix: `prove|${s}|${sum.alpha},${sum.beta}|` }, blank: null };
  const flag = choices[0]!;
  return {
    overall: { branches: [{ ...flag, message: 1 }, ...inside], prefix: `bproof1|${s}|` },
    blank: { branches: [flag, sum].map((it) => ({ ...it, message: 0 })), prefix: `bproof0|${s}|` },
  };
}

/** What is wrong with a ballot, by the name of the check; empty for a good one. Whether its credential may vote is asked elsewhere. */
export type BallotFault =
  | 'other-election'
  | 'not-in-group'
  | 'wrong-shape'
  | 'individual-proof'
  | 'overall-proof'
  | 'blank-proof'
  | 'signature';

export function ballotFault(open: OpenElection, ballot: Ballot): BallotFault | null {
  const { election, key } = open;
  if (ballot.election_uuid !== election.uuid || ballot.election_hash !== open.fingerprint) return 'other-election';
  if (ballot.answers.length !== election.questions.length) return 'wrong-shape';
  const { signature, ...unsigned } = ballot;
  if (signature.hash !== fingerprint(textOf(unsigned))) return 'signature';
  if (!isElement(key.group, ballot.credential)) return 'not-in-group';
  if (!isProven(key.group, signature.proof, { publicKey: ballot.credential, prefix: `sig|${signature.hash}|` })) return 'signature';
  for (const [i, question] of election.questions.entries()) {
    const fault = answerFault(open, ballot.answers[i]!, { question, credential: ballot.credential });
    if (fault !== null) return fault;
  }
  return null;
}

function answerFault(open: OpenElection, answer: Answer, { question, credential }: Omit<Asked, 'choice'>): BallotFault | null {
  const { key } = open;
  const wanted = question.answers.length + (question.blank ? 1 : 0);
  if (answer.choices.length !== wanted || answer.individual_proofs.length !== wanted) return 'wrong-shape';
  if ((answer.blank_proof !== undefined) !== (question.blank === true)) return 'wrong-shape';
  if (!answer.choices.every((it) => isElement(key.group, it.alpha) && isElement(key.group, it.beta))) return 'not-in-group';
  const names = namesOf(open, credential);
  const isGood = answer.choices.every((it, i) =>
    isOneOf(key, answer.individual_proofs[i]!, { branches: zeroOrOne(it), prefix: individualPrefix(names, it) }),
  );
  if (!isGood) return 'individual-proof';
  const { overall, blank } = statements(key.group, question, { choices: answer.choices, names });
  if (!isOneOf(key, answer.overall_proof, overall)) return 'overall-proof';
  return blank !== null && !isOneOf(key, answer.blank_proof!, blank) ? 'blank-proof' : null;
}
