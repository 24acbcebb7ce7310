import { type Group, inverse, modulo, type Random, secretPower } from './group.ts';
import { isFactorProven, proveFactor } from './proofs.ts';
import type { Ballot, Ciphertext, EncryptedTally, PartialDecryption, Question, TrusteeKind } from './structures.ts';

/** 被计的票: the last ballot of each credential, in the order in which they came (specification 4.15). */
export function lastBallots<T extends { readonly ballot: Ballot }>(ballots: readonly T[]): readonly T[] {
  const last = new Map<bigint, T>();
  for (const it of ballots) {
    last.delete(it.ballot.credential);
    last.set(it.ballot.credential, it);
  }
  return [...last.values()];
}

/** Point-wise product of all ballots, each to the power of its weight. */
export function encryptedTally(
  group: Group,
  questions: readonly Question[],
  ballots: readonly { readonly ballot: Ballot; readonly weight: number }[],
): EncryptedTally {
  const { p, power } = group;
  return questions.map((question, q) =>
    Array.from({ length: question.answers.length + (question.blank ? 1 : 0) }, (_, i) =>
      ballots.reduce<Ciphertext>(
        (all, { ballot, weight }) => {
          const { alpha, beta } = ballot.answers[q]!.choices[i]!;
          const weighed = (it: bigint) => (weight === 1 ? it : power(it, BigInt(weight)));
          return { alpha: (all.alpha * weighed(alpha)) % p, beta: (all.beta * weighed(beta)) % p };
        },
        { alpha: 1n, beta: 1n },
      ),
    ),
  );
}

export type Sealed = { readonly tally: EncryptedTally; readonly fingerprint: string };

/** 部分解密: a trustee's factors for every ciphertext, each proven to be made with the key behind the public one. */
export function partialDecryption(
  group: Group,
  random: Random,
  { tally, fingerprint, secret }: Sealed & { readonly secret: bigint },
): PartialDecryption {
  const prefix = `decrypt|${fingerprint}|${group.powerOfG(secret)}|`;
  const made = tally.map((row) =>
    row.map(({ alpha }) => ({
      factor: secretPower(group, alpha, secret),
      proof: proveFactor(group, random, { secret, prefix, powerOfAlpha: (w) => secretPower(group, alpha, w) }),
    })),
  );
  return {
    decryption_factors: made.map((row) => row.map((it) => it.factor)),
    decryption_proofs: made.map((row) => row.map((it) => it.proof)),
  };
}

export function isPartialDecryption(
  group: Group,
  { decryption_factors, decryption_proofs }: PartialDecryption,
  { tally, fingerprint, publicKey }: Sealed & { readonly publicKey: bigint },
): boolean {
  const prefix = `decrypt|${fingerprint}|${publicKey}|`;
  const fits = (rows: readonly (readonly unknown[])[]) =>
    rows.length === tally.length && rows.every((row, i) => row.length === tally[i]!.length);
  return (
    fits(decryption_factors) &&
    fits(decryption_proofs) &&
    tally.every((row, q) =>
      row.every(({ alpha }, i) =>
        isFactorProven(group, decryption_proofs[q]![i]!, { alpha, factor: decryption_factors[q]![i]!, publicKey, prefix }),
      ),
    )
  );
}

/** Which trustees there are, by their number in the archive (1, 2, … through all kinds), and which of them are needed. */
export type TrusteePart = { readonly owners: readonly number[]; readonly keys: readonly bigint[]; readonly needed: number };

export function trusteeParts(trustees: readonly TrusteeKind[]): readonly TrusteePart[] {
  let next = 1;
  return trustees.map(([kind, it]): TrusteePart => {
    const keys = kind === 'Single' ? [it.public_key] : it.verification_keys.map((key) => key.public_key);
    const owners = keys.map(() => next++);
    return { owners, keys, needed: kind === 'Single' ? 1 : it.threshold };
  });
}

/** The factors of enough trustees of every part multiplied; null while one part has too few. */
export function combinedFactors(
  group: Group,
  parts: readonly TrusteePart[],
  decryptions: ReadonlyMap<number, PartialDecryption>,
): readonly (readonly bigint[])[] | null {
  let all: bigint[][] | null = null;
  for (const { owners, needed } of parts) {
    const present = owners.flatMap((owner, i) => (decryptions.has(owner) ? [{ owner, at: BigInt(i + 1) }] : [])).slice(0, needed);
    if (present.length < needed) return null;
    for (const { owner, at } of present) {
      const weight =
        owners.length === 1 && needed === 1
          ? 1n
          : lagrange(
              group.q,
              present.map((it) => it.at),
              at,
            );
      const factors = decryptions.get(owner)!.decryption_factors;
      all = factors.map((row, q) =>
        row.map((factor, i) => ((all?.[q]?.[i] ?? 1n) * (weight === 1n ? factor : group.power(factor, weight))) % group.p),
      );
    }
  }
  return all ?? [];
}

/** Lagrange coefficient at 0 of the trustee `at` among those present (specification 4.19). */
export function lagrange(q: bigint, present: readonly bigint[], at: bigint): bigint {
  return present.filter((it) => it !== at).reduce((all, k) => modulo(all * k * inverse(modulo(k - at, q), q), q), 1n);
}

/** The counts behind a tally: small logarithms up to `most`, found by short and long steps; null where a number is none. */
export function counts(
  group: Group,
  tally: EncryptedTally,
  { factors, most }: { factors: readonly (readonly bigint[])[]; most: number },
): readonly (readonly number[])[] | null {
  const logarithm = logarithmsUpTo(group, most);
  const found = tally.map((row, q) => row.map(({ beta }, i) => logarithm((beta * inverse(factors[q]![i]!, group.p)) % group.p)));
  return found.some((row) => row.some(Number.isNaN)) ? null : found;
}

/** Weights may be large: as many short steps are kept as long ones are walked, not every count there could be. */
function logarithmsUpTo({ p, g, powerOfG }: Group, most: number): (value: bigint) => number {
  const width = Math.ceil(Math.sqrt(most + 1));
  const short = new Map<bigint, number>();
  for (let i = 0, step = 1n; i < width; i++, step = (step * g) % p) short.set(step, i);
  const long = powerOfG(-BigInt(width));
  return (value) => {
    for (let base = 0, rest = value; base <= most; base += width, rest = (rest * long) % p) {
      const found = short.get(rest);
      if (found !== undefined) return base + found <= most ? base + found : Number.NaN;
    }
    return Number.NaN;
  };
}
