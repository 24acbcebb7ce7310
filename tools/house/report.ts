/** Something in the repository that does not hold: where, what, and the way to mend it. */
export type Finding = { readonly file: string; readonly line: number; readonly what: string; readonly mend: string };

/** Prints the findings, grouped by the way to mend them, and sets the exit code. */
export function report(name: string, findings: readonly Finding[], summary: string): void {
  for (const [mend, of] of Map.groupBy(findings, (it) => it.mend)) {
    console.log(`\n${mend}`);
    for (const { file, line, what } of of) console.log(`  ${file}:${line}  ${what}`);
  }
  console.log(`${findings.length === 0 ? '' : '\n'}${name}: ${findings.length === 0 ? 'holds' : `${findings.length} found`} (${summary})`);
  if (findings.length > 0) process.exitCode = 1;
}
