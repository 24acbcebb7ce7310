import { type CivilDate, dayNumber, dayOf } from '#/kernel/day-number.ts';

/**
 * 列块: lines of one list, column by column, as they are counted: some twenty bytes a line. Days are numbers (see `dayNumber`), names of
 * slots and places stand once a block.
 */
export type Columns = {
  readonly length: number;
  /** The import that the lines came with, and which batch of it; 0 for who signed in. */
  readonly importNo: number;
  readonly chunkNo: number;
  readonly persons: Int32Array;
  readonly rowNos: Int32Array;
  readonly onDays: Int32Array;
  /** `NO_DAY` where it is not known. */
  readonly births: Int32Array;
  /** 0 where the line names none. */
  readonly couples: Float64Array | null;
  /** Answers of three values, two bits each, and the evidence; see `FACT`. */
  readonly facts: Uint16Array;
  readonly areaOf: Uint16Array;
  readonly slotOf: Uint8Array;
  readonly doses: Uint8Array;
  readonly quantities: Uint8Array;
  readonly areas: readonly string[];
  readonly slots: readonly string[];
};

/** One line as it is counted. */
export type CountedLine = {
  readonly person_no: number;
  readonly row_no: number;
  readonly on_day: CivilDate;
  readonly birth_on: CivilDate | null;
  readonly couple_no: number | null;
  readonly has_evidence: boolean;
  readonly sex: 'f' | 'm' | null;
  readonly is_local: boolean | null;
  readonly lives_alone: boolean | null;
  readonly is_assisted: boolean | null;
  readonly consent: boolean | null;
  readonly area_id: string;
  readonly slot: string;
  readonly dose_no: number;
  readonly quantity: number;
};

export const NO_DAY = -2_147_483_648;

/** Where each fact stands in `facts`: the evidence in one bit, the others in two (0 not known, 1 yes, 2 no). */
export const FACT = { evidence: 0, female: 1, local: 3, alone: 5, assisted: 7, consent: 9 } as const;

const bits = (it: boolean | null) => (it === null ? 0 : it ? 1 : 2);

function factsOf(it: CountedLine): number {
  return (
    Number(it.has_evidence) |
    (bits(it.sex === null ? null : it.sex === 'f') << FACT.female) |
    (bits(it.is_local) << FACT.local) |
    (bits(it.lives_alone) << FACT.alone) |
    (bits(it.is_assisted) << FACT.assisted) |
    (bits(it.consent) << FACT.consent)
  );
}

/** What a line says of the person: the other way round than `factsOf`. */
export type ToldFacts = Pick<CountedLine, 'birth_on' | 'sex' | 'is_local' | 'lives_alone' | 'is_assisted' | 'consent'>;

const told = (facts: number, at: number): boolean | null => [null, true, false][(facts >> at) & 3]!;

export function factsAt({ facts, births }: Columns, i: number): ToldFacts {
  const of = (at: number) => told(facts[i]!, at);
  const isFemale = of(FACT.female);
  return {
    birth_on: births[i] === NO_DAY ? null : dayOf(births[i]!),
    sex: isFemale === null ? null : isFemale ? 'f' : 'm',
    ...{ is_local: of(FACT.local), lives_alone: of(FACT.alone), is_assisted: of(FACT.assisted), consent: of(FACT.consent) },
  };
}

/** Numbers for texts, in the order in which they come. */
function numbered(): { readonly names: string[]; readonly of: (name: string) => number } {
  const known = new Map<string, number>();
  const names: string[] = [];
  return {
    names,
    of(name) {
      const before = known.get(name);
      if (before !== undefined) return before;
      known.set(name, names.length);
      return names.push(name) - 1;
    },
  };
}

/** Of which batch the lines are. */
export type BlockPlace = Pick<Columns, 'importNo' | 'chunkNo'>;

