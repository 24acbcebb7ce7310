import path from 'node:path';
import { createDistrict } from '#/organisation/door.ts';
import { readConfig } from '#/platform/config.ts';
import { openInstallation } from '#/shells/cli/installation.ts';
import { loadDemoOnce } from '#/shells/demo-once.ts';
import { mustIn, seedPeople } from '../../seed/people.ts';

/** A district that does not exist, and the people of its congress. */
const DISTRICT = '990003';
const PEOPLE = [
  { username: 'vote-office', name: '演示·大会秘书', unit: '区人大办公室', kind: 'congress-office' },
  { username: 'vote-teller-1', name: '演示·计票甲', unit: '区人大办公室', kind: 'teller' },
  { username: 'vote-teller-2', name: '演示·计票乙', unit: '区人大办公室', kind: 'teller' },
  { username: 'vote-scrutineer', name: '演示·监票员', unit: '区人大办公室', kind: 'scrutineer' },
  { username: 'vote-second', name: '演示·监票乙', unit: '区人大办公室', kind: 'scrutineer' },
  { username: 'vote-third', name: '演示·公证', unit: '区司法局', kind: 'scrutineer' },
  { username: 'vote-government', name: '演示·督查员', unit: '区政府督查室', kind: 'office' },
] as const;

const config = readConfig(process.env, path.join(import.meta.dirname, '..', '..'));
if ('variable' in config) throw new Error(config.variable);
const say = (line: string) => process.stdout.write(`${line}\n`);
const installation = await openInstallation({ config, isStart: true, say });
await loadDemoOnce(installation, { config, isRefused: true, isAsked: false, say });
const must = mustIn(installation.composition, DISTRICT);
await must(createDistrict, { name: '青石区', demoToday: '2026-12-18' });
await seedPeople(must, installation.pool, PEOPLE);
await installation.close();
process.exit(0);
