import { z } from 'zod';
import { yearOf } from '#/kernel/civil-date.ts';
import { listHoldersOn, listPosts, listUnits } from '#/organisation/door.ts';
import type { ActingReader } from '#/platform/db.ts';
import { writeOfficialLetter } from '#/platform/documents/official-letter/write.ts';
import { read } from '#/platform/module.ts';
import { titlesOfLists } from '../content/blockers.ts';
import { loadSender } from '../content/papers.ts';
import { letterDocument } from '../documents/letter.ts';
import { DOCX } from '../documents/media-type.ts';
import { listBlockerSteps, listBlockers } from '../store/blockers.ts';
import { getLetter, listLetterAnswers, listLetters } from '../store/letters.ts';
import { listOnSite } from '../store/on-site.ts';
import { listPushedProjects, type PushedProject } from '../store/projects.ts';

const seesAll = ({ roles }: ActingReader['actor']) => roles.some((it) => it === 'office' || it === 'setup' || it === 'leader');
const isOwn = ({ actor }: ActingReader, { unitIds }: PushedProject) =>
  seesAll(actor) || (actor.unitId !== null && unitIds.includes(actor.unitId));

async function namesIn(reader: ActingReader) {
  const posts = await listPosts(reader);
  const holders = await listHoldersOn(
    reader,
    posts.map(({ id }) => id),
    reader.today,
  );
  return {
    unitNames: Object.fromEntries((await listUnits(reader)).map(({ id, name }) => [id, name])),
    posts: posts
      .filter(({ isActive }) => isActive)
      .map(({ id, title, unitId, kind }) => ({ id, title, unitId, kind, holder: holders.get(id)?.personName ?? null })),
  };
}

export const blockerReads = [
  read({
    path: '/rhythm/blockers',
    permission: 'rhythm.read',
    query: z.object({}),
    summary: '堵点: every blocker with its letters; a unit sees those of its own projects',
    async run(reader) {
      const projects = (await listPushedProjects(reader)).filter((it) => isOwn(reader, it));
      const byId = new Map(projects.map((it) => [it.id, it]));
      const letters = Map.groupBy(await listLetters(reader), ({ blockerId }) => blockerId);
      const blockers = (await listBlockers(reader)).filter(({ projectId }) => byId.has(projectId));
      const titles = await titlesOfLists(reader);
      return {
        blockers: blockers.map((it) => ({ ...it, letters: letters.get(it.id) ?? [] })),
        projects: projects.map(({ unitIds: _, ...it }) => ({ ...it, list: titles.get(it.programmeId) ?? '' })),
        ...(await namesIn(reader)),
        today: reader.today,
      };
    },
  }),
  read({
    path: '/rhythm/blocker',
    permission: 'rhythm.read',
    query: z.object({ blockerId: z.uuid() }),
    summary: '堵点的每一步、函和答复',
    async run(reader, { blockerId }) {
      const own = new Set((await listPushedProjects(reader)).filter((it) => isOwn(reader, it)).map(({ id }) => id));
      const blocker = (await listBlockers(reader)).find((it) => it.id === blockerId);
      if (blocker === undefined || !own.has(blocker.projectId)) return { steps: [], letters: [], answers: [] };
      const letters = await listLetters(reader, blockerId);
      const ids = new Set(letters.map(({ id }) => id));
      const answers = (await listLetterAnswers(reader)).filter(({ letterId }) => ids.has(letterId));
      return { steps: await listBlockerSteps(reader, blockerId), letters, answers };
    },
  }),
  read({
    path: '/rhythm/letter.docx',
    permission: 'rhythm.read-meetings',
    query: z.object({ letterId: z.uuid() }),
    summary: '函的文件',
    async run(reader, { letterId }) {
      const letter = await getLetter(reader, letterId);
      const bytes = await writeOfficialLetter(letterDocument(letter, { ...(await loadSender(reader)), today: reader.today }));
      return { bytes, fileName: `${letter.title}.docx`, mediaType: DOCX };
    },
  }),
  read({
    path: '/rhythm/on-site',
    permission: 'rhythm.read-meetings',
    query: z.object({ year: z.coerce.number().int().optional() }),
    summary: '现场办公台账 of a year',
    async run(reader, { year = yearOf(reader.today) }) {
      const projects = await listPushedProjects(reader);
      const blockers = (await listBlockers(reader, { openOn: reader.today })).map(({ id, projectId, title }) => ({ id, projectId, title }));
      return {
        ...{ year, cases: await listOnSite(reader, year), today: reader.today, blockers },
        projects: projects.map(({ id, no, name, kind, year: of }) => ({ id, no, name, kind, year: of })),
        ...(await namesIn(reader)),
      };
    },
  }),
];
