import { findPersonalData, isOverridable, type PersonalDataKind } from '#/kernel/privacy-gate.ts';
import type { EditionContent } from './content.ts';
import type { Disclosure } from './disclosure.ts';

/** 疑点: personal data in one text of an edition. `path` is the place in the content, `no` the row of the list it lies in. */
export type ContentFinding = {
  readonly key: string;
  readonly kind: PersonalDataKind;
  readonly path: readonly (string | number)[];
  readonly no: string | null;
  readonly start: number;
  readonly end: number;
  readonly masked: string;
  readonly isOverridable: boolean;
};

/** 放行: a finding that a named reviewer lets through, with a reason. */
export type Settlement = { readonly key: string; readonly reason: string };

/** Codes and days of our own making; everything else that is text is read, whatever field is added later. */
const OWN = new Set(['promiseId', 'projectId', 'programmeId', 'programmeDigest', 'evidenceDigest', 'fileDigest', 'digest', 'district']);

/** What the monthly bulletins of an edition say, by month. */
export type BulletinTexts = Readonly<Record<string, readonly string[]>>;

/** Reads every text of the content, of the disclosure data and of the bulletins against the privacy gate. */
export function screen(content: EditionContent, disclosure: Disclosure, bulletins: BulletinTexts = {}): readonly ContentFinding[] {
  return [...textsOf(content, []), ...textsOf(disclosure, ['disclosure']), ...textsOf(bulletins, ['bulletin'])].flatMap(({ path, text }) =>
    findPersonalData(text).map(({ kind, start, end, masked }) => ({
      key: `${path.join('.')}:${start}-${end}:${kind}`,
      kind,
      path,
      no: path[0] === 'projects' ? (content.projects[Number(path[1])]?.no ?? null) : null,
      start,
      end,
      masked,
      isOverridable: isOverridable(kind),
    })),
  );
}

type PlacedText = { readonly path: readonly (string | number)[]; readonly text: string };

function textsOf(value: unknown, path: readonly (string | number)[]): readonly PlacedText[] {
  if (typeof value === 'string') return OWN.has(String(path.at(-1))) ? [] : [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((it, i) => textsOf(it, [...path, i]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, it]) => textsOf(it, [...path, key]));
}

/** What still stands between a draft and its signature: an ID number always, anything else until a reason is given. */
export function unsettled(findings: readonly ContentFinding[], settlements: readonly Settlement[]): readonly ContentFinding[] {
  return findings.filter((it) => !it.isOverridable || !settlements.some(({ key, reason }) => key === it.key && reason.trim() !== ''));
}
