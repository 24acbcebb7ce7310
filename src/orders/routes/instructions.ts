import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import type { ActingReader } from '#/platform/db.ts';
import { openFile } from '#/platform/files.ts';
import { type Download, read } from '#/platform/module.ts';
import { loadReport } from '../content/report.ts';
import { DOCX, reportFile } from '../documents/report-letter.ts';
import { type Instruction, maySeeInstruction } from '../rules/instruction.ts';
import { listOrderFacts } from '../store/facts.ts';
import { getInstruction, listInstructions } from '../store/instructions.ts';

async function instructionSeen(reader: ActingReader, id: string): Promise<Instruction> {
  const instruction = await getInstruction(reader, id);
  if (!maySeeInstruction(instruction, reader.actor)) throw new Problem(403, 'other-leader');
  return instruction;
}

const instructionsRead = read({
  path: '/orders/instructions',
  permission: 'orders.instructions',
  query: z.object({}),
  summary: '批示件 with the orders that came of them; a leader reads his own',
  audited: () => ({ what: 'instructions' }),
  async run(reader) {
    const seen = (await listInstructions(reader)).filter((it) => maySeeInstruction(it, reader.actor));
    const orders = await Promise.all(seen.map(({ id }) => listOrderFacts(reader, { source: { kind: 'instruction', id } })));
    return { instructions: seen.map((it, i) => ({ ...it, orders: orders[i]! })) };
  },
});

const scanRead = read({
  path: '/orders/instruction-scan',
  permission: 'orders.instructions',
  query: z.object({ instructionId: z.uuid() }),
  summary: 'The scan of an instruction',
  audited: ({ instructionId }) => ({ instructionId }),
  async run(reader, { instructionId }): Promise<Download> {
    const { scan } = await instructionSeen(reader, instructionId);
    if (scan === null) throw new Problem(404, 'no-scan', { instructionId });
    const { bytes, mediaType } = await openFile(reader, scan.digest);
    return { bytes, mediaType, fileName: scan.name };
  },
});

const reportRead = read({
  path: '/orders/instruction-report.docx',
  permission: 'orders.instructions',
  query: z.object({ instructionId: z.uuid() }),
  summary: '办理情况报告 as Word: as it went out, else as of today',
  async run(reader, { instructionId }): Promise<Download> {
    const instruction = await instructionSeen(reader, instructionId);
    if (instruction.reportDigest !== null) {
      const { bytes, name } = await openFile(reader, instruction.reportDigest);
      return { bytes, mediaType: DOCX, fileName: name };
    }
    return { ...(await reportFile(await loadReport(reader, instructionId))), mediaType: DOCX };
  },
});

export const instructionReads = [instructionsRead, scanRead, reportRead];
