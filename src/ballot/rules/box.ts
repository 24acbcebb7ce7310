import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { ChoiceFault } from './belenios/ballot.ts';
import type { Question } from './belenios/structures.ts';

/** Keys → credentials → ready → open → closed → counted; a box is given up with a reason until it is counted. */
export const BOX_STATES = ['keys', 'credentials', 'ready', 'open', 'closed', 'counted', 'abandoned'] as const;
export type BoxState = (typeof BOX_STATES)[number];

/** 票箱: the electronic ballot of one round, as an election of the public protocol. */
export type Box = {
  readonly id: string;
  readonly roundId: string;
  readonly electionUuid: string;
  readonly state: BoxState;
  readonly name: string;
  readonly form: 'tick' | 'approve';
  readonly questions: readonly Question[];
  readonly candidateIds: readonly string[];
  readonly trusteeCount: number;
  readonly threshold: number | null;
  /** Seconds since 1970: the time that every member of the archive carries. */
  readonly moment: number;
  readonly admitted: number | null;
  readonly election: string | null;
  readonly trustees: string | null;
  readonly credentials: string | null;
  readonly tally: string | null;
  readonly result: readonly (readonly number[])[] | null;
  readonly version: number;
};

/** 受托人: a person who holds a part of the key; here only what is public of it. */
export type Trustee = {
  readonly boxId: string;
  readonly position: number;
  readonly title: string;
  readonly accountId: string | null;
  readonly certificate: string | null;
  readonly coefficients: string | null;
  readonly shares: readonly string[] | null;
  readonly publicKey: string | null;
  readonly decryption: string | null;
};

const text = (most: number) => z.string().min(1).max(most);
const place = { boxId: z.uuid(), position: z.number().int().min(1).max(20) };

export const SetUpBox = z
  .object({
    id: z.uuid(),
    roundId: z.uuid(),
    trustees: z.array(z.string().trim().min(1).max(60)).min(1).max(9),
    threshold: z.number().int().min(1).max(9).nullable(),
  })
  .refine((it) => it.threshold === null || it.threshold <= it.trustees.length, { path: ['threshold'], error: 'more-than-trustees' });
export type SetUpBox = z.infer<typeof SetUpBox>;
export const PublishKey = z.object({ ...place, publicKey: text(10_000) });
export const PublishCertificate = z.object({ ...place, certificate: text(20_000) });
export const PublishShares = z.object({ ...place, coefficients: text(60_000), shares: z.array(text(10_000)).max(20) });
export const PublishDecryption = z.object({ ...place, decryption: text(2_000_000) });
export const PublishCredentials = z.object({
  boxId: z.uuid(),
  credentials: z
    .array(z.string().regex(/^[1-9]\d{0,999}$/))
    .min(1)
    .max(5_000),
});
export const OpenBox = z.object({ boxId: z.uuid(), slips: z.number().int().min(1).max(5_000) });
export const WhichBox = z.object({ boxId: z.uuid() });
export const AbandonBox = z.object({ boxId: z.uuid(), reason: z.string().trim().min(2).max(300) });

export const ElectionUuid = z.string().regex(/^[1-9A-HJ-NP-Za-km-z]{14,40}$/);
export const CastBallot = z.object({ election: ElectionUuid, ballot: text(400_000) });
export const FindTracker = z.object({ election: ElectionUuid, tracker: z.string().regex(/^[0-9a-f]{64}$/) });
export const ShowElection = z.object({ election: ElectionUuid });

/** Why the box does not take a ballot. None of them says who asked. */
export type CastRefusal =
  | { readonly kind: 'box-not-open'; readonly state: BoxState }
  | { readonly kind: 'ballot-malformed'; readonly check: string }
  | { readonly kind: 'unknown-credential' }
  | { readonly kind: 'too-many-tries'; readonly seconds: number }
  | { readonly kind: 'credential-used' }
  | { readonly kind: 'box-full'; readonly admitted: number };

