import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayNumber } from '#/kernel/civil-date.ts';
import { type CountedLine, columnsOf } from './columns.ts';
import { rootsOf } from './four-numbers.ts';
import { openCell } from './opened.ts';
import { asksForEarlier, type Basis } from './selection.ts';
import { PEOPLE_COUNTS, PeopleSpec } from './spec.ts';
import { makeTally } from './tally.ts';
import { EVERYBODY } from './verdict.ts';

const AREAS = ['村甲', '村乙', '镇丙', '外地'] as const;
const TOWNSHIPS = new Map<string, string | null>([
  ['村甲', '镇甲'],
  ['村乙', '镇甲'],
  ['镇丙', '镇丙'],
]);
const [FROM, UNTIL] = [dayNumber('2026-03-30'), dayNumber('2026-04-02')];

const line: fc.Arbitrary<CountedLine> = fc
  .record({
    person_no: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.constantFrom(4_095, 4_096, 700_000)),
    on_day: fc.integer({ min: 0, max: 5 }).map((days) => addDays('2026-03-29', days)),
    slot: fc.constantFrom('', '午餐'),
    dose_no: fc.integer({ min: 1, max: 2 }),
    quantity: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 255 })),
    area_id: fc.constantFrom(...AREAS),
    has_evidence: fc.boolean(),
    couple_no: fc.option(fc.constantFrom(1, 2 ** 40, 2 ** 40 + 1)),
  })
  .map((it) => ({ ...it, row_no: 1, birth_on: null, sex: null, is_local: null, lives_alone: null, is_assisted: null, consent: null }));

const asked = fc.record({
  spec: fc
    .record({
      counts: fc.constantFrom(...PEOPLE_COUNTS),
      of: fc.constantFrom('persons', 'couples'),
      doseNo: fc.constantFrom(null, 1, 2),
      serviceKindId: fc.constant('01a20596-cb80-7d3d-bda6-28c390a0e1fa'),
    })
    .map((it) => PeopleSpec.parse({ kind: 'people', ...it })),
  scope: fc.constantFrom(null, new Set(['村甲', '镇丙'])),
  pairs: fc.array(fc.record({ personNo: fc.integer({ min: 1, max: 8 }), otherNo: fc.constantFrom(1, 2, 3, 4_096) }), { maxLength: 3 }),
});

