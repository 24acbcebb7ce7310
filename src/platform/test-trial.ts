import { z } from 'zod';
import { accept } from '#/kernel/result.ts';
import { type Command, command } from './command.ts';
import type { Writer } from './db.ts';

export type Trial<Value> = Command<Record<string, never>, Value, never>;

/** One command that does just this, so that the platform is tried through the door that every stage goes through. */
export function trial<Value>(run: (writer: Writer) => Promise<Value>): Trial<Value> {
  return command({
    name: 'platform.trial',
    version: 1,
    input: z.object({}) as z.ZodType<Record<string, never>>,
    permission: 'platform.trial',
    subject: () => 'trial',
    run: async (writer) => accept(await run(writer)),
  });
}
