import { sha256Of } from '#/kernel/hash.ts';
import { type Group, isElement, modulo, numberOf, type Random } from './group.ts';
import { isProven, prove } from './proofs.ts';
import {
  CertificateKeys,
  Coefficients,
  readMessage,
  type Signed,
  type ThresholdParameters,
  type TrusteeKey,
  type TrusteeKind,
  textOf,
} from './structures.ts';

/** 受托人公钥: the public key with a proof that its private one is known. */
export function trusteeKey(group: Group, random: Random, { secret, name }: { secret: bigint; name?: string }): TrusteeKey {
  const public_key = group.powerOfG(secret);
  const pok = prove(group, random, { secret, prefix: `pok|${group.name}|${public_key}|` });
  return { pok, public_key, ...(name === undefined ? {} : { name }) };
}

export function isTrusteeKey(group: Group, { pok, public_key }: TrusteeKey): boolean {
  return isElement(group, public_key) && isProven(group, pok, { publicKey: public_key, prefix: `pok|${group.name}|${public_key}|` });
}

/** The four keys of a trustee in the threshold ceremony, from one secret seed (specification 4.6.1). */
export function certificate(
  group: Group,
  random: Random,
  seed: string,
): { readonly signingKey: bigint; readonly decryptionKey: bigint; readonly cert: Signed } {
  const derived = (prefix: string) => numberOf(sha256Of(`${prefix}|${seed}`)) % group.q;
  const [signingKey, decryptionKey] = [derived('sk'), derived('dk')];
  const keys = { verification: group.powerOfG(signingKey), encryption: group.powerOfG(decryptionKey) };
  return { signingKey, decryptionKey, cert: signed(group, random, { signingKey, message: textOf(keys) }) };
}

function signed(group: Group, random: Random, { signingKey, message }: { signingKey: bigint; message: string }): Signed {
  return { message, signature: prove(group, random, { secret: signingKey, prefix: `sigmsg|${message}|` }) };
}

export function isSigned(group: Group, { message, signature }: Signed, publicKey: bigint): boolean {
  return isProven(group, signature, { publicKey, prefix: `sigmsg|${message}|` });
}

/** A trustee's random polynomial of the ceremony: what it publishes, and the share for trustee j. */
export type Polynomial = { readonly coefexps: Signed; readonly shareFor: (j: number) => bigint };

export function polynomial(group: Group, random: Random, { signingKey, threshold }: { signingKey: bigint; threshold: number }): Polynomial {
  const coefficients = Array.from({ length: threshold }, () => random(group.q));
  const coefexps = { coefexps: coefficients.map((it) => group.powerOfG(it)) };
  return {
    coefexps: signed(group, random, { signingKey, message: textOf(coefexps) }),
    shareFor: (j) => coefficients.reduceRight((sum, it) => modulo(sum * BigInt(j) + it, group.q), 0n),
  };
}

/** Why threshold parameters cannot stand; null when they do. Besides what the specification checks: every element lies in the group. */
export type TrusteeFault = 'not-in-group' | 'certificate' | 'coefficients' | 'threshold' | 'proof-of-knowledge' | 'verification-key';

export function trusteeFault(group: Group, [kind, it]: TrusteeKind): TrusteeFault | null {
  if (kind === 'Single') return isTrusteeKey(group, it) ? null : 'proof-of-knowledge';
  return thresholdFault(group, it);
}

function thresholdFault(group: Group, it: ThresholdParameters): TrusteeFault | null {
  const { certs, coefexps, threshold, verification_keys } = it;
  if (threshold < 1 || threshold > certs.length || coefexps.length !== certs.length || verification_keys.length !== certs.length)
    return 'threshold';
  const exponents: (readonly bigint[])[] = [];
  for (const [i, cert] of certs.entries()) {
    const keys = readMessage(CertificateKeys, cert.message);
    if (keys === null) return 'certificate';
    if (!isElement(group, keys.verification) || !isElement(group, keys.encryption)) return 'not-in-group';
    if (!isSigned(group, cert, keys.verification)) return 'certificate';
    const read = readMessage(Coefficients, coefexps[i]!.message);
    if (read === null || !isSigned(group, coefexps[i]!, keys.verification)) return 'coefficients';
    if (read.coefexps.length !== threshold) return 'threshold';
    if (!read.coefexps.every((element) => isElement(group, element))) return 'not-in-group';
    exponents.push(read.coefexps);
  }
  const together = Array.from({ length: threshold }, (_, k) => exponents.reduce((all, it) => (all * it[k]!) % group.p, 1n));
  for (const [i, key] of verification_keys.entries()) {
    if (!isTrusteeKey(group, key)) return 'proof-of-knowledge';
    if (key.public_key !== shareKey(group, together, i + 1)) return 'verification-key';
  }
  return null;
}

/** g to the value of a polynomial at j, from g to its coefficients: the product of A_k^(j^k), by Horner's rule so that every exponent is short. */
export function shareKey({ power, p }: Group, coefficients: readonly bigint[], j: number): bigint {
  return coefficients.reduceRight((all, it) => (power(all, BigInt(j)) * it) % p, 1n);
}

/** The part of one kind of trustees in the election's key. Coefficients must have been read without fault. */
export function partialKey(group: Group, [kind, it]: TrusteeKind): bigint {
  if (kind === 'Single') return it.public_key;
  return it.coefexps.reduce((all, signedOne) => (all * (readMessage(Coefficients, signedOne.message)?.coefexps[0] ?? 0n)) % group.p, 1n);
}

export function electionKey(group: Group, trustees: readonly TrusteeKind[]): bigint {
  return trustees.reduce((all, it) => (all * partialKey(group, it)) % group.p, 1n);
}
