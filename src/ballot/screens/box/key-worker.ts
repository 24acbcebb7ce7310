import { randomBelow } from '#/kernel/random-below.ts';
import {
  type CeremonyBoard,
  type CeremonyFault,
  certificateText,
  ownSecret,
  publicKeyText,
  readCertificates,
  sharesFor,
  singleSecret,
} from '../../rules/belenios/ceremony.ts';
import { newCredential, secretOf } from '../../rules/belenios/credentials.ts';
import { belenios2048 } from '../../rules/belenios/group.ts';
import { EncryptedTally, fingerprint, readMessage, textOf } from '../../rules/belenios/structures.ts';
import { partialDecryption } from '../../rules/belenios/tally.ts';

/** What the trustee's browser works out; a seed goes in, and only public things come out. */
export type KeyRequest =
  | { readonly kind: 'certificate'; readonly seed: string }
  | { readonly kind: 'shares'; readonly seed: string; readonly threshold: number; readonly certificates: readonly string[] }
  | {
      readonly kind: 'public-key';
      readonly seed: string;
      readonly title: string;
      readonly position: number;
      readonly board: CeremonyBoard | null;
    }
  | {
      readonly kind: 'decryption';
      readonly seed: string;
      readonly position: number;
      readonly board: CeremonyBoard | null;
      readonly election: string;
      readonly tally: string;
    }
  | { readonly kind: 'credentials'; readonly count: number; readonly electionUuid: string };

export type KeyAnswer =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'fault'; readonly fault: CeremonyFault }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'shares'; readonly coefficients: string; readonly shares: readonly string[] }
  | { readonly kind: 'credentials'; readonly secret: readonly string[]; readonly publicKeys: readonly string[] };

const group = belenios2048();

function answerTo(data: KeyRequest, onProgress: (share: number) => void): KeyAnswer {
  switch (data.kind) {
    case 'certificate':
      return { kind: 'text', text: certificateText(group, randomBelow, data.seed) };
    case 'shares': {
      const read = readCertificates(group, data.certificates);
      if (!read.ok) return { kind: 'fault', fault: read.fault };
      return { kind: 'shares', ...sharesFor(group, randomBelow, { seed: data.seed, threshold: data.threshold, keys: read.keys }) };
    }
    case 'public-key': {
      const secret = secretOfTrustee(data);
      return typeof secret === 'bigint'
        ? { kind: 'text', text: publicKeyText(group, randomBelow, { secret, name: data.title }) }
        : { kind: 'fault', fault: secret };
    }
    case 'decryption': {
      const secret = secretOfTrustee(data);
      if (typeof secret !== 'bigint') return { kind: 'fault', fault: secret };
      const tally = readMessage(EncryptedTally, data.tally)!;
      return {
        kind: 'text',
        text: textOf(partialDecryption(group, randomBelow, { tally, fingerprint: fingerprint(data.election), secret })),
      };
    }
    case 'credentials': {
      const secret = Array.from({ length: data.count }, () => newCredential(randomBelow));
      const publicKeys = secret.map((it, i) => {
        if (i % 10 === 0) onProgress(i / data.count);
        return group.powerOfG(secretOf(group, it, data.electionUuid)).toString();
      });
      return { kind: 'credentials', secret, publicKeys };
    }
  }
}

type OfTrustee = { readonly seed: string; readonly position: number; readonly board: CeremonyBoard | null };

function secretOfTrustee({ seed, position, board }: OfTrustee): bigint | CeremonyFault {
  if (board === null) return singleSecret(group, seed);
  const own = ownSecret(group, randomBelow, { seed, position, board });
  return own.ok ? own.secret : own.fault;
}

self.onmessage = ({ data }: MessageEvent<KeyRequest>) => {
  self.postMessage(answerTo(data, (share) => self.postMessage({ kind: 'progress', share } satisfies KeyAnswer)));
};
