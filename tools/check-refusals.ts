import fs from 'node:fs';
import { type Finding, report } from './house/report.ts';
import { REFUSALS_FILE, type Refusals, refusalsNow } from './refusals.ts';

/** `/api/docs` says what each command may refuse: the committed file is what the compiler says today. */
export function refusalFindings(said: Refusals, now: Refusals): readonly Finding[] {
  return [...new Set([...Object.keys(said), ...Object.keys(now)])]
    .filter((name) => JSON.stringify(said[name]) !== JSON.stringify(now[name]))
    .map((name) => ({
      file: 'src/refusals.json',
      line: 1,
      what: name,
      mend: 'A command refuses otherwise than written: run node tools/refusals.ts.',
    }));
}

if (import.meta.main) {
  const now = refusalsNow();
  const said = JSON.parse(fs.readFileSync(REFUSALS_FILE, 'utf8')) as Refusals;
  report('refusals', refusalFindings(said, now), `${Object.keys(now).length} commands`);
}
