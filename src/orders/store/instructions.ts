import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, save, type Writer } from '#/platform/db.ts';
import { seal, unseal } from '#/platform/secrets.ts';
import type { Instruction } from '../rules/instruction.ts';

const PLACE = 'orders.instruction.sealed_body';
const COLUMNS = `id, leader_post_id as "leaderPostId", leader_name as "leaderName", leader_post as "leaderPost", sealed_body as sealed, about,
  instructed_on as "instructedOn", subject_project_id as "subjectProjectId",
  case when scan_digest is null then null else jsonb_build_object('digest', scan_digest, 'name', scan_name) end as scan,
  recorded_by as "recordedBy", recorded_on as "recordedOn", report_text as "reportText", reported_by as "reportedBy",
  reported_on as "reportedOn", report_digest as "reportDigest", version`;
type Row = Omit<Instruction, 'body'> & { readonly sealed: string };

function instructionOf({ keys }: Reader, { sealed, ...rest }: Row): Instruction {
  return { ...rest, body: unseal(keys, PLACE, sealed) };
}

/** 批示件, the newest first. */
export async function listInstructions(reader: Reader): Promise<readonly Instruction[]> {
  const found = await reader.client.query<Row>({
    name: 'orders-instructions',
    text: `select ${COLUMNS} from orders.instruction where district = $1 order by instructed_on desc, id desc`,
    values: [reader.district],
  });
  return found.rows.map((row) => instructionOf(reader, row));
}

export async function getInstruction(reader: Reader, id: string): Promise<Instruction> {
  const found = await reader.client.query<Row>(`select ${COLUMNS} from orders.instruction where district = $1 and id = $2`, [
    reader.district,
    id,
  ]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-instruction', { id });
  return instructionOf(reader, found.rows[0]);
}

type NewInstruction = Omit<
  Instruction,
  'recordedBy' | 'recordedOn' | 'reportText' | 'reportedBy' | 'reportedOn' | 'reportDigest' | 'version'
>;

export async function addInstruction(writer: Writer, it: NewInstruction): Promise<void> {
  await add(writer, 'orders.instruction', {
    ...{ id: it.id, leader_post_id: it.leaderPostId, leader_name: it.leaderName, leader_post: it.leaderPost },
    ...{ sealed_body: seal(writer.keys, PLACE, it.body), about: it.about, instructed_on: it.instructedOn },
    ...{ subject_project_id: it.subjectProjectId, scan_digest: it.scan?.digest ?? null, scan_name: it.scan?.name ?? null },
    ...{ recorded_by: writer.actor.name, recorded_on: writer.today },
  });
}

export async function saveReport(writer: Writer, id: string, text: string, digest: string): Promise<void> {
  const by = { reported_by: writer.actor.name, reported_on: writer.today };
  await save(writer, 'orders.instruction', { id }, { report_text: text, report_digest: digest, ...by });
}
