import path from 'node:path';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { createDistrict } from '#/organisation/door.ts';
import { readConfig } from '#/platform/config.ts';
import type { Actor } from '#/platform/roles.ts';
import { reading } from '#/platform/transaction.ts';
import { type LoadedProgramme, listProgrammes, loadProgramme } from '#/programme/door.ts';
import { openInstallation } from '#/shells/cli/installation.ts';
import { loadDemoOnce } from '#/shells/demo-once.ts';
import { type SeedList, type SeedProject, type SeedPromise, seedList } from '../../seed/list.ts';
import { type DemoPerson, type Must, mustIn, seedPeople } from '../../seed/people.ts';

type Opening = {
  readonly district: string;
  readonly name?: string;
  readonly today: CivilDate;
  readonly people: readonly DemoPerson[];
};

/** 开头 of a story: a district that does not exist, with its people, on a day, in a folder without the demo. */
export type Opened = {
  readonly installation: Awaited<ReturnType<typeof openInstallation>>;
  readonly must: Must;
  readonly person: (username: string) => Actor;
  /** The list of 2026, frozen, with what was reported of it. */
  readonly freeze: (office: Actor, asOf: CivilDate, projects: readonly SeedProject[]) => Promise<LoadedProgramme>;
  readonly end: () => Promise<never>;
};

export async function openStory({ district, name = '试点区', today, people }: Opening): Promise<Opened> {
  const { installation, config, say } = await installationHere();
  await loadDemoOnce(installation, { config, isRefused: true, isAsked: false, say });
  const must = mustIn(installation.composition, district);
  await must(createDistrict, { name, demoToday: today });
  const actors = await seedPeople(must, installation.pool, people);
  return {
    installation,
    must,
    person: (username) => actors.get(username)!,
    async freeze(office, asOf, projects) {
      const said = { title: `${name}2026年民生实事`, source: `${name}政府文件`, frozenFor: `${name}政府常务会议审定` };
      const list: SeedList = { district, year: 2026, origin: 'government', ...said, asOf, projects };
      await seedList(must, list, office);
      return reading(installation.composition.world, district, async (reader) => {
        const lists = await listProgrammes(reader);
        return loadProgramme(reader, lists[0]!);
      });
    },
    end: () => closeAndExit(installation),
  };
}

/** The installation of a story whose server is off: what the calendar does meanwhile. */
export async function installationHere() {
  const config = readConfig(process.env, path.join(import.meta.dirname, '..', '..'));
  if ('variable' in config) throw new Error(config.variable);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  return { installation: await openInstallation({ config, isStart: true, say }), config, say };
}

export async function closeAndExit(installation: Opened['installation']): Promise<never> {
  await installation.close();
  process.exit(0);
}

type Line = readonly [unit: string, name: string, verb: string, object: string, target: number, measureUnit: string, done?: number];

/** One project of one promise for each line; `done` was reported since the beginning of the year. */
export function projectsOf(lines: readonly Line[]): readonly SeedProject[] {
  return lines.map(([leadUnit, name, verb, object, target, measureUnit, value], i) => {
    const printed = `${target}${measureUnit}`;
    const report = value === undefined ? {} : { report: { value, measureUnit, text: `累计${value}${measureUnit}` } };
    const promise: SeedPromise = { verb, object, target, measureUnit, printed, ...report };
    return { no: String(i + 1), name, text: `${name}：${verb}${object}${printed}。`, leadUnit, promises: [promise] };
  });
}
