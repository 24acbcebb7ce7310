import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { openFile } from '#/platform/files.ts';
import { read } from '#/platform/module.ts';
import { findProgramme, listProjectRows } from '#/programme/door.ts';
import { pictureName } from '../rules/pictures.ts';
import { picturesOfEdition } from '../store/edition-pictures.ts';
import { getProgrammeOfProject, listDecisions, listDecisionsOf, listEvidencePictures } from '../store/pictures.ts';

const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/** Evidence pictures of a list with what was decided about each; those that no longer prove anything, but were decided about, stay to be seen. */
const picturesRead = read({
  path: '/publication/pictures',
  permission: 'publication.release-picture',
  query: z.object({ programmeId: z.uuid() }),
  summary: 'evidence pictures of a list, each with the decision about it',
  async run(reader, { programmeId }) {
    if ((await findProgramme(reader, programmeId)) === undefined) throw new Problem(404, 'unknown-programme', { programmeId });
    const evidence = await listEvidencePictures(reader, programmeId, reader.today);
    const decisions = new Map((await listDecisions(reader, programmeId)).map((it) => [`${it.projectId} ${it.sourceDigest}`, it]));
    const projects = new Map((await listProjectRows(reader, programmeId)).map((it) => [it.id, it]));
    const proving = evidence.map((it) => {
      const key = `${it.projectId} ${it.sourceDigest}`;
      const decision = decisions.get(key) ?? null;
      decisions.delete(key);
      return { ...it, decision, isProving: true };
    });
    const left = [...decisions.values()].map((decision) => {
      const { no, name } = projects.get(decision.projectId)!;
      const { projectId, sourceDigest } = decision;
      return {
        projectId,
        projectNo: no,
        projectName: name,
        sourceDigest,
        asOf: null,
        promise: null,
        size: null,
        decision,
        isProving: false,
      };
    });
    return { pictures: [...proving, ...left] };
  },
});

/** One picture of a project with every decision about it, newest first. */
const pictureRead = read({
  path: '/publication/pictures/:projectId/:digest',
  permission: 'publication.release-picture',
  query: z.object({ projectId: z.uuid(), digest: Digest }),
  summary: 'one evidence picture with all decisions about it',
  async run(reader, { projectId, digest }) {
    const programmeId = await getProgrammeOfProject(reader, projectId);
    const evidence = await listEvidencePictures(reader, programmeId, reader.today);
    const picture = evidence.find((it) => it.projectId === projectId && it.sourceDigest === digest) ?? null;
    const decisions = await listDecisionsOf(reader, projectId, digest);
    if (picture === null && decisions.length === 0) throw new Problem(404, 'unknown-picture', { digest });
    const project = (await listProjectRows(reader, programmeId)).find((it) => it.id === projectId)!;
    return { programmeId, picture, decisions, project: { no: project.no, name: project.name } };
  },
});

/** The copy that an edition shows, for whoever reviews or signs it. */
const editionPictureRead = read({
  path: '/publication/editions/:editionId/pictures/:digest',
  permission: 'publication.read',
  query: z.object({ editionId: z.uuid(), digest: Digest }),
  summary: 'a picture of an edition as the public will see it',
  async run(reader, { editionId, digest }) {
    const pictures = [...(await picturesOfEdition(reader, editionId)).values()].flat();
    if (!pictures.some((it) => it.digest === digest)) throw new Problem(404, 'unknown-picture', { digest });
    const { bytes } = await openFile(reader, digest);
    return { bytes, mediaType: 'image/jpeg', fileName: pictureName(digest), inline: true };
  },
});

export const pictureReads = [picturesRead, pictureRead, editionPictureRead];
