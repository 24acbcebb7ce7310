import type { Composition } from '#/compose.ts';
import { setCountSource } from '#/delivery/actions/count-source.ts';
import { newId } from '#/kernel/id.ts';
import { listAreas } from '#/planning/door.ts';
import type { Actor } from '#/platform/roles.ts';
import { reading } from '#/platform/transaction.ts';
import { setDefinition } from '#/records/actions/definitions.ts';
import { addEntry } from '#/records/actions/entries.ts';
import { keepRoster, keepServiceKind, setEligibility } from '#/records/actions/people/rosters.ts';
import type { Must } from '../people.ts';
import { ALONE_OR_OLD, keyInMeals, takeRoll } from '../records.ts';
import { mealRoster } from '../records-files.ts';
import { drawRoad } from './drawn.ts';
import { QINGQUAN } from './list.ts';

type Road = readonly [on: string, title: string, township: string, kilometres: number, team: string, acceptedOn: string | null];

/** Fourteen kilometres in five pieces, as the unit reported; the last one is not accepted yet, so that what is counted is less. */
const ROADS: readonly Road[] = [
  ['2026-04-24', '石桥至桥头公路', '石桥乡', 3.2, '施工一队', '2026-05-15'],
  ['2026-05-08', '枣园村通村路', '石桥乡', 2.6, '施工二队', '2026-05-26'],
  ['2026-05-29', '南坡至北坡公路', '石桥乡', 3, '施工一队', '2026-06-09'],
  ['2026-06-10', '东泉至柳河公路一段', '柳河乡', 2.4, '施工三队', '2026-06-16'],
  ['2026-06-15', '东泉至柳河公路二段', '柳河乡', 2.8, '施工三队', null],
];
const WORK_KIND = '农村公路新改建';

/** The canteen. */
const COMMUNITY = '东湖社区';
const SLOT = '午餐';

type Ground = {
  readonly composition: Composition;
  readonly office: Actor;
  /** Of the unit that keeps the list of old people. */
  readonly keeper: Actor;
  readonly roads: string;
  readonly meals: string;
  readonly file: (name: string, content: string | Buffer) => Promise<string>;
};

/** 工程量和助餐: kilometres by road and team, each accepted by somebody, and who ate where on which day. */
export async function recordServed(must: Must, ground: Ground): Promise<void> {
  const areas = await reading(ground.composition.world, QINGQUAN, (reader) => listAreas(reader));
  const areaId = (name: string) => areas.find((it) => it.name === name)!.id;
  await recordRoads(must, ground, areaId);
  await recordMeals(must, ground, areaId(COMMUNITY));
}

async function recordRoads(must: Must, { office, roads: promiseId, file }: Ground, areaId: (name: string) => string): Promise<void> {
  for (const [i, [on, place, township, quantity, team, acceptedOn]] of ROADS.entries()) {
    const [before, after] = [await drawRoad(i, 'before'), await drawRoad(i, 'after')];
    const pictures = { before: [await file(`${place}-施工前.png`, before)], evidence: [await file(`${place}-完工后.png`, after)] };
    const done = { kind: 'work', promiseId, on, title: place, place, areaId: areaId(township), workKind: WORK_KIND, team };
    const accepted = { acceptedOn, acceptedBy: acceptedOn === null ? null : '区交通局质监站' };
    await must(addEntry, { id: newId(), entry: { ...done, measureUnit: '公里', quantity, ...pictures, ...accepted } }, office);
  }
  const spec = { kind: 'works', workKind: WORK_KIND, measureUnit: '公里', counts: 'accepted' };
  await must(setDefinition, { promiseId, spec, reason: '验收一段计一段' }, office);
}

async function recordMeals(must: Must, { composition, office, keeper, meals: promiseId }: Ground, areaId: string): Promise<void> {
  const { unitId } = keeper;
  const [serviceKindId, rosterId] = [newId(), newId()];
  const kind = { serviceKindId, unitId, name: `老年助餐（${COMMUNITY}）`, isSensitive: false, needsEvidence: false, slots: [SLOT] };
  await must(keepServiceKind, kind, keeper);
  const rule = { groups: ALONE_OR_OLD };
  await must(setEligibility, { serviceKindId, rule, reason: '60 岁以上独居或 70 岁以上，本社区居民' }, office);
  const source = { source: '社区登记（虚构）', statedCount: null, isEstimate: false, isSensitive: true };
  await must(keepRoster, { rosterId, unitId, name: `${COMMUNITY}老年人`, asOf: '2026-06-01', ...source }, keeper);
  const keeping = { composition, district: QINGQUAN, must, keeper };
  await takeRoll(keeping, { target: 'roster', targetId: rosterId }, mealRoster(COMMUNITY));
  await keyInMeals(keeping, { serviceKindId, rosterId, areaId, slot: SLOT });
  const spec = { kind: 'people', serviceKindId, counts: 'eligible' };
  await must(setDefinition, { promiseId, spec, reason: '按签到计数，一人计一次' }, office);
  await must(setCountSource, { promiseId, source: 'records', reason: '每餐都有签到，改由实绩计数' }, office);
}
