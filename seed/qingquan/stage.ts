import type { Composition } from '#/compose.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Actor } from '#/platform/roles.ts';
import type { Must } from '../people.ts';

/** Who acts in the fictional district, on what, and on which day. */
export type Stage = {
  readonly composition: Composition;
  readonly on: (day: CivilDate) => Must;
  readonly office: Actor;
  readonly leader: Actor;
  /** Liaisons by their unit; the other units have no account, and the office writes for them. */
  readonly liaisons: ReadonlyMap<string, Actor>;
  readonly programmeId: string;
  readonly projectId: (no: string) => string;
  readonly promiseId: (no: string) => string;
  readonly unitId: (name: string) => string;
  readonly file: (name: string, content: string) => Promise<string>;
};
