import { z } from 'zod';
import { listVotedProjects } from '#/ballot/door.ts';
import { Problem } from '#/kernel/problem.ts';
import { listHoldersOn, listPosts, listUnits } from '#/organisation/door.ts';
import { read } from '#/platform/module.ts';
import { loadProgramme } from './content.ts';
import { listOverseeing } from './store/overseeing.ts';
import { listResponsibleChanges } from './store/responsible.ts';
import { countFrozen, findProgramme, listProgrammes } from './store.ts';

const Which = z.object({ programmeId: z.uuid() });

export const programmeReads = [
  read({
    path: '/programme/voted',
    permission: 'programme.read',
    query: z.object({}),
    summary: '票决结果: what sessions of the deputies chose, and whether the year has its list yet',
    async run(reader) {
      const years = new Set((await listProgrammes(reader)).filter((it) => it.kind === 'ten-things').map((it) => it.year));
      const voted = await listVotedProjects(reader);
      return voted.map(({ sessionId, title, forYear, serial, projects }) => ({
        ...{ sessionId, title, forYear, serial },
        projectCount: projects.length,
        isTaken: years.has(forYear),
      }));
    },
  }),
  read({
    path: '/programme/programmes',
    permission: 'programme.read',
    query: z.object({}),
    summary: '年度清单: every list of the district, drafts too',
    async run(reader) {
      const lists = await listProgrammes(reader);
      const byId = new Map((await countFrozen(reader)).map((it) => [it.id, it]));
      return lists.map(({ draft, sourceName, sourceDigest: _, ...list }) => ({
        ...list,
        sourceName,
        projectCount: draft?.projects.length ?? byId.get(list.id)?.projects ?? 0,
        promiseCount: draft?.projects.flatMap((it) => it.promises).length ?? byId.get(list.id)?.promises ?? 0,
      }));
    },
  }),
  read({
    path: '/programme/draft',
    permission: 'programme.read',
    query: Which,
    summary: '清单草稿: the draft as the wizard stores it',
    async run(reader, { programmeId }) {
      const found = await findProgramme(reader, programmeId);
      if (found?.draft == null) throw new Problem(404, 'unknown-draft', { programmeId });
      return { programmeId, version: found.version, state: found.state, draft: found.draft };
    },
  }),
  read({
    path: '/programme/list',
    permission: 'programme.read',
    query: Which,
    summary: '清单: projects, promises, steps and adjustments of one list',
    async run(reader, { programmeId }) {
      const found = await findProgramme(reader, programmeId);
      if (found === undefined) throw new Problem(404, 'unknown-programme', { programmeId });
      return loadProgramme(reader, found);
    },
  }),
  read({
    path: '/programme/responsible',
    permission: 'programme.read',
    query: Which,
    summary: '责任单位: every change since the list was frozen, and the units there are',
    async run(reader, { programmeId }) {
      return {
        history: await listResponsibleChanges(reader, programmeId),
        units: (await listUnits(reader)).map(({ id, name, isActive }) => ({ id, name, isActive })),
      };
    },
  }),
  read({
    path: '/programme/overseeing',
    permission: 'programme.read',
    query: Which,
    summary: '分管领导: the history of who oversees each project, and the leaders’ posts with who holds them today',
    async run(reader, { programmeId }) {
      const isAuditor = reader.actor.roles.includes('audit-admin');
      const posts = (await listPosts(reader)).filter((it) => it.kind === 'leader');
      const holders = await listHoldersOn(
        reader,
        posts.map(({ id }) => id),
        reader.today,
      );
      return {
        history: await listOverseeing(reader, programmeId),
        posts: posts.map(({ id, title, isActive }) => ({
          id,
          title,
          isActive,
          holder: isAuditor ? null : (holders.get(id)?.personName ?? null),
        })),
      };
    },
  }),
];
