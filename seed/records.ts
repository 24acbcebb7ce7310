import type { Composition } from '#/compose.ts';
import { setCountSource } from '#/delivery/actions/count-source.ts';
import { newId } from '#/kernel/id.ts';
import { setUpArea } from '#/planning/actions/areas.ts';
import { putBytes } from '#/platform/files.ts';
import type { Actor } from '#/platform/roles.ts';
import { reading } from '#/platform/transaction.ts';
import { setDefinition } from '#/records/actions/definitions.ts';
import { acceptImport, openImport } from '#/records/actions/people/imports.ts';
import { keepRoster, keepServiceKind, setEligibility } from '#/records/actions/people/rosters.ts';
import { readNext } from '#/records/actions/people/run-imports.ts';
import { signIn } from '#/records/actions/people/sign-in.ts';
import type { Condition, EligibilityRule } from '#/records/rules/people/eligibility.ts';
import { listForSignIn } from '#/records/store/people/sign-ins.ts';
import { type Must, mustIn } from './people.ts';
import { DEMO_TOWNSHIPS, doseFile, girlRoster, lastYearsDoseFile, mealRoster, testFile } from './records-files.ts';

/** The large roll of the hepatitis tests is made only when asked for: it takes a minute or two. */
export const LARGE_ROLL = 'LUOSHI_DEMO_ROLLS';

const DEMO_VILLAGE = '示例东村';

/** 助餐对象: sixty and living alone, or seventy, of this village or community. */
export const ALONE_OR_OLD: readonly (readonly Condition[])[] = [
  [{ about: 'age', least: 60, most: null }, { about: 'alone' }, { about: 'local' }],
  [{ about: 'age', least: 70, most: null }, { about: 'local' }],
];

/** 应检居民: seven to sixty on the day of the test, children with their guardians' consent. */
export const TESTED_RULE: EligibilityRule = { groups: [[{ about: 'age', least: 7, most: 60 }]], consentUnder14: true };

type People = { readonly office: Actor; readonly health: Actor };
type Unit = { readonly district: string; readonly must: Must; readonly composition: Composition; readonly people: People };

/** 实绩的演示: who was tested, vaccinated and fed, all of them made up; the two figures of the page come out as they are printed. */
export async function seedRecords(
  composition: Composition,
  district: string,
  people: People,
  promiseOf: (object: string) => Promise<string>,
): Promise<void> {
  const unit: Unit = { district, must: mustIn(composition, district), composition, people };
  const townships: string[] = [];
  for (const name of DEMO_TOWNSHIPS) {
    const kind = name.endsWith('街道') ? 'subdistrict' : 'township';
    townships.push((await unit.must<{ id: string }>(setUpArea, { kind, name }, people.office)).id);
  }
  const { id: village } = await unit.must<{ id: string }>(
    setUpArea,
    { kind: 'village', name: DEMO_VILLAGE, parentId: townships[0] },
    people.office,
  );
  await seedDoses(unit, await promiseOf('符合条件的女孩'));
  await seedMeals(unit, village);
  await seedTests(unit, await promiseOf('7—60岁居民'));
}

async function seedTests(unit: Unit, promiseId: string): Promise<void> {
  const { must, people } = unit;
  const kindId = await kind(unit, { name: '乙肝表面抗体检测', isSensitive: true, needsEvidence: true });
  await must(
    setEligibility,
    { serviceKindId: kindId, rule: TESTED_RULE, reason: '演示：7—60 岁，按检测日期算，未满 14 周岁须有监护人同意' },
    people.office,
  );
  const roster = {
    name: '7—60岁居民',
    asOf: '2025-12-31',
    source: '演示：清单所列约数',
    statedCount: 400_000,
    isEstimate: true,
    isSensitive: false,
  };
  const rosterId = newId();
  await must(keepRoster, { rosterId, unitId: people.health.unitId, ...roster }, people.health);
  await must(
    setDefinition,
    { promiseId, spec: { kind: 'people', serviceKindId: kindId, counts: 'eligible', rosterId }, reason: '演示：数认定人数' },
    people.office,
  );
  if (!process.env[LARGE_ROLL]) return;
  await takeRoll({ ...unit, keeper: people.health }, { target: 'service', targetId: kindId }, testFile());
  await must(setCountSource, { promiseId, source: 'records', reason: '演示：与报送数相符后改为由实绩计数' }, people.office);
}

