import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';

const run = promisify(execFile);
const OFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/opt/libreoffice/program/soffice'].find((it) => fs.existsSync(it)) ?? null;

/** What a word processor reads in a paper of the product; null where none is installed. */
export async function readInWriter({ request }: Page, address: string): Promise<string | null> {
  const answer = await request.get(address);
  expect(answer.status(), address).toBe(200);
  if (OFFICE === null) return null;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-writer-'));
  const file = path.join(folder, 'paper.docx');
  fs.writeFileSync(file, await answer.body());
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  await run(OFFICE, [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, file], { timeout: 120_000 });
  const text = fs.readFileSync(path.join(folder, 'paper.txt'), 'utf8');
  fs.rmSync(folder, { recursive: true, force: true });
  return text;
}
