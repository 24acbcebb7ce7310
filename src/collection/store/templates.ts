import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, type Writer } from '#/platform/db.ts';
import type { FormTemplate } from '../rules/template.ts';

const TEMPLATE = `template_id as "templateId", template_version as version, name, kind, file_digest as "fileDigest", file_name as "fileName",
  structure_digest as "structureDigest", mapping, saved_by as "savedBy", saved_at as "savedAt"`;

/** Every version of every template, by name, newest first. */
export async function listTemplates({ client, district }: Reader): Promise<readonly FormTemplate[]> {
  const text = `select ${TEMPLATE} from collection.template where district = $1 order by name, template_id, template_version desc`;
  return (await client.query<FormTemplate>({ name: 'collection-templates', text, values: [district] })).rows;
}

export async function findTemplate({ client, district }: Reader, templateId: string): Promise<FormTemplate | undefined> {
  const text = `select ${TEMPLATE} from collection.template where district = $1 and template_id = $2 order by template_version desc limit 1`;
  return (await client.query<FormTemplate>({ name: 'collection-template', text, values: [district, templateId] })).rows[0];
}

export async function getTemplate(reader: Reader, templateId: string): Promise<FormTemplate> {
  const found = await findTemplate(reader, templateId);
  if (found === undefined) throw new Problem(404, 'unknown-template', { templateId });
  return found;
}

/** Two who save one template are heard one after the other. */
export async function holdTemplate({ client, district }: Writer, templateId: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`collection.template ${district} ${templateId}`]);
}

export async function addTemplate(writer: Writer, it: Omit<FormTemplate, 'savedBy' | 'savedAt'>): Promise<void> {
  await add(writer, 'collection.template', {
    template_id: it.templateId,
    template_version: it.version,
    name: it.name,
    kind: it.kind,
    file_digest: it.fileDigest,
    file_name: it.fileName,
    structure_digest: it.structureDigest,
    mapping: it.mapping,
    saved_by: writer.actor.name,
    saved_at: writer.now.toISOString(),
  });
}
