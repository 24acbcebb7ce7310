import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { findPosts, listHoldersOn } from '#/organisation/door.ts';
import type { Reader } from '#/platform/db.ts';
import { listOverseeing, listProgrammes } from '#/programme/door.ts';
import { overseerOn } from '#/programme/rules/overseeing.ts';
import type { BlockerLevel } from '../rules/blocker.ts';
import type { BlockerRefusal } from '../rules/move-blocker.ts';
import { findProject, type PushedProject } from '../store/projects.ts';
import { MEETING_NAME } from '../words/papers.ts';

export async function getProject(reader: Reader, id: string): Promise<PushedProject> {
  const project = await findProject(reader, id);
  if (project === undefined) throw new Problem(404, 'unknown-project', { id });
  return project;
}

/** 向谁提: who stands behind a level for a project today. */
export type AskedAt = { readonly askedOf: string; readonly askedPostId: string | null };

export async function askedAt(
  reader: Reader,
  project: PushedProject,
  { to, askedOf }: { readonly to: BlockerLevel; readonly askedOf?: string | undefined },
): Promise<Result<AskedAt, BlockerRefusal>> {
  switch (to) {
    case 'unit':
      return accept({ askedOf: project.leadUnit ?? '', askedPostId: null });
    case 'leader':
      return leaderOf(reader, project);
    case 'meeting':
      return accept({ askedOf: MEETING_NAME, askedPostId: null });
    default:
      return askedOf === undefined ? refuse({ kind: 'outside-body-unnamed' }) : accept({ askedOf, askedPostId: null });
  }
}

async function leaderOf(reader: Reader, { id, programmeId, no, name }: PushedProject): Promise<Result<AskedAt, BlockerRefusal>> {
  const postId = overseerOn(await listOverseeing(reader, programmeId), id, reader.today)?.postId ?? null;
  const post = postId === null ? undefined : (await findPosts(reader, [postId])).get(postId);
  if (postId === null || post === undefined) return refuse({ kind: 'nobody-oversees', no, name });
  const holder = (await listHoldersOn(reader, [postId], reader.today)).get(postId)?.personName;
  return accept({ askedOf: holder === undefined ? post.title : `${post.title} ${holder}`, askedPostId: postId });
}

/** The lists whose titles a screen names. */
export async function titlesOfLists(reader: Reader): Promise<ReadonlyMap<string, string>> {
  return new Map((await listProgrammes(reader)).map(({ id, title }) => [id, title]));
}
