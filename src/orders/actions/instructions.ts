import { accept, type Result, refuse } from '#/kernel/result.ts';
import { getPost, listHoldersOn } from '#/organisation/door.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { checkFilesKnown, putBytes, storeFile } from '#/platform/files.ts';
import { loadReport } from '../content/report.ts';
import { DOCX, reportFile } from '../documents/report-letter.ts';
import {
  type Instruction,
  type InstructionRefusal,
  mayRecordInstruction,
  OrderInstruction,
  RecordInstruction,
  ReportInstruction,
} from '../rules/instruction.ts';
import { addInstruction, getInstruction, saveReport } from '../store/instructions.ts';
import { type DraftRefused, type IssuedOrder, issueOrders } from './issue.ts';

type Leader = Pick<Instruction, 'leaderName' | 'leaderPost'>;

/** 登记批示件: what the leader wrote, word for word, and on what. */
export const recordInstruction = command({
  name: 'orders.record-instruction',
  version: 1,
  input: RecordInstruction,
  permission: 'orders.instructions-work',
  subject: (input) => input.id,
  async run(writer, input): Promise<Result<{ readonly instructionId: string }, InstructionRefusal>> {
    const may = mayRecordInstruction(input, writer.today);
    if (!may.ok) return may;
    const leader = await leaderOn(writer, input.leaderPostId, input.instructedOn);
    if (!leader.ok) return leader;
    if (input.scan !== null) await checkFilesKnown(writer, [input.scan.digest]);
    await addInstruction(writer, { ...input, ...leader.value });
    return accept({ instructionId: input.id });
  },
});

async function leaderOn(writer: Writer, postId: string, on: Instruction['instructedOn']): Promise<Result<Leader, InstructionRefusal>> {
  const post = await getPost(writer, postId);
  if (!post.roles.includes('leader')) return refuse({ kind: 'instruction-not-leader', post: post.title });
  const holder = (await listHoldersOn(writer, [postId], on)).get(postId);
  if (holder === undefined) return refuse({ kind: 'instruction-vacant', post: post.title, on });
  return accept({ leaderName: holder.personName, leaderPost: post.title });
}

/** 批示转督办: orders that follow from it; the units read what is to be done, never the instruction. */
export const orderFromInstruction = command({
  name: 'orders.order-instruction',
  version: 1,
  input: OrderInstruction,
  permission: 'orders.instructions-work',
  subject: (input) => input.instructionId,
  async run(writer, { instructionId, drafts }): Promise<Result<readonly IssuedOrder[], DraftRefused | InstructionRefusal>> {
    const instruction = await getInstruction(writer, instructionId);
    if (instruction.reportedOn !== null) return refuse({ kind: 'instruction-reported', reportedOn: instruction.reportedOn });
    const about = { sourceKind: 'instruction', sourceId: instructionId, subjectProjectId: instruction.subjectProjectId } as const;
    return issueOrders(
      writer,
      drafts.map((it) => ({ ...it, ...about, sourceText: '' })),
    );
  },
});

/** 报告领导: the report on how the instruction was carried out is kept as it goes out. */
export const reportInstruction = command({
  name: 'orders.report-instruction',
  version: 1,
  input: ReportInstruction,
  permission: 'orders.instructions-work',
  subject: (input) => input.instructionId,
  async run(writer, { instructionId, text }): Promise<Result<{ readonly instructionId: string }, InstructionRefusal>> {
    const report = await loadReport(writer, instructionId);
    if (report.instruction.reportedOn !== null) return refuse({ kind: 'instruction-reported', reportedOn: report.instruction.reportedOn });
    if (report.orders.length === 0) return refuse({ kind: 'instruction-without-orders' });
    const { bytes, fileName } = await reportFile({ ...report, text });
    const digest = await putBytes(writer, writer.district, bytes);
    await storeFile.run(writer, { digest, name: fileName, size: bytes.length, mediaType: DOCX });
    await saveReport(writer, instructionId, text, digest);
    return accept({ instructionId });
  },
});
