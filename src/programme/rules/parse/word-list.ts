/** A vocabulary written as lines of words with spaces between. */
export function wordList(...lines: readonly string[]): readonly string[] {
  return lines.join(' ').split(' ');
}
