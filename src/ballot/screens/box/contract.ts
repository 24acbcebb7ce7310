import type { Box, Trustee } from '../../rules/box.ts';

export type RoundLine = {
  readonly roundId: string;
  readonly title: string;
  readonly position: number;
  readonly boxId: string | null;
  readonly state: Box['state'] | null;
};

export type ShownTrustee = Trustee & { readonly isMine: boolean };

/** What the server tells of a box: no credential, and of an open box no number of ballots. */
export type ShownBox = {
  readonly box: Omit<Box, 'credentials'>;
  readonly trustees: readonly ShownTrustee[];
  readonly ballots: number | null;
  readonly needed: number;
  readonly round: {
    readonly roll: number;
    readonly present: number;
    readonly papers: number;
    readonly handed: number;
    readonly isDecided: boolean;
  };
  readonly part: {
    readonly issued: number;
    readonly collected: number;
    readonly blank: number;
    readonly votes: Readonly<Record<string, { readonly for: number; readonly against: number; readonly abstain: number }>>;
  } | null;
};
