import { stop } from './refusal.ts';

/** Text of unknown encoding: a byte order mark decides, then UTF-8 if it is valid, then GB 18030 (mandatory since 2023-08-01, GB 18030-2022). */
export function decodeText(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return readable(new TextDecoder('utf-16le').decode(bytes));
  if (first === 0xfe && second === 0xff) return readable(new TextDecoder('utf-16be').decode(bytes));
  return readable(tryDecode(bytes, 'utf-8') ?? tryDecode(bytes, 'gb18030') ?? stop({ kind: 'not-a-document', looksLike: 'unknown' }));
}

function tryDecode(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function readable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells bytes from text
  const strange = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  if (strange > 0 && strange * 200 > text.length) stop({ kind: 'not-a-document', looksLike: 'unknown' });
  const clean = text.replace(/\r\n?/g, '\n').replace(/\0/g, '');
  if (clean.trim() === '') stop({ kind: 'empty' });
  return clean;
}
