import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { parseXml, textOf } from '../../src/platform/documents/xml.ts';
import { openZip } from '../../src/platform/documents/zip.ts';

const run = promisify(execFile);
const OFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/opt/libreoffice/program/soffice'].find((it) => fs.existsSync(it)) ?? null;

/** A paper of the product by its address, and what has to stand in it. */
export type Paper = { readonly address: string; readonly says: readonly string[] };

/** Every paper opens and says it: read from its own parts, and by a word processor where one is installed. */
export async function papersSay(page: Page, papers: readonly Paper[]): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-writer-'));
  const files = papers.map((_, i) => path.join(folder, `paper-${i}.docx`));
  for (const [i, { address, says }] of papers.entries()) {
    const answer = await page.request.get(address);
    expect(answer.status(), address).toBe(200);
    const bytes = await answer.body();
    const document = await (await openZip(bytes)).read('word/document.xml');
    const text = textOf(parseXml(document!, 'word/document.xml'));
    for (const part of says) expect(text, address).toContain(part);
    fs.writeFileSync(files[i]!, bytes);
  }
  if (OFFICE !== null) {
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    const asText = ['--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder];
    await run(OFFICE, [profile, ...asText, ...files], { timeout: 240_000 });
    for (const [i, { address, says }] of papers.entries()) {
      const text = fs.readFileSync(path.join(folder, `paper-${i}.txt`), 'utf8');
      for (const part of says) expect(text, `${address}, by the word processor`).toContain(part);
    }
  }
  fs.rmSync(folder, { recursive: true, force: true });
}
