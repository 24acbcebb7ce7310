import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { listHoldersOn, listPosts, listUnits } from '#/organisation/door.ts';
import type { ActingReader } from '#/platform/db.ts';
import { writeSheet } from '#/platform/documents/sheet.ts';
import { openFile } from '#/platform/files.ts';
import { read } from '#/platform/module.ts';
import { DOCX } from '../actions/documents.ts';
import { getList } from '../content/bulletin.ts';
import { laterChanges, loadGround, loadOnePage, loadUnitPage, onePageKey } from '../content/pages.ts';
import { findStanding } from '../store/documents.ts';
import { Month } from './bulletins.ts';

const OfLeader = Month.extend({ postId: z.uuid() });
const OfUnit = Month.extend({ unitId: z.uuid() });

export const pageReads = [
  read({
    path: '/supervision/readers',
    permission: 'supervision.read',
    query: Month,
    summary: '给谁看: the overseeing leaders and the units of a list, with how many of its projects are theirs',
    async run(reader, { month, ...which }) {
      const { board, overseers } = await loadGround(reader, await getList(reader, which), month);
      const posts = (await listPosts(reader)).filter((it) => it.kind === 'leader' && it.isActive);
      const ids = posts.map(({ id }) => id);
      const holders = await listHoldersOn(reader, ids, board.asOf);
      const units = await listUnits(reader);
      const named = new Set(board.projects.flatMap(({ project }) => [project.leadUnitId, ...project.supportingUnitIds]));
      return {
        leaders: posts.map(({ id, title }) => ({
          id,
          title,
          holder: holders.get(id)?.personName ?? null,
          projects: board.projects.filter(({ project }) => overseers[project.id] === id).length,
        })),
        notOverseen: board.projects.filter(({ project }) => (overseers[project.id] ?? null) === null).map(({ project }) => project.no),
        units: units.filter(({ id }) => named.has(id) && maySeeUnit(reader, id)).map(({ id, name }) => ({ id, name })),
      };
    },
  }),
  read({
    path: '/supervision/one-pager',
    permission: 'supervision.read-documents',
    query: OfLeader,
    summary: '一页纸: as frozen, or as it would be today, with how it was shortened to one page',
    async run(reader, { month, postId, ...which }) {
      const list = await getList(reader, which);
      const ground = await loadGround(reader, list, month);
      const { figures, fitted, decision, standing } = await loadOnePage(reader, ground, postId);
      const frozen = await frozenPage(reader, onePageKey(list, month, postId));
      return {
        sheet: frozen?.sheet ?? fitted.sheet,
        isFrozen: frozen !== null,
        figuresFrozenOn: ground.frozenOn,
        changes: frozen === null ? await laterChanges(reader, ground, figures.lines) : [],
        level: fitted.level,
        overflows: fitted.overflows,
        decision,
        standing,
        lines: figures.lines.map(({ promiseId, no, promise, light }) => ({ promiseId, no, promise, light })),
        projectCount: figures.own?.projectCount ?? 0,
      };
    },
  }),
  read({
    path: '/supervision/one-pager.docx',
    permission: 'supervision.read-documents',
    query: OfLeader,
    summary: '一页纸文件: the signed bytes, else the frozen page, else the page of today',
    async run(reader, { month, postId, ...which }) {
      const list = await getList(reader, which);
      const page = await loadOnePage(reader, await loadGround(reader, list, month), postId);
      const frozen = await frozenPage(reader, onePageKey(list, month, postId));
      const fileName = frozen?.fileName ?? page.fileName;
      const bytes = frozen?.bytes ?? (await writeSheet(frozen?.sheet ?? page.fitted.sheet, page.issuer));
      return { bytes, fileName, mediaType: DOCX };
    },
  }),
  read({
    path: '/supervision/unit-page',
    permission: 'supervision.read',
    query: OfUnit,
    summary: '单位页: what a unit promised, was asked for and owes',
    async run(reader, { month, unitId, ...which }) {
      mustSeeUnit(reader, unitId);
      const ground = await loadGround(reader, await getList(reader, which), month);
      const { sheet, figures } = await loadUnitPage(reader, ground, unitId);
      return { sheet, figuresFrozenOn: ground.frozenOn, changes: await laterChanges(reader, ground, figures.lines) };
    },
  }),
  read({
    path: '/supervision/unit-page.docx',
    permission: 'supervision.read',
    query: OfUnit,
    summary: '单位页文件',
    async run(reader, { month, unitId, ...which }) {
      mustSeeUnit(reader, unitId);
      const page = await loadUnitPage(reader, await loadGround(reader, await getList(reader, which), month), unitId);
      return { bytes: await writeSheet(page.sheet, page.issuer), fileName: page.fileName, mediaType: DOCX };
    },
  }),
];

async function frozenPage(reader: ActingReader, key: Parameters<typeof findStanding>[1]) {
  const document = await findStanding(reader, key);
  if (document === null || document.content.kind !== 'one-pager') return null;
  const { sheet, fileName } = document.content;
  const bytes = document.fileDigest === null ? null : (await openFile(reader, document.fileDigest)).bytes;
  return { sheet, fileName, bytes };
}

/** A unit reads its own page; the office, leaders and the setup account read all of them. */
function maySeeUnit({ actor }: ActingReader, unitId: string): boolean {
  return actor.roles.some((it) => it === 'setup' || it === 'office' || it === 'leader') || actor.unitId === unitId;
}

function mustSeeUnit(reader: ActingReader, unitId: string): void {
  if (!maySeeUnit(reader, unitId)) throw new Problem(403, 'other-unit', { unitId });
}
