import type { CivilDate } from '#/kernel/civil-date.ts';

/** `GET /notices/reminders` */
export type Reminders = {
  readonly known: boolean;
  /** Masked. */
  readonly address: string | null;
  readonly wantsMail: boolean;
  readonly feeds: readonly {
    readonly id: string;
    readonly unitId: string | null;
    readonly madeOn: CivilDate;
    readonly revokedOn: CivilDate | null;
  }[];
};
