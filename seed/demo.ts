import type pg from 'pg';
import type { Composition } from '#/compose.ts';
import { boardOn } from '#/delivery/door.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { createDistrict, openSetupAccount } from '#/organisation/door.ts';
import type { Actor } from '#/platform/roles.ts';
import { setKnownPassword } from '#/platform/session/accounts.ts';
import { reading } from '#/platform/transaction.ts';
import { signEdition } from '#/publication/actions/circulation.ts';
import { prepareEdition, publishEdition, reviewEdition } from '#/publication/actions/editions.ts';
import { recordStatement } from '#/supervision/actions/bulletins.ts';
import { type SeedList, seedList } from './list.ts';
import { DEMO_PASSWORD, type DemoPerson, type Must, mustIn, seedPeople } from './people.ts';
import { PINGCHENG_2025, PINGCHENG_2026 } from './pingcheng.ts';
import { QINGQUAN_2026 } from './qingquan/list.ts';
import { loadQingquan } from './qingquan/load.ts';
import { seedRecords } from './records.ts';
import { YUNGANG_2026, YUNGANG_STATEMENTS } from './yungang.ts';

const DEMO_TODAY: CivilDate = '2026-06-18';
/** A code that no district has, for the first hour with one's own list. */
const PRACTICE = '990001';

const peopleOf = (prefix: string): readonly DemoPerson[] => [
  { username: `${prefix}-office`, name: '演示·督查员', unit: '区政府督查室', kind: 'office' },
  { username: `${prefix}-leader`, name: '演示·区领导', unit: '区政府', kind: 'leader' },
  { username: `${prefix}-renshe`, name: '演示·人社联络员', unit: '区人社局', kind: 'liaison' },
  { username: `${prefix}-zhujian`, name: '演示·住建联络员', unit: '区住建局', kind: 'liaison' },
  { username: `${prefix}-audit`, name: '演示·审计员', unit: '区审计部门', kind: 'audit-admin' },
];
const HEALTH: DemoPerson = { username: 'yungang-weijian', name: '演示·卫健联络员', unit: '区卫健局', kind: 'liaison' };

/** Loads the demo into an empty installation: two districts as their newspaper pages print them, one that does not exist with everything filled in, and an empty one to try one's own list. */
export async function loadDemo(composition: Composition, pool: pg.Pool, say: (line: string) => void): Promise<void> {
  say('载入演示数据 · loading the demo');
  await seedDistrict(composition, pool, { code: '140214', name: '云冈区', prefix: 'yungang', lists: [YUNGANG_2026] });
  await seedDistrict(composition, pool, { code: '140213', name: '平城区', prefix: 'pingcheng', lists: [PINGCHENG_2025, PINGCHENG_2026] });
  await seedFictional(composition, pool);
  await seedPractice(composition, pool);
}

type DemoDistrict = { readonly code: string; readonly name: string; readonly prefix: string; readonly lists: readonly SeedList[] };

async function seedDistrict(composition: Composition, pool: pg.Pool, { code, name, prefix, lists }: DemoDistrict): Promise<void> {
  const must = mustIn(composition, code);
  await must(createDistrict, { name, province: '山西省', city: '大同市', demoToday: DEMO_TODAY });
  const people = await seedPeople(must, pool, [...peopleOf(prefix), ...(prefix === 'yungang' ? [HEALTH] : [])]);
  const [office, leader] = [people.get(`${prefix}-office`)!, people.get(`${prefix}-leader`)!];
  for (const list of lists) {
    await seedList(must, list, office);
    if (list === YUNGANG_2026) await recordClaims(must, list, office);
    if (list === YUNGANG_2026)
      await seedRecords(composition, code, { office, health: people.get(HEALTH.username)! }, (object) =>
        promiseOf(composition, code, object),
      );
    await publish(must, list, office, leader);
  }
}

function promiseOf({ world }: Composition, district: string, object: string): Promise<string> {
  return reading(world, district, async (reader) => {
    const board = (await boardOn(reader, { year: YUNGANG_2026.year }))!;
    const standing = board.projects.flatMap((it) => it.promises).find(({ promise }) => promise.object === object);
    if (standing === undefined) throw new Error(`demo: no promise about ${object}`);
    return standing.promise.id;
  });
}

async function seedFictional(composition: Composition, pool: pg.Pool): Promise<void> {
  const { must, people } = await loadQingquan(composition, pool);
  await publish(must, QINGQUAN_2026, people.get('qingquan-office')!, people.get('qingquan-leader')!);
}

async function recordClaims(must: Must, { year, asOf }: SeedList, office: Actor): Promise<void> {
  for (const claim of YUNGANG_STATEMENTS) {
    await must(recordStatement, { id: newId(), year, kind: 'ten-things', publishedOn: asOf, ...claim }, office);
  }
}

/** The first edition, signed by the fictional leader, so that the public board stands. */
export async function publish(must: Must, { year, asOf }: SeedList, office: Actor, leader: Actor): Promise<void> {
  const draft = await must<{ editionId: string; digest: string }>(prepareEdition, { year, asOf }, office);
  await must(reviewEdition, { editionId: draft.editionId, holdsNoSecrets: true, mayBePublic: true }, office);
  await must(signEdition, draft, leader);
  await must(publishEdition, { editionId: draft.editionId }, office);
}

async function seedPractice(composition: Composition, pool: pg.Pool): Promise<void> {
  const must = mustIn(composition, PRACTICE);
  await must(createDistrict, { name: '示例区', demoToday: DEMO_TODAY });
  const { accountId } = await must<{ accountId: string }>(openSetupAccount, { username: 'first-hour', name: '演示·一人起步' });
  await setKnownPassword(pool, accountId, DEMO_PASSWORD);
}

/** What `npm start` prints of the demo's accounts; nothing where the demo is not loaded. */
export async function demoAccountLines(pool: pg.Pool): Promise<readonly string[]> {
  const found = await pool.query<{ username: string }>(`select username from auth."user" where username = any($1) order by username`, [
    [
      'first-hour',
      'yungang-office',
      'yungang-leader',
      'yungang-renshe',
      'yungang-weijian',
      'pingcheng-office',
      'qingquan-office',
      'qingquan-zhujian',
      'qingquan-minzheng',
    ],
  ]);
  if (found.rows.length === 0) return [];
  const does: Readonly<Record<string, string>> = {
    'first-hour': '空的示例区，从粘贴清单开始 · an empty district, start with your own list',
    'yungang-office': '云冈区督查室 · supervision office',
    'yungang-leader': '云冈区领导（签发公开版）· leader who signs editions',
    'yungang-renshe': '云冈区人社局联络员（手机报送）· liaison who reports',
    'yungang-weijian': '云冈区卫健局联络员（名册与服务记录）· keeps rolls of persons',
    'pingcheng-office': '平城区督查室 · supervision office',
    'qingquan-office': '清泉区（虚构）督查室，有分解、排期、点位 · supervision office of a fictional district with plans',
    'qingquan-zhujian': '清泉区（虚构）住建局联络员 · liaison of its housing bureau',
    'qingquan-minzheng': '清泉区（虚构）民政局联络员（助餐签到）· keeps the list of its canteen',
  };
  return [
    `演示账号 demo accounts（口令 password: ${DEMO_PASSWORD}）`,
    ...found.rows.map(({ username }) => `  ${username.padEnd(18)}${does[username]}`),
  ];
}
