import type { Composition } from '#/compose.ts';

/** Starts what the calendar does; returns how to stop it. */
export function startJobs(_composition: Composition): () => void {
  return () => {};
}
