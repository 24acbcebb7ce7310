import { z } from 'zod';
import { findPersonalData } from '#/kernel/privacy-gate.ts';
import { Problem } from '#/kernel/problem.ts';
import { openFile } from './files.ts';
import { read } from './module.ts';

/** What an original is opened for. It stands in the audit trail, so nobody is named in it by number. */
export const Purpose = z.string().trim().min(4).max(200);

export function checkPurpose(purpose: string): void {
  if (findPersonalData(purpose).length > 0) throw new Problem(400, 'purpose-with-personal-data');
}

/** 原件: a file as it came, with whatever stands in it. Each opening is a line of the audit trail with its purpose. */
export const originalRead = read({
  path: '/files/:digest/original',
  permission: 'platform.open-original',
  query: z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), purpose: Purpose }),
  summary: 'a file as it was uploaded, for a purpose that the audit trail keeps',
  audited: ({ digest, purpose }) => ({ digest, purpose }),
  async run(reader, { digest, purpose }) {
    checkPurpose(purpose);
    const { bytes, name } = await openFile(reader, digest);
    return { bytes, mediaType: 'application/octet-stream', fileName: name };
  },
});
