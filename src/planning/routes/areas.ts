import { z } from 'zod';
import { read } from '#/platform/module.ts';
import { AreaFile, workOutAreas } from '../actions/areas.ts';
import { findOutline, listAreas } from '../store/areas.ts';

const areasRead = read({
  path: '/planning/areas',
  permission: 'planning.read',
  query: z.object({}),
  summary: 'townships, villages, communities and estates of the district',
  run: (reader) => listAreas(reader),
});

const outlineRead = read({
  path: '/planning/outline',
  permission: 'planning.read',
  query: z.object({}),
  summary: 'the outline of the district, as it was supplied',
  async run(reader) {
    return { outline: await findOutline(reader) };
  },
});

/** What a table of areas would do, row by row; a file that cannot be read answers with its refusal. */
const areaCheckRead = read({
  path: '/planning/areas/import/check',
  permission: 'planning.manage-areas',
  query: AreaFile,
  async run(reader, { digest }) {
    const worked = await workOutAreas(reader, digest);
    return worked.ok ? { ok: true, value: worked.value.report } : worked;
  },
});

export const areaReads = [areasRead, outlineRead, areaCheckRead];