export function columnsOf({ importNo, chunkNo }: BlockPlace, lines: readonly CountedLine[]): Columns {
  const count = lines.length;
  const [areas, slots] = [numbered(), numbered()];
  const it: Columns = {
    length: count,
    importNo,
    chunkNo,
    persons: new Int32Array(count),
    rowNos: new Int32Array(count),
    onDays: new Int32Array(count),
    births: new Int32Array(count),
    couples: lines.some(({ couple_no }) => couple_no !== null) ? new Float64Array(count) : null,
    facts: new Uint16Array(count),
    areaOf: new Uint16Array(count),
    slotOf: new Uint8Array(count),
    doses: new Uint8Array(count),
    quantities: new Uint8Array(count),
    areas: areas.names,
    slots: slots.names,
  };
  for (const [i, line] of lines.entries()) {
    it.persons[i] = line.person_no;
    it.rowNos[i] = line.row_no;
    it.onDays[i] = dayNumber(line.on_day);
    it.births[i] = line.birth_on === null ? NO_DAY : dayNumber(line.birth_on);
    if (it.couples !== null) it.couples[i] = line.couple_no ?? 0;
    it.facts[i] = factsOf(line);
    it.areaOf[i] = areas.of(line.area_id);
    it.slotOf[i] = slots.of(line.slot);
    it.doses[i] = line.dose_no;
    it.quantities[i] = line.quantity;
  }
  return it;
}

type Head = {
  readonly form: 1;
  readonly length: number;
  readonly couples: boolean;
  readonly areas: readonly string[];
  readonly slots: readonly string[];
};

/** Wider columns first, so that each begins where its numbers may begin. */
const WIDE = ['persons', 'rowNos', 'onDays', 'births'] as const;
const MIDDLE = ['facts', 'areaOf'] as const;
const NARROW = ['slotOf', 'doses', 'quantities'] as const;

/** Length of the head (four bytes, little-endian), the head as JSON filled up to eight bytes, then column after column. */
export function encodeColumns(it: Columns): Uint8Array {
  const head: Head = { form: 1, length: it.length, couples: it.couples !== null, areas: it.areas, slots: it.slots };
  const said = new TextEncoder().encode(JSON.stringify(head));
  const start = Math.ceil((4 + said.length) / 8) * 8;
  const columns = [...(it.couples === null ? [] : [it.couples]), ...[...WIDE, ...MIDDLE, ...NARROW].map((name) => it[name])];
  const bytes = new Uint8Array(start + columns.reduce((sum, { byteLength }) => sum + byteLength, 0)).fill(0x20, 4, start);
  new DataView(bytes.buffer).setUint32(0, start, true);
  bytes.set(said, 4);
  let at = start;
  for (const { buffer, byteOffset, byteLength } of columns) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}

const utf8 = new TextDecoder();

/** `room` is where the columns will lie: they are what they are until it is written over. */
export function decodeColumns({ importNo, chunkNo }: BlockPlace, bytes: Uint8Array, room = new Uint8Array(bytes.length)): Columns {
  // A copy: the bytes belong to a message that is written over, and begin anywhere, where wide numbers do not.
  room.set(bytes);
  const { buffer, byteOffset } = room;
  const start = new DataView(buffer, byteOffset).getUint32(0, true);
  const { length, couples, areas, slots } = JSON.parse(utf8.decode(room.subarray(4, start))) as Head;
  let at = byteOffset + start;
  const next = <T extends { readonly BYTES_PER_ELEMENT: number }>(
    make: { new (buffer: ArrayBufferLike, at: number, length: number): T } & { readonly BYTES_PER_ELEMENT: number },
  ): T => {
    const column = new make(buffer, at, length);
    at += length * make.BYTES_PER_ELEMENT;
    return column;
  };
  return {
    ...{ length, importNo, chunkNo, areas, slots, couples: couples ? next(Float64Array) : null },
    ...{ persons: next(Int32Array), rowNos: next(Int32Array), onDays: next(Int32Array), births: next(Int32Array) },
    ...{ facts: next(Uint16Array), areaOf: next(Uint16Array) },
    ...{ slotOf: next(Uint8Array), doses: next(Uint8Array), quantities: next(Uint8Array) },
  };
}
