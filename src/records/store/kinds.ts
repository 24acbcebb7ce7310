import type { Reader } from '#/platform/db.ts';
import type { CountAsked, DayFigure, Figure, FigureParts } from '../rules/figure.ts';
import type { CountSpec, RecordKind } from '../rules/spec.ts';
import { eventsKind, moneyKind, worksKind } from './entry-kinds.ts';
import { peopleKind } from './people/kind.ts';
import { visitsKind } from './visits/kind.ts';

/** 实绩种类: how one kind of records is counted; promises name it in the `spec` of their definition. */
export type KindCounter<Spec extends CountSpec> = {
  readonly count: (reader: Reader, spec: Spec, asked: CountAsked) => Promise<Figure>;
  /** The counted figure on each day on which it moved, over a period, by this one definition. */
  readonly days: (reader: Reader, spec: Spec, asked: Pick<CountAsked, 'promiseId' | 'period'>) => Promise<readonly DayFigure[]>;
  readonly parts: (reader: Reader, spec: Spec, asked: CountAsked) => Promise<FigureParts>;
};

const KINDS: { readonly [K in RecordKind]: KindCounter<Extract<CountSpec, { kind: K }>> } = {
  people: peopleKind,
  events: eventsKind,
  works: worksKind,
  money: moneyKind,
  visits: visitsKind,
};

export function kindOf<Spec extends CountSpec>(spec: Spec): KindCounter<Spec> {
  return KINDS[spec.kind] as unknown as KindCounter<Spec>;
}
