import { canonicalText } from '#/kernel/canonical-text.ts';
import type { EditionContent, PublicProject } from './content.ts';
import { NO_PLACES } from './places.ts';

/** What of the places and cards differs from the last edition: for each row of the list, and for the map itself. */
export type PlaceDifference = {
  readonly no: string;
  readonly name: string;
  readonly what: 'sites' | 'card' | 'areas' | 'outline' | 'address' | 'disruptions' | 'events' | 'cancelled';
  readonly title: string;
  readonly before: string | null;
  readonly after: string | null;
};

type Named = { readonly key: string; readonly title: string; readonly said: string };

export function placeDifferences(last: EditionContent | null, next: EditionContent): readonly PlaceDifference[] {
  const [before, after] = [last?.places ?? NO_PLACES, next.places ?? NO_PLACES];
  const rows: readonly Pick<PublicProject, 'no' | 'name'>[] = [
    ...next.projects,
    ...(last?.projects ?? []).filter((it) => !next.projects.some(({ no }) => no === it.no)),
  ];
  const ofRow = rows.flatMap(({ no, name }) => {
    const sites = (of: typeof before) =>
      of.sites.filter((it) => it.no === no).map((it): Named => ({ key: it.name, title: it.name, said: canonicalText(it) }));
    const cards = (of: typeof before) =>
      of.cards.filter((it) => it.no === no).map((it): Named => ({ key: it.promiseId, title: it.promise, said: canonicalText(it) }));
    return [
      ...changed(sites(before), sites(after)).map((it) => ({ no, name, what: 'sites' as const, ...it })),
      ...changed(cards(before), cards(after)).map((it) => ({ no, name, what: 'card' as const, ...it })),
    ];
  });
  const whole = (['areas', 'outline', 'address', 'disruptions', 'events', 'cancelled'] as const).flatMap((what) => {
    const [from, to] = [canonicalText(before[what] ?? []), canonicalText(after[what] ?? [])];
    return from === to ? [] : [{ no: '', name: next.districtName, what, title: next.districtName, before: from, after: to }];
  });
  return [...ofRow, ...whole];
}

function changed(before: readonly Named[], after: readonly Named[]): readonly Pick<PlaceDifference, 'title' | 'before' | 'after'>[] {
  const earlier = new Map(before.map((it) => [it.key, it]));
  const later = new Set(after.map((it) => it.key));
  return [
    ...after
      .filter((it) => earlier.get(it.key)?.said !== it.said)
      .map((it) => ({ title: it.title, before: earlier.get(it.key)?.said ?? null, after: it.said })),
    ...before.filter((it) => !later.has(it.key)).map((it) => ({ title: it.title, before: it.said, after: null })),
  ];
}
