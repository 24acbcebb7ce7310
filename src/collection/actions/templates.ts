import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { loadStructure } from '../content/templates.ts';
import { TemplateMapping, type TemplateRefusal } from '../rules/template.ts';
import { addTemplate, findTemplate, holdTemplate } from '../store/templates.ts';

/** 保存套表: a blank form with what fills its places; the mapping that was there stays as an earlier version. */
export const saveTemplate = command({
  name: 'collection.save-template',
  version: 1,
  input: z.object({
    templateId: z.uuid(),
    name: z.string().trim().min(1).max(120),
    fileDigest: z.string().regex(/^[0-9a-f]{64}$/),
    fileName: z.string().trim().min(1).max(255),
    mapping: TemplateMapping,
    /** The version that was changed; 0 for a new one. */
    basedOn: z.number().int().min(0),
  }),
  permission: 'collection.fill-template',
  subject: (input) => `template:${input.templateId}`,
  async run(writer, { templateId, basedOn, mapping, ...about }): Promise<Result<{ templateId: string; version: number }, TemplateRefusal>> {
    if (mapping.cells.length === 0 && mapping.blocks.length === 0) return refuse({ kind: 'nothing-mapped' });
    const read = await loadStructure(writer, about.fileDigest, about.fileName);
    if (!read.ok) return read;
    const { structure, digest } = read.value;
    const missing = missingPlace(mapping, structure.sheets);
    if (missing !== null) return refuse({ kind: 'place-not-there', ...missing });
    await holdTemplate(writer, templateId);
    const current = (await findTemplate(writer, templateId))?.version ?? 0;
    if (current !== basedOn) return refuse({ kind: 'template-changed', seen: basedOn, current });
    const version = current + 1;
    await addTemplate(writer, { templateId, version, ...about, kind: structure.kind, structureDigest: digest, mapping });
    return accept({ templateId, version });
  },
});

type Sheets = readonly {
  readonly name: string;
  readonly cells: readonly { readonly row: number; readonly column: number; readonly at: string }[];
}[];

function missingPlace(mapping: TemplateMapping, sheets: Sheets): { readonly sheet: string; readonly at: string } | null {
  const has = (sheet: string, row: number, column: number) =>
    sheets.find((it) => it.name === sheet)?.cells.some((cell) => cell.row === row && cell.column === column) ?? false;
  const cell = mapping.cells.find((it) => !has(it.sheet, it.row, it.column));
  if (cell !== undefined) return { sheet: cell.sheet, at: cell.heading };
  const rows = mapping.blocks.map(({ sheet, row }) => `${sheet} ${row}`);
  const twice = mapping.blocks.find((it, i) => rows.indexOf(`${it.sheet} ${it.row}`) !== i);
  if (twice !== undefined) return { sheet: twice.sheet, at: String(twice.row + 1) };
  for (const { sheet, row, columns } of mapping.blocks) {
    const lost = columns.find((it) => !has(sheet, row, it.column));
    if (lost !== undefined) return { sheet, at: lost.heading };
  }
  return null;
}
