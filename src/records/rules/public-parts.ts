import type { CountVersion } from '#/delivery/rules/source.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { cadencesOf, type KeptCadence } from './entries/cadence.ts';
import type { FigureParts } from './figure.ts';
import { countsOfRoster, type PeopleSpec } from './people/spec.ts';
import { coverageOf, type EarlierTable, LEAST_SHOWN, publicTable } from './people/suppress.ts';
import { type PublicFour, withoutSeries } from './public-four.ts';
import type { CountSpec } from './spec.ts';

/** 公开的分解: what the public may read of a counted figure beside its whole: by township and by month, nobody to be told from it. */
export type PublicParts = {
  readonly versionNo: number;
  /** From which day on this version counts, where another came before it. */
  readonly since?: CivilDate;
  /** Where the rule of who is eligible changed within this version: which judged from which day on. */
  readonly versions?: readonly CountVersion[];
  readonly kind: CountSpec['kind'];
  readonly counts: CountSpec extends infer S ? (S extends { readonly counts: infer C } ? C : never) : never;
  /** Null where the table would say what must not be said. */
  readonly byPlace: readonly PublicPlacePart[] | null;
  readonly byMonth: readonly PublicMonthPart[] | null;
  readonly coverage: PublicCoverage | null;
  /** Of services in doses. Earlier editions had none. */
  readonly series?: PublicSeries;
  /** Of events that were held: what the words of the row say of how often, month by month. */
  readonly cadences?: readonly KeptCadence[];
  /** Of persons: the numbers beside the one that counts, and what lies between them. */
  readonly four?: PublicFour;
};

/** 公开的剂次: which dose is counted, and how many have the full series; null where a number so small would show who. */
export type PublicSeries = { readonly doseNo: number | null; readonly doses: number; readonly complete: number | null };

export type PublicPlacePart = { readonly name: string | null; readonly count: number | null };
export type PublicMonthPart = { readonly month: string; readonly count: number | null };

/** 公开的覆盖率: of a roster with its day and source; an estimated one carries a range. */
export type PublicCoverage = {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly isEstimate: boolean;
  readonly asOf: CivilDate;
  readonly source: string;
};

export type Whole = Omit<PublicCoverage, 'from' | 'to'>;

/** 数人的口径: a small number in a cell may show who it was. Fairs, square metres and sums of money show nobody. */
export function isOfPersons(spec: Pick<PublicParts, 'kind' | 'counts'>): boolean {
  if (spec.kind === 'people' || spec.kind === 'visits') return true;
  return (spec.kind === 'events' && spec.counts !== 'held') || (spec.kind === 'money' && spec.counts === 'payees');
}

type Known = {
  readonly versionNo: number;
  readonly since: CivilDate;
  readonly versions: readonly CountVersion[];
  readonly numerator: number;
  readonly parts: FigureParts;
  readonly areaNames: ReadonlyMap<string, string>;
  readonly whole: Whole | null;
  readonly series: Series | null;
  readonly four: PublicFour | null;
  /** Of editions that are already public and count the same, oldest first. */
  readonly earlier?: readonly EarlierParts[];
};

type Series = { readonly doses: number; readonly complete: number };

/** What an edition that is already public tells by township and by month, and the whole of it where that is a number of the same things. */
export type EarlierParts = Pick<PublicParts, 'byPlace' | 'byMonth'> & { readonly total: number | null };

/** Money goes out by the month only: what one village was paid may be what one household was paid. */
export function publicParts(
  spec: CountSpec,
  { versionNo, since, versions, numerator, parts, areaNames, whole, series, four, earlier = [] }: Known,
): PublicParts {
  const months = parts.byMonth.map((it) => ({ key: it.month, count: it.numerator }));
  const byMonth = tableOf(spec)(months, earlierTables(earlier, monthCells));
  const ofSeries =
    spec.kind === 'people' && series !== null && series.doses > 1 ? seriesInPublic(spec, { numerator, four }, series) : undefined;
  const told = spec.kind === 'people' && four !== null && ofSeries?.complete === null ? withoutSeries(four, spec) : four;
  const isCovered = whole !== null && whole.total > 0 && spec.kind === 'people' && countsOfRoster(spec);
  return {
    versionNo,
    ...(versionNo > 1 && { since }),
    ...(versions.length > 1 && { versions }),
    kind: spec.kind,
    counts: spec.counts,
    byPlace: spec.kind === 'money' ? null : publicPlaces(spec, parts, { areaNames, earlier }),
    byMonth: byMonth?.map(({ key, count }) => ({ month: key, count })) ?? null,
    ...(ofSeries !== undefined && { series: ofSeries }),
    ...(told !== null && { four: told }),
    coverage: isCovered ? { ...coverageOf(numerator, whole), ...whole } : null,
  };
}

/** 分乡镇街道 as an edition that came out now would hold it; null where the table would say what must not be said. */
export function publicPlaces(
  spec: CountSpec,
  { byPlace }: Pick<FigureParts, 'byPlace'>,
  { areaNames, earlier }: { readonly areaNames: ReadonlyMap<string, string>; readonly earlier: readonly EarlierParts[] },
): readonly PublicPlacePart[] | null {
  const cells = byPlace.map((it) => ({ key: it.areaId === null ? '' : (areaNames.get(it.areaId) ?? ''), count: it.numerator }));
  const shown = tableOf(spec)(cells, earlierTables(earlier, placeCells));
  return shown?.map(({ key, count }) => ({ name: key === '' ? null : key, count })) ?? null;
}

const tableOf = (spec: CountSpec): typeof publicTable => (isOfPersons(spec) ? publicTable : (cells) => cells);

const placeCells = ({ byPlace }: EarlierParts) => byPlace?.map(({ name, count }) => ({ key: name ?? '', count }));
const monthCells = ({ byMonth }: EarlierParts) => byMonth?.map(({ month, count }) => ({ key: month, count }));

/** An edition without a table tells its total alone. */
function earlierTables(
  earlier: readonly EarlierParts[],
  cellsOf: (it: EarlierParts) => EarlierTable['cells'] | undefined,
): readonly EarlierTable[] {
  return earlier.flatMap((it) => {
    const cells = cellsOf(it);
    return cells === undefined ? [] : [{ cells, total: it.total }];
  });
}

/** Neither those with the full series nor those without it, of any number that is printed beside, may be so few that one is known. */
function seriesInPublic(
  { doseNo }: PeopleSpec,
  { numerator, four }: Pick<Known, 'numerator' | 'four'>,
  { doses, complete }: Series,
): PublicSeries {
  const isFew = (count: number) => count > 0 && count < LEAST_SHOWN;
  const printed = [numerator, four?.persons ?? null, four?.eligible ?? null].filter((it) => it !== null);
  return { doseNo, doses, complete: isFew(complete) || printed.some((it) => isFew(it - complete)) ? null : complete };
}

/** 频次 of events that were held: what the words of the row ask for in each month, and what was in it. */
export function heldCadences(
  { kind, counts, byMonth }: Pick<PublicParts, 'kind' | 'counts' | 'byMonth'>,
  text: string,
  days: Parameters<typeof cadencesOf>[2],
): readonly KeptCadence[] {
  if (kind !== 'events' || counts !== 'held' || byMonth === null) return [];
  const heldIn = new Map(byMonth.map(({ month, count }) => [month, count ?? 0]));
  return cadencesOf(text, (month) => heldIn.get(month) ?? 0, days);
}
