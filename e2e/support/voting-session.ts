import path from 'node:path';
import { FIRST_SHEET } from '#/ballot/rules/session.ts';
import { placeRound } from '#/ballot/test-round.ts';
import { newId } from '#/kernel/id.ts';
import { createDistrict } from '#/organisation/door.ts';
import { readConfig } from '#/platform/config.ts';
import { openInstallation } from '#/shells/cli/installation.ts';
import { loadDemoOnce } from '#/shells/demo-once.ts';
import { mustIn, seedPeople } from '../../seed/people.ts';

/** A district that does not exist, whose congress votes electronically: 231 deputies on the roll, 12 projects, 10 seats. */
const DISTRICT = '990003';
const PEOPLE = [
  { username: 'vote-office', name: '演示·人大办', unit: '区人大办', kind: 'congress-office' },
  { username: 'vote-first', name: '演示·总监票人', unit: '区人大办', kind: 'scrutineer' },
  { username: 'vote-second', name: '演示·监票人', unit: '区人大办', kind: 'scrutineer' },
  { username: 'vote-third', name: '演示·公证', unit: '区司法局', kind: 'scrutineer' },
] as const;
const NAMES = [
  '口袋公园',
  '农村供水',
  '停车泊位',
  '老年助餐',
  '校园照明',
  '便民市场',
  '农村公路',
  '健身步道',
  '社区诊室',
  '充电车棚',
  '公厕改造',
  '送戏下乡',
];

const config = readConfig(process.env, path.join(import.meta.dirname, '..', '..'));
if ('variable' in config) throw new Error(config.variable);
const say = (line: string) => process.stdout.write(`${line}\n`);
const installation = await openInstallation({ config, isStart: true, say });
await loadDemoOnce(installation, { config, isRefused: true, isAsked: false, say });
const must = mustIn(installation.composition, DISTRICT);
await must(createDistrict, { name: '清泉区', demoToday: '2026-12-18' });
await seedPeople(must, installation.pool, PEOPLE);
const sheet = { ...FIRST_SHEET, electronic: true };
await must(placeRound, { roundId: newId(), sheet, deputies: 231, present: 210, papers: 0, names: NAMES, maxMarks: 10 });
await installation.close();
process.exit(0);
