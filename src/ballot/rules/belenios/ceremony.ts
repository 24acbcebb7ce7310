import { hexOf, sha256Of } from '#/kernel/hash.ts';
import { type Group, isElement, modulo, numberOf, type Random, secretPower } from './group.ts';
import { CertificateKeys, Coefficients, readMessage, type Signed, Signed as SignedSchema, textOf } from './structures.ts';
import { certificate, isSigned, type Polynomial, polynomial, shareKey, trusteeKey } from './trustees.ts';

/**
 * 密钥仪式: the threshold ceremony (specification 4.6.1). Each trustee keeps one secret seed; all else follows from it and from what the
 * others published. Shares travel encrypted to their trustee; these messages are no part of the archive, hence a form of our own: the share
 * under a pad made of an El Gamal secret. A share that was altered does not fit the published coefficients, and its sender is named.
 */
export type SealedShare = { readonly alpha: bigint; readonly pad: bigint };

export function certificateText(group: Group, random: Random, seed: string): string {
  return textOf(certificate(group, random, seed).cert);
}

export type CeremonyFault = {
  readonly position: number;
  readonly check: 'certificate' | 'coefficients' | 'not-in-group' | 'threshold' | 'share';
};

/** The keys behind certificates, or whose certificate is none. */
export function readCertificates(
  group: Group,
  texts: readonly string[],
): { readonly ok: true; readonly keys: readonly Keys[] } | { readonly ok: false; readonly fault: CeremonyFault } {
  const keys: Keys[] = [];
  for (const [i, text] of texts.entries()) {
    const found = certificateKeys(group, text);
    if (found === null) return { ok: false, fault: { position: i + 1, check: 'certificate' } };
    keys.push(found);
  }
  return { ok: true, keys };
}

export type Keys = { readonly verification: bigint; readonly encryption: bigint };

export function certificateKeys(group: Group, text: string): Keys | null {
  const cert = readMessage(SignedSchema, text);
  const keys = cert === null ? null : readMessage(CertificateKeys, cert.message);
  if (cert === null || keys === null) return null;
  const isGood = isElement(group, keys.verification) && isElement(group, keys.encryption) && isSigned(group, cert, keys.verification);
  return isGood ? keys : null;
}

/** Second step: the trustee's polynomial, published, and one encrypted share for each trustee. */
export function sharesFor(
  group: Group,
  random: Random,
  { seed, threshold, keys }: { seed: string; threshold: number; keys: readonly Keys[] },
): { readonly coefficients: string; readonly shares: readonly string[] } {
  const { signingKey } = certificate(group, random, seed);
  const made: Polynomial = polynomial(group, random, { signingKey, threshold });
  const shares = keys.map(({ encryption }, i) => sealShare(group, random, { to: encryption, share: made.shareFor(i + 1) }));
  return { coefficients: textOf(made.coefexps), shares };
}

function sealShare(group: Group, random: Random, { to, share }: { to: bigint; share: bigint }): string {
  const r = random(group.q);
  const alpha = group.powerOfG(r);
  return JSON.stringify({ alpha: alpha.toString(), pad: (share ^ padOf(alpha, secretPower(group, to, r))).toString(16) });
}

function padOf(alpha: bigint, shared: bigint): bigint {
  return numberOf(sha256Of(`share|${hexOf(sha256Of(alpha.toString()))}|${shared}`));
}

function openShare(group: Group, decryptionKey: bigint, text: string): bigint | null {
  const found = /^\{"alpha":"(\d{1,1000})","pad":"([0-9a-f]{1,64})"\}$/.exec(text);
  if (found === null) return null;
  const alpha = BigInt(found[1]!);
  if (!isElement(group, alpha)) return null;
  return BigInt(`0x${found[2]}`) ^ padOf(alpha, secretPower(group, alpha, decryptionKey));
}

/** What the trustees have published by the third step, in their order. */
export type CeremonyBoard = {
  readonly threshold: number;
  readonly certificates: readonly string[];
  readonly coefficients: readonly string[];
  /** shares[i][j]: from trustee i + 1 to trustee j + 1. */
  readonly shares: readonly (readonly string[])[];
};

/** Whether published coefficients are the trustee's and as many as the threshold. */
export function coefficientsFault(
  group: Group,
  { text, keys, threshold }: { text: string; keys: Keys; threshold: number },
): CeremonyFault['check'] | null {
  const signedOne: Signed | null = readMessage(SignedSchema, text);
  const read = signedOne === null ? null : readMessage(Coefficients, signedOne.message);
  if (signedOne === null || read === null || !isSigned(group, signedOne, keys.verification)) return 'coefficients';
  if (read.coefexps.length !== threshold) return 'threshold';
  return read.coefexps.every((it) => isElement(group, it)) ? null : 'not-in-group';
}

/** Third step: the trustee's own part of the key, the sum of the shares that all sent; a share that does not fit names its sender. */
export function ownSecret(
  group: Group,
  random: Random,
  { seed, position, board }: { seed: string; position: number; board: CeremonyBoard },
): { readonly ok: true; readonly secret: bigint } | { readonly ok: false; readonly fault: CeremonyFault } {
  const { decryptionKey } = certificate(group, random, seed);
  const read = readCertificates(group, board.certificates);
  if (!read.ok) return read;
  let secret = 0n;
  for (const [i, text] of board.coefficients.entries()) {
    const check = coefficientsFault(group, { text, keys: read.keys[i]!, threshold: board.threshold });
    if (check !== null) return { ok: false, fault: { position: i + 1, check } };
    const { coefexps } = readMessage(Coefficients, readMessage(SignedSchema, text)!.message)!;
    const share = openShare(group, decryptionKey, board.shares[i]![position - 1]!);
    if (share === null || group.powerOfG(share) !== shareKey(group, coefexps, position))
      return { ok: false, fault: { position: i + 1, check: 'share' } };
    secret = modulo(secret + share, group.q);
  }
  return { ok: true, secret };
}

/** The secret of a trustee where every one is needed. */
export function singleSecret(group: Group, seed: string): bigint {
  return numberOf(sha256Of(`sk|${seed}`)) % group.q;
}

export function publicKeyText(group: Group, random: Random, { secret, name }: { secret: bigint; name: string }): string {
  return textOf(trusteeKey(group, random, { secret, name }));
}
