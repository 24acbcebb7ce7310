import { z } from 'zod';
import { type Download, read } from '#/platform/module.ts';
import { drawWall, groundOf, loadPlans, loadWall } from './content.ts';
import { wallAnnex } from './documents/annex.ts';
import { lineOf } from './rules/line.ts';
import { sheetsOf } from './rules/project-sheet.ts';
import { agendaOf } from './rules/wall.ts';
import { drawingWords, sheetName } from './words/drawing.ts';

const List = z.object({
  year: z.coerce.number().int().min(2000).max(2100),
  kind: z.enum(['ten-things', 'special-action', 'superior-project']).default('ten-things'),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
  project: z.uuid().optional(),
  page: z.coerce.number().int().min(1).max(200).default(1),
});
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const wallReads = [
  read({
    path: '/wall/sheet',
    permission: 'wall.read',
    query: List.extend({ map: z.enum(['drawn', 'apart']).default('drawn') }),
    summary: '挂图: the drawing for the screen and for paper, the projects it shows and the order of the agenda',
    async run(reader, { locale, project, page, map, ...list }) {
      const loaded = await loadWall(reader, list);
      const { wall } = loaded;
      const asked = { project, page };
      return {
        title: wall.title,
        asOf: wall.asOf,
        demo: wall.demo === null ? null : drawingWords[locale].demo[wall.demo],
        screen: drawWall(loaded, { ...asked, paper: 'screen', map }, locale),
        sheet: drawWall(loaded, { ...asked, paper: 'sheet' }, locale),
        projects: wall.rows.map((it) => ({
          ...{ id: it.id, no: it.no, name: it.name, light: it.light, pages: sheetsOf(it) },
          line: lineOf(it, drawingWords[locale]),
        })),
        agenda: agendaOf(wall),
        ground: map === 'apart' ? groundOf(loaded, project) : null,
      };
    },
  }),
  read({
    path: '/wall/sheet.docx',
    permission: 'wall.read',
    query: List,
    summary: '挂图附件: the same drawing on A3 as a Word file',
    async run(reader, { locale, project, page, ...list }): Promise<Download> {
      const loaded = await loadWall(reader, list);
      const { wall } = loaded;
      const title = sheetName(wall.title, wall.asOf, wall.rows.find(({ id }) => id === project)?.name ?? null);
      const bytes = await wallAnnex(drawWall(loaded, { project, page, paper: 'sheet' }, locale), title);
      return { bytes, fileName: `${title}.docx`, mediaType: DOCX };
    },
  }),
  read({
    path: '/wall/plans',
    permission: 'wall.read',
    query: List.pick({ year: true, kind: true }),
    summary: '排期图: the networks of a list with the light of each project, and the calendars that they are counted in',
    run: loadPlans,
  }),
];
