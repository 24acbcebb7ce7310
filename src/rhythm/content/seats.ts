import type { Board } from '#/delivery/rules/standing.ts';
import { listHoldersOn, listPosts } from '#/organisation/door.ts';
import type { Reader } from '#/platform/db.ts';
import { listOverseeing } from '#/programme/door.ts';
import { overseerOn } from '#/programme/rules/overseeing.ts';
import { type Agenda, projectsOf } from '../rules/agenda.ts';
import type { Attendance, Meeting } from '../rules/meeting.ts';
import { CHAIR } from '../words/papers.ts';

type Spoken = { readonly agenda: Agenda; readonly board: Board };

/** 参会席位: the chair, the leaders who oversee what is on the agenda, and the units that lead it, each by its head. */
export async function expectedSeats(reader: Reader, meeting: Meeting, { agenda, board }: Spoken): Promise<readonly Attendance[]> {
  const projects = projectsOf(agenda, board);
  const history = await listOverseeing(reader, meeting.programmeId);
  const leaders = new Set(projects.flatMap(({ project }) => overseerOn(history, project.id, reader.today)?.postId ?? []));
  if (meeting.chairPostId !== null) leaders.delete(meeting.chairPostId);
  const posts = await listPosts(reader);
  const units = new Map([
    ...projects.flatMap(({ project, leadUnit }) => (project.leadUnitId === null ? [] : [[project.leadUnitId, leadUnit ?? ''] as const])),
    ...agenda.items.flatMap(({ unitId, unit }) => (unitId === null ? [] : [[unitId, unit ?? ''] as const])),
  ]);
  const heads = new Map([...units.keys()].map((id) => [id, posts.find((it) => it.unitId === id && it.isActive && it.kind === 'head')]));
  const asked = [...leaders, ...[...heads.values()].flatMap((it) => it?.id ?? [])];
  const holders = await listHoldersOn(reader, asked, reader.today);
  const seat = { state: 'expected', note: '' } as const;
  const nameOf = (postId: string | undefined) => holders.get(postId ?? '')?.personName ?? '';
  const chair = { ...seat, unitId: null, postId: meeting.chairPostId, title: CHAIR, name: meeting.chairName };
  // A chair named by hand is a leader as well as not: he is asked for once.
  const others = [...leaders].filter((postId) => meeting.chairPostId !== null || nameOf(postId) !== meeting.chairName);
  const rows = [
    chair,
    ...others.map((postId) => {
      const title = posts.find(({ id }) => id === postId)?.title ?? '';
      return { ...seat, unitId: null, postId, title, name: nameOf(postId) };
    }),
    ...[...units].map(([unitId, title]) => {
      const postId = heads.get(unitId)?.id ?? null;
      return { ...seat, unitId, postId, title, name: nameOf(postId ?? undefined) };
    }),
  ];
  return rows.map((it, i) => ({ ...it, place: i + 1 }));
}
