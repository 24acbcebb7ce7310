import { z } from 'zod';

/** Inputs that many commands of a session share, and what their journal entries are about. */
export const OfSession = z.object({ sessionId: z.uuid() });
export const OfRound = z.object({ roundId: z.uuid() });
export const OfBundle = z.object({ bundleId: z.uuid() });

export const ofSession = (input: { readonly sessionId: string }) => `session:${input.sessionId}`;
export const ofRound = (input: { readonly roundId: string }) => `round:${input.roundId}`;
export const ofBundle = (input: { readonly bundleId: string }) => `bundle:${input.bundleId}`;

/** A reason or a decision, in a sentence that stays in the record. */
export const reason = z.string().trim().min(2).max(500);
