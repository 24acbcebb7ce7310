import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { ActingReader } from '#/platform/db.ts';
import { readDocument } from '#/platform/documents/read.ts';
import { openFile } from '#/platform/files.ts';
import type { SheetRefusal } from '../rules/sheet.ts';
import type { StepRefusal } from '../rules/step.ts';
import { planSteps, readStepSheet, type StepMark, type StepRemark } from '../rules/step-import.ts';
import { holdPlaces } from '../store/areas.ts';
import { getSiteProject, listSiteProjects } from '../store/projects.ts';
import { listSites } from '../store/sites.ts';
import { addStepAct, loadSteps } from '../store/steps.ts';
import { maySpeakFor } from './sites.ts';
import { followSteps } from './steps.ts';

export const StepFile = z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), projectId: z.uuid() });
type Refusal = SheetRefusal | StepRefusal;
type Summary = { readonly added: number; readonly changed: number; readonly same: number };
export type StepReport = { readonly rows: number; readonly remarks: readonly StepRemark[]; readonly summary: Summary };
type Worked = { readonly report: StepReport; readonly marks: readonly StepMark[] };

/** Works out what a table of finished steps would do, without writing anything. */
export async function workOutSteps(
  reader: ActingReader,
  { digest, projectId }: z.output<typeof StepFile>,
): Promise<Result<Worked, Refusal>> {
  const project = getSiteProject(await listSiteProjects(reader), projectId);
  if (!maySpeakFor(reader.actor, project)) return refuse({ kind: 'steps-not-of-unit', name: project.name });
  const file = await openFile(reader, digest);
  const content = await readDocument(file.bytes, file.name);
  if (!content.ok) return refuse({ kind: 'file-unread', why: content.refusal.kind });
  const book = await loadSteps(reader, projectId);
  const sheet = readStepSheet(content.value, book.steps);
  if (!sheet.ok) return sheet;
  const { marks, same, remarks } = planSteps(sheet.value.cells, { book, sites: await listSites(reader, [projectId]), today: reader.today });
  return accept({ report: { rows: sheet.value.rows, remarks, summary: { added: marks.length, changed: 0, same } }, marks });
}

/** All of it or nothing; the table itself is kept as the evidence. */
export const importSteps = command({
  name: 'planning.import-steps',
  version: 1,
  input: StepFile,
  permission: 'planning.record-sites',
  subject: (input) => input.projectId,
  async run(writer, input): Promise<Result<Summary, Refusal>> {
    await holdPlaces(writer);
    const worked = await workOutSteps(writer, input);
    if (!worked.ok) return worked;
    const { report, marks } = worked.value;
    if (report.remarks.length > 0) return refuse({ kind: 'import-has-errors', count: report.remarks.length });
    for (const mark of marks) await addStepAct(writer, { ...mark, act: 'done', evidence: [input.digest] });
    await followSteps(writer, input.projectId);
    return accept(report.summary);
  },
});
