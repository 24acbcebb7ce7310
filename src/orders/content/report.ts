import type { CivilDate } from '#/kernel/civil-date.ts';
import { getDistrict } from '#/organisation/door.ts';
import type { Reader } from '#/platform/db.ts';
import type { Instruction } from '../rules/instruction.ts';
import { lastWords } from '../store/events.ts';
import { listOrderFacts, type OrderFacts } from '../store/facts.ts';
import { getInstruction } from '../store/instructions.ts';

/** 办理情况: an instruction, the orders that came of it, and what the units said last. */
export type InstructionReport = {
  readonly instruction: Instruction;
  readonly orders: readonly (OrderFacts & { readonly lastWords: string })[];
  readonly issuer: string;
  readonly isDemo: boolean;
  readonly on: CivilDate;
  readonly text: string;
};

export async function loadReport(reader: Reader, instructionId: string): Promise<InstructionReport> {
  const instruction = await getInstruction(reader, instructionId);
  const orders = await listOrderFacts(reader, { source: { kind: 'instruction', id: instructionId } });
  const words = await lastWords(
    reader,
    orders.map(({ id }) => id),
  );
  const district = await getDistrict(reader);
  return {
    instruction,
    orders: orders.map((it) => ({ ...it, lastWords: words.get(it.id) ?? '' })),
    issuer: district.officeName,
    isDemo: district.demoToday !== null,
    on: reader.today,
    text: instruction.reportText ?? '',
  };
}
