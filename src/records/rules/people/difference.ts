import type { Columns } from './columns.ts';
import { type Dense, makeDense } from './dense.ts';

/**
 * 与前一份的差别: services of persons (by day, slot and dose) that only the one list has, only the other, or both; of those in both whether all that can
 * change a count is told alike: quantity, place, evidence, birthday, sex, consent, the other answers and the couple.
 */
export type Difference = { readonly added: number; readonly gone: number; readonly changed: number; readonly same: number };

/** Each service once, however often it stands in a list. */
export function differenceBetween(mine: readonly Columns[], theirs: readonly Columns[]): Difference {
  const [services, tellings] = [makeServices(), makeTellings()];
  const before = told(theirs, services, tellings);
  const after = told(mine, services, tellings);
  const difference = { added: 0, gone: 0, changed: 0, same: 0 };
  for (let service = 0; service < services.count(); service++) {
    const [was, is] = [before[service] ?? NOT_TOLD, after[service] ?? NOT_TOLD];
    difference[was === NOT_TOLD ? 'added' : is === NOT_TOLD ? 'gone' : was === is ? 'same' : 'changed'] += 1;
  }
  return difference;
}

type Numbered = { readonly of: (columns: Columns, i: number) => number; readonly count: Dense['count'] };

const NOT_TOLD = 0;

/** What a list tells of each service, by number from 1 on. */
function told(blocks: readonly Columns[], services: Numbered, tellings: Numbered): Int32Array {
  let all = new Int32Array(1 << 12);
  for (const columns of blocks)
    for (let i = 0; i < columns.length; i++) {
      const service = services.of(columns, i);
      if (service >= all.length) all = longer(all, service * 2);
      all[service] = tellings.of(columns, i) + 1;
    }
  return all;
}

function longer(short: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const long = new Int32Array(length);
  long.set(short);
  return long;
}

/** Numbers for texts, few of which differ. */
function numbered(): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => known.get(text) ?? known.set(text, known.size).size - 1;
}

function makeServices(): Numbered {
  const services = makeDense();
  const served = numbered();
  return {
    of: ({ persons, onDays, doses, slots, slotOf }, i) => services.of(persons[i]!, served(`${onDays[i]} ${doses[i]} ${slots[slotOf[i]!]}`)),
    count: services.count,
  };
}

function makeTellings(): Numbered {
  const [births, couples, tellings] = [makeDense(), makeDense(), makeDense()];
  const answers = numbered();
  return {
    of({ births: days, couples: nos, facts, quantities, areas, areaOf }, i) {
      const couple = nos?.[i] ?? 0;
      const person = births.of(days[i]!, answers(`${facts[i]} ${quantities[i]} ${areas[areaOf[i]!]}`));
      return tellings.of(person, couples.of(Math.floor(couple / 2 ** 32), couple % 2 ** 32));
    },
    count: tellings.count,
  };
}
