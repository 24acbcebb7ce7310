import { z } from 'zod';
import { hexOf, sha256Of } from '#/kernel/hash.ts';
import { parseJson } from '#/kernel/json.ts';

/**
 * The messages of Belenios 2.0 (specification 4; profile "Belenios 2.0 / crypto v1"). Field order is part of the format: a message written again
 * from what was read must give the same bytes.
 */
const number = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,1999})$/)
  .transform((it) => BigInt(it));
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const small = z
  .number()
  .int()
  .min(0)
  .max(2 ** 30 - 1);

export const Proof = z.strictObject({ challenge: number, response: number });
export type Proof = z.infer<typeof Proof>;
export const Ciphertext = z.strictObject({ alpha: number, beta: number });
export type Ciphertext = z.infer<typeof Ciphertext>;

export const Header = z.strictObject({ version: z.literal(1), timestamp: z.string().regex(/^\d{1,11}$/) });
export const EVENT_TYPES = ['Setup', 'Ballot', 'EndBallots', 'EncryptedTally', 'PartialDecryption', 'Result'] as const;
export const Event = z.strictObject({ parent: hash.optional(), height: small, type: z.enum(EVENT_TYPES), payload: hash.optional() });
export type Event = z.infer<typeof Event>;
export const SetupData = z.strictObject({ election: hash, trustees: hash, credentials: hash });

export const Question = z.strictObject({
  answers: z.array(z.string()).min(1).max(1_000),
  blank: z.boolean().optional(),
  min: small,
  max: small,
  question: z.string(),
});
export type Question = z.infer<typeof Question>;

export const Election = z.strictObject({
  version: z.literal(1),
  description: z.string(),
  name: z.string(),
  group: z.string(),
  public_key: number,
  questions: z.array(Question).min(1).max(100),
  uuid: z.string().regex(/^[1-9A-HJ-NP-Za-km-z]{14,}$/),
  administrator: z.string().optional(),
  credential_authority: z.string().optional(),
});
export type Election = z.infer<typeof Election>;

export const TrusteeKey = z.strictObject({ pok: Proof, public_key: number, name: z.string().optional() });
export type TrusteeKey = z.infer<typeof TrusteeKey>;
export const Signed = z.strictObject({ message: z.string(), signature: Proof });
export type Signed = z.infer<typeof Signed>;
export const CertificateKeys = z.strictObject({ verification: number, encryption: number });
export const Coefficients = z.strictObject({ coefexps: z.array(number).min(1) });
export const ThresholdParameters = z.strictObject({
  threshold: small,
  certs: z.array(Signed),
  coefexps: z.array(Signed),
  verification_keys: z.array(TrusteeKey),
});
export type ThresholdParameters = z.infer<typeof ThresholdParameters>;
export const TrusteeKind = z.union([z.tuple([z.literal('Single'), TrusteeKey]), z.tuple([z.literal('Pedersen'), ThresholdParameters])]);
export type TrusteeKind = z.infer<typeof TrusteeKind>;
export const Trustees = z.array(TrusteeKind).min(1);

export const Credentials = z.array(z.string().regex(/^[1-9]\d{0,1999}(?:,[1-9]\d{0,8})?$/));

export const Answer = z.strictObject({
  choices: z.array(Ciphertext),
  individual_proofs: z.array(z.tuple([Proof, Proof])),
  overall_proof: z.array(Proof),
  blank_proof: z.tuple([Proof, Proof]).optional(),
});
export type Answer = z.infer<typeof Answer>;
const unsigned = { election_uuid: z.string(), election_hash: z.string(), credential: number, answers: z.array(Answer) };
export const UnsignedBallot = z.strictObject(unsigned);
export type UnsignedBallot = z.infer<typeof UnsignedBallot>;
export const Ballot = z.strictObject({ ...unsigned, signature: z.strictObject({ hash: z.string(), proof: Proof }) });
export type Ballot = z.infer<typeof Ballot>;

export const EncryptedTally = z.array(z.array(Ciphertext));
export type EncryptedTally = z.infer<typeof EncryptedTally>;
export const SizedTally = z.strictObject({ num_tallied: small, total_weight: small, encrypted_tally: hash });
export const PartialDecryption = z.strictObject({
  decryption_factors: z.array(z.array(number)),
  decryption_proofs: z.array(z.array(Proof)),
});
export type PartialDecryption = z.infer<typeof PartialDecryption>;
export const Owned = z.strictObject({ owner: small.min(1), payload: hash });
export const Result = z.strictObject({ result: z.array(z.array(small)) });

/** The compact text of a message; big numbers become decimal strings. The sign DEL is escaped, as the authors of the format do. */
export function textOf(message: unknown): string {
  const text = JSON.stringify(message, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
  return text.replaceAll('\u007f', '\\u007f');
}

/** Reads a message, or returns null where it is no such message or not written in the one canonical way. */
export function readMessage<T>(schema: z.ZodType<T>, text: string): T | null {
  const read = schema.safeParse(parseJson(text));
  return read.success && textOf(read.data) === text ? read.data : null;
}

export function hexHash(text: string): string {
  return hexOf(sha256Of(text));
}

/** Fingerprint: SHA-256 in Base64 without padding. */
export function fingerprint(text: string): string {
  return btoa(String.fromCharCode(...sha256Of(text))).replace(/=+$/, '');
}
