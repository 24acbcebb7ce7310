/** JSON text in UTF-8 that begins with a brace (RFC 8259); undefined for anything else. */
export function readJson(bytes: Buffer): unknown {
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // A text that begins with a brace and is no JSON is a text.
    return undefined;
  }
}
