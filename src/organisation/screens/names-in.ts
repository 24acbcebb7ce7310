/** Names as people list them: one a line, or with 、 ， ； , ; between. */
export function namesIn(text: string): readonly string[] {
  return text
    .split(/[\n、，,；;]/)
    .map((name) => name.trim())
    .filter(Boolean);
}