/** The same in the words of the law: which group a line falls into, and each group once. */
function expected(lines: readonly CountedLine[], { spec, scope, roots }: Basis) {
  const root = new Map(roots.nos.map((no, i) => [no, roots.roots[i]!]));
  const groups = new Map<string, CountedLine[]>();
  const whoOf = (it: CountedLine) => root.get(it.person_no) ?? it.person_no;
  const isOfSpan = ({ on_day }: CountedLine) => dayNumber(on_day) >= FROM && dayNumber(on_day) <= UNTIL;
  const isCounted = (it: CountedLine) =>
    isOfSpan(it) && [null, it.dose_no].includes(spec.doseNo) && (spec.counts !== 'eligible' || it.has_evidence);
  const partnersOf = (couple: number) => new Set(lines.filter((it) => it.couple_no === couple && isCounted(it)).map(whoOf));
  const numbers = [...new Set(lines.flatMap((it) => it.couple_no ?? []))];
  /** The numbers by which a couple was told: all that name the same two. */
  const toldBy = (couple: number) => {
    const own = partnersOf(couple);
    return own.size !== 2 ? [couple] : numbers.filter((it) => partnersOf(it).size === 2 && own.isSubsetOf(partnersOf(it)));
  };
  const coupleOf = (it: CountedLine) => (it.couple_no === null ? null : Math.min(...toldBy(it.couple_no)));
  /** The first day of the second partner, wherever it was: a place counts a couple once it is whole, and once one of the two was there. */
  const wholeOn = (couple: number | null) => {
    if (couple === null) return undefined;
    const partners = Map.groupBy(
      lines.filter((it) => it.couple_no !== null && toldBy(couple).includes(it.couple_no) && isCounted(it)),
      whoOf,
    );
    return [...partners.values()].map((all) => all.map((it) => it.on_day).sort()[0]!).sort()[1];
  };
  for (const it of lines) {
    const on = dayNumber(it.on_day);
    if (on < FROM || on > UNTIL || !(scope?.has(it.area_id) ?? true) || ![null, it.dose_no].includes(spec.doseNo)) continue;
    const who = whoOf(it);
    const isService = spec.counts === 'services' || spec.counts === 'doses';
    if (
      !isService &&
      ((spec.counts === 'eligible' && !it.has_evidence) ||
        (spec.of === 'couples' && (it.couple_no === null || wholeOn(it.couple_no) === undefined)))
    )
      continue;
    const key = isService ? [who, it.on_day, it.slot, it.dose_no].join() : spec.of === 'couples' ? `${coupleOf(it)}` : `${who}`;
    groups.set(key, [...(groups.get(key) ?? []), it]);
  }
  const partOf = (all: readonly CountedLine[]) => (spec.counts === 'doses' ? Math.max(...all.map((it) => it.quantity)) : 1);
  const days = new Map<string, { count: number; records: number }>();
  const places = new Map<string | null, { numerator: number; records: number }>();
  const cells = new Map<string, { numerator: number; records: number }>();
  for (const all of groups.values()) {
    const isCouple = spec.of === 'couples' && (spec.counts === 'persons' || spec.counts === 'eligible');
    const first = all.map((it) => it.on_day).sort()[0]!;
    const whole = isCouple ? wholeOn(all[0]!.couple_no)! : first;
    const laterOf = (one: string, other: string) => (one > other ? one : other);
    const on = laterOf(first, whole);
    const day = days.get(on) ?? { count: 0, records: 0 };
    days.set(on, { count: day.count + partOf(all), records: day.records + all.length });
    for (const top of new Set(all.map((it) => TOWNSHIPS.get(it.area_id) ?? null))) {
      const there = all.filter((it) => (TOWNSHIPS.get(it.area_id) ?? null) === top);
      const place = places.get(top) ?? { numerator: 0, records: 0 };
      places.set(top, { numerator: place.numerator + partOf(there), records: place.records + there.length });
      const firstThere = laterOf(there.map((it) => it.on_day).sort()[0]!, isCouple ? whole : '');
      const key = `${top} ${firstThere.slice(0, 7)}`;
      const cell = cells.get(key) ?? { numerator: 0, records: 0 };
      cells.set(key, { numerator: cell.numerator + partOf(there), records: cell.records + there.length });
    }
  }
  return { days, places, cells };
}

test('each group counts once, on its first day and once in each township, in the month in which it was first there, whatever a promise counts and however the lines stand in batches', () => {
  fc.assert(
    fc.property(fc.array(fc.array(line, { maxLength: 40 }), { maxLength: 4 }), asked, (batches, { spec, scope, pairs }) => {
      const basis: Basis = {
        ...{ spec, scope, span: { from: FROM, until: UNTIL }, townshipOf: TOWNSHIPS, roots: rootsOf(pairs) },
        ...{ verdict: EVERYBODY, needsEvidence: true, leastDays: null },
      };
      const blocks = batches.map((lines, chunkNo) => columnsOf({ importNo: 1, chunkNo }, lines));
      const tallying = makeTally(basis);
      if (asksForEarlier(basis)) tallying.add(blocks);
      else for (const block of blocks) tallying.add([block]);
      const { days, places, cells } = tallying.end();
      const law = expected(batches.flat(), basis);
      assert.deepEqual(
        days.map(({ on, ...it }) => [on, it]),
        [...law.days].sort(([a], [b]) => (a < b ? -1 : 1)),
      );
      assert.deepEqual(new Map(places.map(({ areaId, ...it }) => [areaId, it])), law.places);
      for (const { areaId, numerator, records } of places) {
        const opened = openCell(blocks, basis, { areaId }, { offset: 0, limit: 1 });
        assert.deepEqual([opened.numerator, opened.count], [numerator, records]);
      }
      assert.deepEqual(new Map(cells.map(({ areaId, month, ...it }) => [`${areaId} ${month}`, it])), law.cells);
      for (const { areaId, month, numerator, records } of cells) {
        const opened = openCell(blocks, basis, { areaId, month }, { offset: 0, limit: 1 });
        assert.deepEqual([opened.numerator, opened.count], [numerator, records]);
      }
    }),
    { numRuns: 200 },
  );
});
