import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '#/kernel/problem.ts';

/** A drawing as a picture of this many pixels across, for programs that show no SVG. Its letters come from this machine. */
export async function drawingToPng(svg: string, width: number): Promise<Buffer> {
  const { default: sharp } = await lettered();
  if (!(await hasChineseLetters())) throw new Problem(409, 'no-chinese-letters');
  return sharp(Buffer.from(svg)).resize({ width }).png({ compressionLevel: 6 }).toBuffer();
}

let loaded: Promise<typeof import('sharp')> | null = null;

/** The letters are looked for once in the life of a process, at the first drawing: where they lie has to be said before. */
function lettered(): Promise<typeof import('sharp')> {
  loaded ??= (async () => {
    process.env.FONTCONFIG_FILE ||= fontSettings();
    return import('sharp');
  })();
  return loaded;
}

/** The letters of the system, and beside them the Chinese ones that come with the tools of a checkout. */
function fontSettings(): string {
  const folder = path.join(os.tmpdir(), `luoshi-letters-${process.getuid?.() ?? 0}`);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'fonts.conf');
  const own = ownLetters();
  const beside = own === null ? '' : `<dir>${own}</dir>`;
  const said = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${beside}<cachedir>${folder}</cachedir></fontconfig>`;
  fs.writeFileSync(file, said);
  return file;
}

function ownLetters(): string | null {
  try {
    return path.dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/package.json')));
  } catch {
    return null;
  }
}

let chinese: Promise<boolean> | null = null;

/** Two signs that look alike are two empty boxes. */
function hasChineseLetters(): Promise<boolean> {
  chinese ??= (async () => {
    const { default: sharp } = await lettered();
    const looks = ['一', '国'].map((sign) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="4" y="32" font-size="30">${sign}</text></svg>`;
      return sharp(Buffer.from(svg)).raw().toBuffer();
    });
    const [one, other] = await Promise.all(looks);
    return !one!.equals(other!);
  })();
  return chinese;
}
