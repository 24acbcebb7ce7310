import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { findProgramme, listProgress, loadProgramme } from '#/programme/door.ts';
import type { ProgrammePromise, Project } from '#/programme/rules/programme.ts';
import { sourceOn } from '../rules/count-source.ts';
import { proposalsFrom, withoutFigure } from '../rules/proposals.ts';
import type { OtherRefusal } from '../rules/refusals.ts';
import { type CountedRefusal, ReportContent, saysFigure } from '../rules/sending.ts';
import { stageLiesBeforeOutput } from '../rules/stage.ts';
import { listSourceDays } from '../store/count-sources.ts';
import { addReports, checkFilesKnown, holdPromise, listKnownDays, type StoredReport } from '../store/reports.ts';

type Proposed = { readonly reportIds: readonly string[] };
/** With the promises of which the words were taken and the figure was left. */
type Taken = Proposed & { readonly withoutFigure: readonly string[] };

/** 拟报: reports read from a document, waiting for the office to confirm and adopt them; nothing counts yet. */
export const proposeReports = command({
  name: 'delivery.propose-reports',
  version: 1,
  input: z.object({ programmeId: z.uuid(), contents: z.array(ReportContent).min(1).max(500) }),
  permission: 'delivery.adopt',
  subject: (input) => `programme:${input.programmeId}`,
  async run(writer, { programmeId, contents }): Promise<Result<Proposed, OtherRefusal | CountedRefusal>> {
    const stored = await findProgramme(writer, programmeId);
    if (stored === undefined) throw new Problem(404, 'unknown-programme', { programmeId });
    if (stored.state !== 'frozen') return refuse({ kind: 'list-not-frozen' });
    const { projects, promises } = await loadProgramme(writer, stored);
    const projectOf = new Map(promises.map((it) => [it.id, projects.find((project) => project.id === it.projectId)!]));
    const counted = await countedOf(writer, contents.filter(saysFigure));
    if (counted.size > 0) return refuse({ kind: 'counted-by-records', promises: namesOf(promises, counted, projectOf) });
    return accept(await propose(writer, programmeId, contents, projectOf));
  },
});

/** 取用进展栏: turns the progress that was confirmed with the list into proposed reports. What was taken before is not taken twice. */
export const takeProgress = command({
  name: 'delivery.take-progress',
  version: 1,
  input: z.object({ programmeId: z.uuid(), valueKind: z.enum(['this-period', 'cumulative']) }),
  permission: 'delivery.adopt',
  subject: (input) => `programme:${input.programmeId}`,
  async run(writer, { programmeId, valueKind }): Promise<Result<Taken, OtherRefusal>> {
    const stored = await findProgramme(writer, programmeId);
    if (stored === undefined) throw new Problem(404, 'unknown-programme', { programmeId });
    if (stored.state !== 'frozen') return refuse({ kind: 'list-not-frozen' });
    const { projects, promises } = await loadProgramme(writer, stored);
    await holdPromise(writer, programmeId);
    const known = await listKnownDays(writer, programmeId);
    const all = (await listProgress(writer, programmeId))
      .flatMap((it) => proposalsFrom(it, promises, valueKind))
      .filter((it) => !known.has(`${it.promiseId} ${it.asOf}`));
    const counted = await countedOf(writer, all.filter(saysFigure));
    const contents = all.flatMap((it) => (counted.has(it.promiseId) ? (withoutFigure(it) ?? []) : it));
    const projectOf = new Map(promises.map((it) => [it.id, projects.find((project) => project.id === it.projectId)!]));
    const proposed = await propose(writer, programmeId, contents, projectOf);
    return accept({ ...proposed, withoutFigure: namesOf(promises, counted, projectOf) });
  },
});

/** Those of the promises whose figure comes from sites or records. */
async function countedOf(writer: Writer, contents: readonly Pick<ReportContent, 'promiseId'>[]): Promise<ReadonlySet<string>> {
  const days = await listSourceDays(
    writer,
    contents.map((it) => it.promiseId),
  );
  return new Set(Object.keys(days).filter((id) => sourceOn(days[id]!, writer.today) !== 'reports'));
}

/** As the list has them, and in its order. */
function namesOf(
  promises: readonly ProgrammePromise[],
  counted: ReadonlySet<string>,
  projectOf: ReadonlyMap<string, Project>,
): readonly string[] {
  return promises.filter(({ id }) => counted.has(id)).map(({ id, verb, object }) => `${projectOf.get(id)!.no} ${verb}${object}`);
}

async function propose(
  writer: Writer,
  programmeId: string,
  contents: readonly ReportContent[],
  projectOf: ReadonlyMap<string, Project>,
): Promise<Proposed> {
  await checkFilesKnown(
    writer,
    contents.flatMap((it) => it.evidence),
  );
  const reports = contents.map((content): StoredReport => {
    const project = projectOf.get(content.promiseId);
    if (project === undefined) throw new Problem(404, 'unknown-promise', { promiseId: content.promiseId });
    if (content.asOf > writer.today) throw new Problem(400, 'as-of-in-future', { asOf: content.asOf });
    return {
      ...content,
      id: newId(),
      programmeId,
      state: 'proposed',
      beforeOutput: content.stage !== null && stageLiesBeforeOutput(content.stage) === true,
      supersedes: null,
      correctionReason: null,
      unitId: project.leadUnitId,
      submittedBy: writer.actor.name,
      submittedAt: writer.now.toISOString(),
      submitterId: writer.actor.accountId,
      onBehalf: true,
      source: null,
      unchanged: false,
      unitReviewedBy: null,
      unitReviewedAt: null,
      decidedBy: null,
      decidedAt: null,
      sentBackReason: null,
      version: 1,
    };
  });
  await addReports(writer, reports);
  return { reportIds: reports.map((it) => it.id) };
}