export type BoxRefusal =
  | CastRefusal
  | { readonly kind: 'session-not-electronic' }
  | { readonly kind: 'form-not-electronic'; readonly form: string }
  | { readonly kind: 'round-has-box' }
  | { readonly kind: 'round-decided' }
  | { readonly kind: 'box-elsewhere'; readonly state: BoxState; readonly wanted: BoxState }
  | { readonly kind: 'place-taken'; readonly title: string }
  | { readonly kind: 'holds-another-place'; readonly title: string }
  | { readonly kind: 'certificates-missing'; readonly titles: readonly string[] }
  | { readonly kind: 'already-published'; readonly title: string }
  | { readonly kind: 'key-not-proven'; readonly title: string; readonly check: string }
  | { readonly kind: 'credentials-unfit'; readonly check: 'listed-twice' | 'not-in-group' }
  | { readonly kind: 'credentials-too-few'; readonly has: number; readonly roll: number }
  | { readonly kind: 'slips-exceed-present'; readonly slips: number; readonly present: number; readonly papers: number }
  | { readonly kind: 'slips-exceed-handed'; readonly slips: number; readonly handed: number }
  | { readonly kind: 'slips-exceed-credentials'; readonly slips: number; readonly credentials: number }
  | { readonly kind: 'slips-fewer-than-before'; readonly slips: number; readonly admitted: number }
  | { readonly kind: 'nobody-voted' }
  | { readonly kind: 'too-few-ballots'; readonly least: number }
  | { readonly kind: 'decryption-not-proven'; readonly title: string }
  | { readonly kind: 'trustees-missing'; readonly has: number; readonly needed: number; readonly titles: readonly string[] }
  | { readonly kind: 'tally-does-not-open' }
  | { readonly kind: 'result-standing' }
  | { readonly kind: 'box-not-counted'; readonly state: BoxState };

/** What a deputy is told on the own screen before anything is encrypted. */
export type MarkRefusal = ChoiceFault;

export function mustBe(box: Box, wanted: BoxState): Result<Box, BoxRefusal> {
  return box.state === wanted ? accept(box) : refuse({ kind: 'box-elsewhere', state: box.state, wanted });
}

/** Where a round stands whose deputies are to vote electronically. */
export type BoxPlace = {
  readonly electronic: boolean;
  readonly form: string;
  readonly isDecided: boolean;
  readonly hasBox: boolean;
};

/** Only where the adopted sheet says so, and for forms that the protocol can prove. */
export function maySetUp(it: BoxPlace): Result<'tick' | 'approve', BoxRefusal> {
  if (!it.electronic) return refuse({ kind: 'session-not-electronic' });
  if (it.form !== 'tick' && it.form !== 'approve') return refuse({ kind: 'form-not-electronic', form: it.form });
  if (it.isDecided) return refuse({ kind: 'round-decided' });
  return it.hasBox ? refuse({ kind: 'round-has-box' }) : accept(it.form);
}

/** `handed`: slips noted at the check-in desk; none where the desk is not used. */
export type SlipCount = { readonly slips: number; readonly present: number; readonly papers: number; readonly handed: number };

/** 凭证条: as many as are handed out, to deputies who are here and hold no paper; later more, never fewer. */
export function admit(box: Box, { slips, present, papers, handed }: SlipCount): Result<Box, BoxRefusal> {
  if (box.state !== 'ready' && box.state !== 'open') return refuse({ kind: 'box-elsewhere', state: box.state, wanted: 'ready' });
  if (slips + papers > present) return refuse({ kind: 'slips-exceed-present', slips, present, papers });
  if (handed > 0 && slips > handed) return refuse({ kind: 'slips-exceed-handed', slips, handed });
  const credentials = credentialLines(box).length;
  if (slips > credentials) return refuse({ kind: 'slips-exceed-credentials', slips, credentials });
  if (slips < (box.admitted ?? 0)) return refuse({ kind: 'slips-fewer-than-before', slips, admitted: box.admitted! });
  return accept({ ...box, state: 'open', admitted: slips });
}

export function credentialLines(box: Pick<Box, 'credentials'>): readonly string[] {
  return box.credentials === null ? [] : (JSON.parse(box.credentials) as string[]);
}

/** Takes the place of a trustee: the first who publishes for it, and from then on nobody else. */
export function takePlace(trustees: readonly Trustee[], position: number, accountId: string): Result<Trustee, BoxRefusal> {
  const own = trustees.find((it) => it.accountId === accountId);
  const wanted = trustees.find((it) => it.position === position)!;
  if (wanted.accountId !== null && wanted.accountId !== accountId) return refuse({ kind: 'place-taken', title: wanted.title });
  if (own !== undefined && own.position !== position) return refuse({ kind: 'holds-another-place', title: own.title });
  return accept({ ...wanted, accountId });
}
