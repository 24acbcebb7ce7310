import { type Group, hashToExponent, isExponent, modulo, type Random } from './group.ts';
import type { Ciphertext, Proof } from './structures.ts';

/** Powers of the election key y by table, beside the group: what proofs about ciphertexts are made and checked with. */
export type Key = { readonly group: Group; readonly y: bigint; readonly powerOfY: (exponent: bigint) => bigint };

/** Schnorr proof of knowing x with X = g^x; `prefix` ends where the commitment follows (specification 4.5, 4.6.1, 4.14). */
export function prove(group: Group, random: Random, { secret, prefix }: { secret: bigint; prefix: string }): Proof {
  const { q } = group;
  const w = random(q);
  const challenge = hashToExponent(group, `${prefix}${group.powerOfG(w)}`);
  return { challenge, response: modulo(w - secret * challenge, q) };
}

export function isProven(
  group: Group,
  { challenge, response }: Proof,
  { publicKey, prefix }: { publicKey: bigint; prefix: string },
): boolean {
  if (!isExponent(group, challenge) || !isExponent(group, response)) return false;
  const commitment = (group.powerOfG(response) * group.power(publicKey, challenge)) % group.p;
  return hashToExponent(group, `${prefix}${commitment}`) === challenge;
}

/** One branch of an or-proof: (alpha, beta) encrypts `message`. */
export type Branch = { readonly alpha: bigint; readonly beta: bigint; readonly message: number };
export type Commitment = { readonly a: bigint; readonly b: bigint };

/** β / g^message. */
function shifted({ p, withoutG }: Group, { beta, message }: Branch): bigint {
  return message === 0 ? beta : (beta * withoutG(message)) % p;
}

function commitmentOf({ group, powerOfY }: Key, branch: Branch, { challenge, response }: Proof): Commitment {
  const { p, power, powerOfG } = group;
  return {
    a: (powerOfG(response) * power(branch.alpha, challenge)) % p,
    b: (powerOfY(response) * power(shifted(group, branch), challenge)) % p,
  };
}

/** The text of commitments as it is hashed: `A0,B0,A1,B1,…`. */
function commitmentText(commitments: readonly Commitment[]): string {
  return commitments.map(({ a, b }) => `${a},${b}`).join(',');
}

/** One branch as its maker knows it: the ciphertext holds `value` under the random number `secret`; the branch says that it holds `message`. */
export type Claim = { readonly secret: bigint; readonly value: number; readonly message: number };

/**
 * Proves that one of the claims is true without telling which (specification 4.12, 4.13). Commitments of false claims are made from the
 * openings: alpha^c = g^(r·c) and (beta / g^M)^c = y^(r·c) · g^((value − M)·c), so that every power is one of g or y and goes by table.
 */
export function proveOneOf(
  key: Key,
  random: Random,
  { claims, prefix }: { claims: readonly Claim[]; prefix: string },
): [Proof, ...Proof[]] {
  const { group, powerOfY } = key;
  const { p, q, powerOfG } = group;
  const at = claims.findIndex((it) => it.value === it.message);
  if (at < 0) throw new Error('no claim is true: choices must be checked first');
  const w = random(q);
  const fakes = claims.map(() => ({ challenge: random(q), response: random(q) }));
  const commitments = claims.map(({ secret, value, message }, i) => {
    const { challenge, response } = fakes[i]!;
    const exponent = i === at ? w : modulo(response + secret * challenge, q);
    const shift = i === at ? 0n : modulo(BigInt(value - message) * challenge, q);
    return { a: powerOfG(exponent), b: (powerOfY(exponent) * powerOfG(shift)) % p };
  });
  const others = fakes.reduce((sum, it, i) => (i === at ? sum : sum + it.challenge), 0n);
  const challenge = modulo(hashToExponent(group, `${prefix}${commitmentText(commitments)}`) - others, q);
  const proofs = fakes.map((fake, i) => (i === at ? { challenge, response: modulo(w - claims[at]!.secret * challenge, q) } : fake));
  return proofs as [Proof, ...Proof[]];
}

export function isOneOf(
  key: Key,
  proofs: readonly Proof[],
  { branches, prefix }: { branches: readonly Branch[]; prefix: string },
): boolean {
  const { group } = key;
  if (proofs.length !== branches.length) return false;
  if (!proofs.every((it) => isExponent(group, it.challenge) && isExponent(group, it.response))) return false;
  const commitments = branches.map((branch, i) => commitmentOf(key, branch, proofs[i]!));
  const sum = proofs.reduce((total, it) => total + it.challenge, 0n);
  return hashToExponent(group, `${prefix}${commitmentText(commitments)}`) === modulo(sum, group.q);
}

/** Proves that a decryption factor alpha^x was made with the key behind X = g^x (specification 4.18). */
export function proveFactor(
  group: Group,
  random: Random,
  { secret, prefix, powerOfAlpha }: { secret: bigint; prefix: string; powerOfAlpha: (exponent: bigint) => bigint },
): Proof {
  const w = random(group.q);
  const challenge = hashToExponent(group, `${prefix}${group.powerOfG(w)},${powerOfAlpha(w)}`);
  return { challenge, response: modulo(w - secret * challenge, group.q) };
}

export function isFactorProven(
  group: Group,
  { challenge, response }: Proof,
  { alpha, factor, publicKey, prefix }: { alpha: bigint; factor: bigint; publicKey: bigint; prefix: string },
): boolean {
  if (!isExponent(group, challenge) || !isExponent(group, response)) return false;
  const { p, power, powerOfG } = group;
  const a = (powerOfG(response) * power(publicKey, challenge)) % p;
  const b = (power(alpha, response) * power(factor, challenge)) % p;
  return hashToExponent(group, `${prefix}${a},${b}`) === challenge;
}

export function product(group: Group, ciphertexts: readonly Ciphertext[]): Ciphertext {
  return ciphertexts.reduce((all, it) => ({ alpha: (all.alpha * it.alpha) % group.p, beta: (all.beta * it.beta) % group.p }), {
    alpha: 1n,
    beta: 1n,
  });
}
