import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { type Download, read } from '#/platform/module.ts';
import { periodOfList } from '../content/periods.ts';
import { filledTemplate, loadStructure } from '../content/templates.ts';
import { periodId } from '../rules/calendar.ts';
import { fitMapping } from '../rules/template-fit.ts';
import { getTemplate, listTemplates } from '../store/templates.ts';

const MEDIA = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export const templateReads = [
  read({
    path: '/collection/templates',
    permission: 'collection.fill-template',
    query: z.object({}),
    summary: '套表: every blank form of a higher level with all its versions',
    run: (reader) => listTemplates(reader),
  }),
  read({
    path: '/collection/template-structure',
    permission: 'collection.fill-template',
    query: z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().max(255), templateId: z.uuid().optional() }),
    summary: '套表的格子: the cells of a blank form, and what of a kept mapping still fits it',
    async run(reader, { digest, name, templateId }) {
      const loaded = await loadStructure(reader, digest, name);
      if (!loaded.ok) return loaded;
      const { structure, fixed } = loaded.value;
      const template = templateId === undefined ? null : await getTemplate(reader, templateId);
      const fit = template === null ? null : fitMapping(template.mapping, structure);
      const isSame = template !== null && template.structureDigest === loaded.value.digest;
      return { ok: true, value: { structure, fit, isSame, fixed } };
    },
  }),
  read({
    path: '/collection/filled-template',
    permission: 'collection.fill-template',
    query: z.object({
      templateId: z.uuid(),
      year: z.coerce.number().int().min(2000).max(2100),
      kind: z.enum(['ten-things', 'special-action', 'superior-project']).default('ten-things'),
      period: periodId.optional(),
    }),
    summary: '套表成品: the blank form filled from adopted figures as of the period',
    async run(reader, { templateId, ...query }): Promise<Download> {
      const template = await getTemplate(reader, templateId);
      const of = await periodOfList(reader, query);
      const filled = await filledTemplate(reader, template, of);
      if (!filled.ok) throw new Problem(415, 'file-kind', { name: template.fileName });
      return { bytes: filled.value, mediaType: MEDIA[template.kind], fileName: `${template.name}-${of.period.id}.${template.kind}` };
    },
  }),
];
