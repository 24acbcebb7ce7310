import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { openFile, putBytes, storeFile } from '#/platform/files.ts';
import { redactedCopy } from '#/platform/picture.ts';
import {
  type CoverBox,
  followsSeen,
  MOST_PICTURES,
  mayRelease,
  type PictureDecision,
  type PictureRefusal,
  pictureName,
  ReleasePicture,
  WHOLE_SIDE,
  WithholdPicture,
} from '../rules/pictures.ts';
import {
  addDecision,
  getProgrammeOfProject,
  holdPictures,
  listDecisions,
  listDecisionsOf,
  listEvidencePictures,
} from '../store/pictures.ts';

type Decided = { readonly pictureId: string; readonly redactedDigest: string | null };

/** 遮挡并公开: makes the copy with the boxes filled and records who looked for what. The picture goes out with the next edition. */
export const releasePicture = command({
  name: 'publication.release-picture',
  version: 1,
  input: ReleasePicture,
  permission: 'publication.release-picture',
  subject: (input) => `picture:${input.sourceDigest}`,
  // An older edition stops showing the copy that is now covered anew.
  changesPublicPages: true,
  async run(writer, input): Promise<Result<Decided, PictureRefusal>> {
    const refused = mayRelease(input);
    if (refused !== null) return refuse(refused);
    const place = await placeOf(writer, input);
    if (!place.ok) return place;
    const { programmeId, current } = place.value;
    const others = (await listDecisions(writer, programmeId)).filter(
      (it) => it.projectId === input.projectId && it.decision === 'public' && it.sourceDigest !== input.sourceDigest,
    );
    if (others.length >= MOST_PICTURES) return refuse({ kind: 'picture-too-many', limit: MOST_PICTURES });
    const copy = await keepCopy(writer, input.sourceDigest, input.boxes);
    const checks = input.checks as NonNullable<PictureDecision['checks']>;
    const { projectId, sourceDigest, boxes, phase, caption, alt } = input;
    const decision: PictureDecision = {
      ...decidedNow(writer, current),
      ...{ projectId, sourceDigest, boxes, phase, caption, alt, checks, ...copy },
      decision: 'public',
      reason: null,
      atOnce: false,
    };
    await addDecision(writer, programmeId, decision);
    return accept({ pictureId: decision.id, redactedDigest: copy.redactedDigest });
  },
});

/** 不公开: the next edition leaves the picture out; told to stop at once, no page shows it from now on. */
export const withholdPicture = command({
  name: 'publication.withhold-picture',
  version: 1,
  input: WithholdPicture,
  permission: 'publication.release-picture',
  subject: (input) => `picture:${input.sourceDigest}`,
  changesPublicPages: true,
  async run(writer, input): Promise<Result<Decided, PictureRefusal>> {
    const place = await placeOf(writer, input);
    if (!place.ok) return place;
    const { programmeId, current } = place.value;
    const { projectId, sourceDigest, reason, atOnce } = input;
    const decision: PictureDecision = {
      ...decidedNow(writer, current),
      ...{ projectId, sourceDigest, reason, atOnce },
      decision: 'withheld',
      ...{ redactedDigest: null, width: null, height: null, boxes: [], checks: null, phase: null, caption: null, alt: null },
    };
    await addDecision(writer, programmeId, decision);
    return accept({ pictureId: decision.id, redactedDigest: null });
  },
});

type Asked = { readonly projectId: string; readonly sourceDigest: string; readonly seen: string | null };
type Place = { readonly programmeId: string; readonly current: PictureDecision | null };

/** A picture that was decided about may be decided anew; any other must prove something that was adopted. */
async function placeOf(writer: Writer, { projectId, sourceDigest, seen }: Asked): Promise<Result<Place, PictureRefusal>> {
  const programmeId = await getProgrammeOfProject(writer, projectId);
  await holdPictures(writer, projectId);
  const [current = null] = await listDecisionsOf(writer, projectId, sourceDigest);
  const follows = followsSeen(current, seen);
  if (!follows.ok) return follows;
  const evidence = await listEvidencePictures(writer, programmeId, writer.today);
  const isProving = evidence.some((it) => it.projectId === projectId && it.sourceDigest === sourceDigest);
  return isProving || current !== null ? accept({ programmeId, current }) : refuse({ kind: 'picture-not-adopted' });
}

function decidedNow({ actor, today }: Writer, current: PictureDecision | null) {
  return { id: newId(), supersedes: current?.id ?? null, decided: { name: actor.name, post: actor.postTitle, on: today } };
}

/** The copy is a file of its own, under a name that says nothing of the original. */
async function keepCopy(writer: Writer, sourceDigest: string, boxes: readonly CoverBox[]) {
  const { bytes: original } = await openFile(writer, sourceDigest);
  const share = (it: number) => it / WHOLE_SIDE;
  const areas = boxes.map(({ x, y, width, height }) => ({
    left: share(x),
    top: share(y),
    right: share(x + width),
    bottom: share(y + height),
  }));
  const { bytes, width, height } = await redactedCopy(original, areas);
  const redactedDigest = await putBytes(writer, writer.district, bytes);
  await storeFile.run(writer, { digest: redactedDigest, name: pictureName(redactedDigest), size: bytes.length, mediaType: 'image/jpeg' });
  return { redactedDigest, width, height };
}
