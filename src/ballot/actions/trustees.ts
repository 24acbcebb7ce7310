import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { nativePower } from '#/platform/big-numbers.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { certificateKeys, coefficientsFault } from '../rules/belenios/ceremony.ts';
import { belenios2048, isElement } from '../rules/belenios/group.ts';
import { EncryptedTally, fingerprint, PartialDecryption, readMessage, TrusteeKey } from '../rules/belenios/structures.ts';
import { isPartialDecryption } from '../rules/belenios/tally.ts';
import { isTrusteeKey, trusteeFault } from '../rules/belenios/trustees.ts';
import {
  type Box,
  type BoxRefusal,
  type BoxState,
  mustBe,
  PublishCertificate,
  PublishDecryption,
  PublishKey,
  PublishShares,
  type Trustee,
  takePlace,
} from '../rules/box.ts';
import { electionTexts, trusteeKinds } from '../rules/box-archive.ts';
import { holdBox, listTrustees, saveBox, saveTrustee } from '../store/boxes.ts';

const group = belenios2048(nativePower(belenios2048().p));
const subject = (input: { readonly boxId: string; readonly position: number }) => `box:${input.boxId}:${input.position}`;

type Step = { readonly box: Box; readonly own: Trustee; readonly all: readonly Trustee[] };
type Place = { readonly boxId: string; readonly position: number };

/** The box in the wanted state, and the place of the trustee who acts: his already, or free. */
async function stepOf(writer: Writer, { boxId, position }: Place, wanted: BoxState): Promise<Result<Step, BoxRefusal>> {
  const box = mustBe(await holdBox(writer, boxId), wanted);
  if (!box.ok) return box;
  const all = await listTrustees(writer, boxId);
  if (position > all.length) throw new Problem(404, 'unknown-trustee', { position });
  const own = takePlace(all, position, writer.actor.accountId);
  return own.ok ? accept({ box: box.value, own: own.value, all }) : own;
}

/** First step of a threshold: the trustee's certificate. */
export const publishCertificate = command({
  name: 'ballot.publish-certificate',
  version: 1,
  input: PublishCertificate,
  permission: 'ballot.keep-key',
  subject,
  async run(writer, { certificate, ...place }): Promise<Result<null, BoxRefusal>> {
    const step = await stepOf(writer, place, 'keys');
    if (!step.ok) return step;
    const { own } = step.value;
    if (own.certificate !== null) return refuse({ kind: 'already-published', title: own.title });
    if (certificateKeys(group, certificate) === null) return refuse({ kind: 'key-not-proven', title: own.title, check: 'certificate' });
    await saveTrustee(writer, { ...own, certificate });
    return accept(null);
  },
});

/** Second step: the trustee's polynomial, and a share for each, encrypted to him. */
export const publishShares = command({
  name: 'ballot.publish-shares',
  version: 1,
  input: PublishShares,
  permission: 'ballot.keep-key',
  subject,
  async run(writer, { coefficients, shares, ...place }): Promise<Result<null, BoxRefusal>> {
    const step = await stepOf(writer, place, 'keys');
    if (!step.ok) return step;
    const { own, all, box } = step.value;
    const missing = all.filter((it) => it.certificate === null);
    if (missing.length > 0) return refuse({ kind: 'certificates-missing', titles: missing.map((it) => it.title) });
    if (own.coefficients !== null) return refuse({ kind: 'already-published', title: own.title });
    const keys = certificateKeys(group, own.certificate!)!;
    const check =
      shares.length !== all.length ? 'shares' : coefficientsFault(group, { text: coefficients, keys, threshold: box.threshold! });
    if (check !== null) return refuse({ kind: 'key-not-proven', title: own.title, check });
    await saveTrustee(writer, { ...own, coefficients, shares });
    return accept(null);
  },
});

/** Last step, the only one where every trustee is needed: the public key. With the last of them the election gets its text. */
export const publishKey = command({
  name: 'ballot.publish-key',
  version: 1,
  input: PublishKey,
  permission: 'ballot.keep-key',
  subject,
  async run(writer, { publicKey, ...place }): Promise<Result<{ complete: boolean }, BoxRefusal>> {
    const step = await stepOf(writer, place, 'keys');
    if (!step.ok) return step;
    const { own, all, box } = step.value;
    if (own.publicKey !== null) return refuse({ kind: 'already-published', title: own.title });
    const missing = box.threshold === null ? [] : all.filter((it) => it.coefficients === null);
    if (missing.length > 0) return refuse({ kind: 'certificates-missing', titles: missing.map((it) => it.title) });
    const key = readMessage(TrusteeKey, publicKey);
    if (key === null || !isTrusteeKey(group, key)) return refuse({ kind: 'key-not-proven', title: own.title, check: 'proof-of-knowledge' });
    const now = all.map((it) => (it.position === own.position ? { ...own, publicKey } : it));
    const kinds = trusteeKinds(box, now);
    const fault = kinds?.map((it) => trusteeFault(group, it)).find((it) => it !== null) ?? null;
    if (fault !== null) return refuse({ kind: 'key-not-proven', title: own.title, check: fault });
    await saveTrustee(writer, { ...own, publicKey });
    if (kinds !== null) await saveBox(writer, { ...box, state: 'credentials', ...electionTexts(group, box, kinds) });
    return accept({ complete: kinds !== null });
  },
});

/** 部分解密: a trustee's factors with their proofs; one that is not proven is refused, and the trustee is named. */
export const publishDecryption = command({
  name: 'ballot.publish-decryption',
  version: 1,
  input: PublishDecryption,
  permission: 'ballot.keep-key',
  subject,
  async run(writer, { decryption, ...place }): Promise<Result<null, BoxRefusal>> {
    const step = await stepOf(writer, place, 'closed');
    if (!step.ok) return step;
    const { own, box } = step.value;
    if (own.decryption !== null) return refuse({ kind: 'already-published', title: own.title });
    const read = readMessage(PartialDecryption, decryption);
    const tally = readMessage(EncryptedTally, box.tally!)!;
    const { public_key: publicKey } = readMessage(TrusteeKey, own.publicKey!)!;
    const isGood =
      read?.decryption_factors.every((row) => row.every((it) => isElement(group, it))) &&
      isPartialDecryption(group, read, { tally, fingerprint: fingerprint(box.election!), publicKey });
    if (!isGood) return refuse({ kind: 'decryption-not-proven', title: own.title });
    await saveTrustee(writer, { ...own, decryption });
    return accept(null);
  },
});
