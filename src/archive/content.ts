import { type LoadedBoard, listPlansOf, listReportsOf, loadBoard } from '#/delivery/door.ts';
import { canonicalText } from '#/kernel/canonical-text.ts';
import { getDistrict } from '#/organisation/door.ts';
import type { Reader } from '#/platform/db.ts';
import { findFile, isStored } from '#/platform/files.ts';
import { loadProgramme, type StoredProgramme } from '#/programme/door.ts';
import { choosePictures, getEdition, listEditions } from '#/publication/door.ts';
import type { PublicPicture } from '#/publication/rules/pictures.ts';
import { listBulletins } from '#/supervision/door.ts';
import { loadPapers } from './papers.ts';
import type { ArchivedPicture, EvidenceFile, ListFile, ProjectFile, PromiseFile } from './rules/facts.ts';
import { listChecked, listEvidence, listFigures, listJournal } from './store.ts';

/** Reads everything that was said and decided about a list, or about one project of it. */
export async function loadListFile(reader: Reader, stored: StoredProgramme, projectId: string | null): Promise<ListFile> {
  const loaded = await loadBoard(reader, stored, reader.today);
  const district = await getDistrict(reader);
  const { programme, unitNames } = loaded.input;
  const projects = await projectFiles(reader, { loaded, stored, projectId });
  const leadUnitIds = projectId === null ? null : projects.flatMap((it) => it.project.leadUnitId ?? []);
  return {
    programme,
    districtName: district.name,
    officeName: district.officeName,
    today: reader.today,
    unitNames,
    bulletins: await issuedBulletins(reader, programme.id),
    editions: await publishedEditions(reader, programme.id, projectId),
    ...(await loadPapers(reader, { programmeId: programme.id, officeName: district.officeName, leadUnitIds })),
    projects,
  };
}

async function issuedBulletins(reader: Reader, programmeId: string): Promise<ListFile['bulletins']> {
  const issued = (await listBulletins(reader, programmeId)).filter((it) => it.state === 'issued' && it.fileDigest !== null);
  return Promise.all(
    issued.map(async ({ year, month, fileDigest, asOf }) => {
      const file = await findFile(reader, fileDigest!);
      return { year, month, asOf, digest: fileDigest!, size: file?.size ?? 0 };
    }),
  );
}

/** 公开版, of one row those in which it appeared. */
async function publishedEditions(reader: Reader, programmeId: string, projectId: string | null): Promise<ListFile['editions']> {
  const editions: ListFile['editions'][number][] = [];
  for (const { id } of await listEditions(reader, ['published'])) {
    const { edition } = await getEdition(reader, id);
    if (edition.programmeId !== programmeId) continue;
    if (projectId !== null && !edition.content.projects.some((it) => it.projectId === projectId)) continue;
    const { number, asOf, content, disclosure, digest, prepared, reviewed, signed, published } = edition;
    const text = `{"digest":"${digest}","steps":${canonicalText({ prepared, reviewed, signed, published })},"signed":${canonicalText({ content, disclosure })}}\n`;
    editions.push({ number: number!, asOf, by: signed!.post, text });
  }
  return editions.toSorted((a, b) => a.number - b.number);
}

type Wanted = { readonly loaded: LoadedBoard; readonly stored: StoredProgramme; readonly projectId: string | null };

async function projectFiles(reader: Reader, { loaded, stored, projectId }: Wanted): Promise<readonly ProjectFile[]> {
  const { programme } = loaded.input;
  const { originals, adjustments } = await loadProgramme(reader, stored);
  const evidence = await listEvidence(reader, programme.id);
  const pictures = Map.groupBy(await choosePictures(reader, programme.id, reader.today), (it) => it.projectId);
  const figures = Map.groupBy(await listFigures(reader, programme.id), (it) => it.promiseId);
  const checked = Map.groupBy(await listChecked(reader, programme.id), (it) => it.promiseId);
  const files: ProjectFile[] = [];
  for (const standing of loaded.board.projects.filter((it) => projectId === null || it.project.id === projectId)) {
    const promises: PromiseFile[] = [];
    for (const { promise, done, doneOn, light } of standing.promises) {
      promises.push({
        promise,
        original: originals.find((it) => it.id === promise.id) ?? promise,
        done,
        doneOn,
        light,
        accepted: loaded.input.acceptances?.find((it) => it.promiseId === promise.id) ?? null,
        plans: await listPlansOf(reader, promise.id),
        reports: (await listReportsOf(reader, promise.id)).toReversed(),
        adjustments: adjustments.filter((it) => it.promiseId === promise.id),
      });
    }
    const { project, leadUnit } = standing;
    files.push({
      project,
      leadUnit,
      promises,
      evidence: await stillThere(reader, evidence.get(project.id) ?? []),
      pictures: await Promise.all((pictures.get(project.id) ?? []).map(({ picture }) => withSize(reader, picture))),
      figures: promises.flatMap((it) => figures.get(it.promise.id) ?? []),
      checked: promises.flatMap((it) => checked.get(it.promise.id) ?? []),
      journal: await listJournal(reader, subjectsOf(programme.id, project.id, promises)),
    });
  }
  return files;
}

async function withSize(reader: Reader, picture: PublicPicture): Promise<ArchivedPicture> {
  return { ...picture, size: (await findFile(reader, picture.digest))!.size };
}

function stillThere(reader: Reader, files: readonly Omit<EvidenceFile, 'isThere'>[]): Promise<readonly EvidenceFile[]> {
  return Promise.all(files.map(async (it) => ({ ...it, isThere: await isStored(reader, reader.district, it.digest) })));
}

/** What entries of the journal about a project are filed under. */
function subjectsOf(programmeId: string, projectId: string, promises: readonly PromiseFile[]): readonly string[] {
  const own = promises.flatMap(({ promise, plans, reports }) => [
    promise.id,
    ...plans.map((it) => it.id),
    ...reports.flatMap((it) => [it.id, ...it.evidence.map((digest) => `picture:${digest}`)]),
  ]);
  return [programmeId, `programme:${programmeId}`, projectId, ...own];
}