async function seedDoses(unit: Unit, promiseId: string): Promise<void> {
  const { must, people } = unit;
  const series = { doses: 2, doseDaysLeast: 150, doseDaysMost: 365 };
  const kindId = await kind(unit, { name: 'HPV疫苗接种', isSensitive: true, needsEvidence: true, ...series });
  const girl: Condition[] = [
    { about: 'sex', is: 'f' },
    { about: 'age', least: 13, most: null },
    { about: 'born', from: '2011-11-10' },
  ];
  await must(
    setEligibility,
    { serviceKindId: kindId, rule: { groups: [girl], consentUnder14: true }, reason: '演示：接种当日满 13 周岁的女孩' },
    people.office,
  );
  await must(
    setDefinition,
    { promiseId, spec: { kind: 'people', serviceKindId: kindId, counts: 'eligible', doseNo: 1 }, reason: '演示：数首剂' },
    people.office,
  );
  const keeping = { ...unit, keeper: people.health };
  for (const file of [doseFile(), lastYearsDoseFile()]) await takeRoll(keeping, { target: 'service', targetId: kindId }, file);
  const rosterId = newId();
  const roster = {
    name: '满13周岁女孩（示例学校）',
    asOf: '2026-03-01',
    source: '演示：学校登记',
    statedCount: null,
    isEstimate: false,
    isSensitive: true,
  };
  await must(keepRoster, { rosterId, unitId: people.health.unitId, ...roster }, people.health);
  await takeRoll(keeping, { target: 'roster', targetId: rosterId }, girlRoster());
  if (!process.env[LARGE_ROLL]) return;
  await must(setCountSource, { promiseId, source: 'records', reason: '演示：与报送数相符后改为由实绩计数' }, people.office);
}

async function seedMeals(unit: Unit, areaId: string): Promise<void> {
  const { must, people } = unit;
  const kindId = await kind(unit, { name: '老年助餐（示例东村）', isSensitive: false, needsEvidence: false, slots: ['午餐', '晚餐'] });
  await must(
    setEligibility,
    { serviceKindId: kindId, rule: { groups: ALONE_OR_OLD }, reason: '演示：60 岁以上独居或 70 岁以上，本村居民' },
    people.office,
  );
  const rosterId = newId();
  const roster = {
    name: '示例东村老年人',
    asOf: '2026-06-01',
    source: '演示：村委会登记',
    statedCount: null,
    isEstimate: false,
    isSensitive: true,
  };
  await must(keepRoster, { rosterId, unitId: people.health.unitId, ...roster }, people.health);
  const keeping = { ...unit, keeper: people.health };
  await takeRoll(keeping, { target: 'roster', targetId: rosterId }, mealRoster(DEMO_VILLAGE));
  await keyInMeals(keeping, { serviceKindId: kindId, rosterId, areaId, slot: '午餐' });
}

async function kind({ must, people }: Unit, it: Record<string, unknown>): Promise<string> {
  const serviceKindId = newId();
  await must(keepServiceKind, { serviceKindId, unitId: people.health.unitId, ...it }, people.health);
  return serviceKindId;
}

/** The canteen of a village or community, and the days whose paper lists were keyed in. */
type Canteen = { readonly serviceKindId: string; readonly rosterId: string; readonly areaId: string; readonly slot: string };
const EATERS = 18;
const MEAL_DAYS = ['2026-06-15', '2026-06-16', '2026-06-17'] as const;

/** Every other of those on the list came, in turn from day to day. */
export async function keyInMeals({ district, must, composition, keeper }: Keeping, { slot, ...place }: Canteen): Promise<void> {
  const listed = await reading(composition.world, district, (reader) => listForSignIn(reader, { ...place, onDay: MEAL_DAYS[0] }));
  const { serviceKindId, areaId } = place;
  for (const [day, onDay] of MEAL_DAYS.entries())
    for (const { no: personNo } of listed.slice(0, EATERS).filter((_, i) => (i + day) % 2 === 0))
      await must(signIn, { serviceKindId, personNo, areaId, slot, from: { way: 'paper', onDay } }, keeper);
}

type Into = { readonly target: 'roster' | 'service'; readonly targetId: string };

type Keeping = { readonly district: string; readonly must: Must; readonly composition: Composition; readonly keeper: Actor };

/** The way a file goes in the workspace: into the intake, read in its thread, accepted by somebody. */
export async function takeRoll(
  { composition, district, must, keeper }: Keeping,
  into: Into,
  file: { readonly name: string; readonly text: string },
): Promise<void> {
  const bytes = Buffer.from(file.text);
  const digest = await putBytes(composition.world, district, bytes);
  const sent = { ...into, file: { digest, name: file.name, size: bytes.length } };
  const { importNo } = await must<{ importNo: number }>(openImport, sent, keeper);
  await readNext(district, {
    world: composition.world,
    run: (command, where, input) => composition.run(command, where, input),
    outside: {} as never,
  });
  await must(acceptImport, { importNo, supersedesNo: null }, keeper);
}
