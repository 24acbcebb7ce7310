import type { CountSpec, RecordKind } from '../rules/spec.ts';
import { eventsKind, moneyKind, worksKind } from './entry-kinds.ts';
import type { KindCounter } from './kind-counter.ts';
import { peopleKind } from './people/kind.ts';
import { visitsKind } from './visits/kind.ts';

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
