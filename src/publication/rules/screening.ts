import { findPersonalData, isOverridable, type PersonalDataKind } from '#/kernel/privacy-gate.ts';
import type { EditionContent } from './content.ts';
import type { Disclosure } from './disclosure.ts';

/** 疑点: personal data in one text of an edition. `path` is the place in the content, `no` the row of the list it lies in. */
export type ContentFinding = {
  readonly key: string;
  readonly kind: PersonalDataKind | 'person-name';
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

type Seen = Pick<ContentFinding, 'kind' | 'start' | 'end' | 'masked' | 'isOverridable'>;

/**
 * Reads every text of the content, of the disclosure data and of the bulletins against the privacy gate, and for the names of persons that the
 * district knows. A name may be an ordinary word too: then a reviewer lets it through with a reason.
 */
export function screen(
  content: EditionContent,
  disclosure: Disclosure,
  bulletins: BulletinTexts = {},
  names: readonly string[] = [],
): readonly ContentFinding[] {
  return [...textsOf(content, []), ...textsOf(disclosure, ['disclosure']), ...textsOf(bulletins, ['bulletin'])].flatMap(({ path, text }) =>
    [...personalData(text), ...namesIn(text, names)].map((seen) => ({
      ...seen,
      key: `${path.join('.')}:${seen.start}-${seen.end}:${seen.kind}`,
      path,
      no: rowOf(content, path),
    })),
  );
}

function personalData(text: string): readonly Seen[] {
  return findPersonalData(text).map((it) => ({ ...it, isOverridable: isOverridable(it.kind) }));
}

function namesIn(text: string, names: readonly string[]): readonly Seen[] {
  return names.flatMap((name) => {
    const start = text.indexOf(name);
    if (start < 0) return [];
    const masked = `${name.slice(0, 1)}${'*'.repeat(name.length - 1)}`;
    return [{ kind: 'person-name', start, end: start + name.length, masked, isOverridable: true } as const];
  });
}

/** The row of the list that a text belongs to: in its own words, in a site, or on a card. */
function rowOf({ projects, places }: EditionContent, [room, part, index]: ContentFinding['path']): string | null {
  if (room === 'projects') return projects[Number(part)]?.no ?? null;
  if (room !== 'places' || (part !== 'sites' && part !== 'cards')) return null;
  return places?.[part][Number(index)]?.no ?? null;
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
