import { randomUUID } from 'node:crypto';
import type { District } from '../district.ts';
import { medianTime } from '../numbers.ts';
import type { Row } from '../table.ts';

const WANTED_MS = 200;
const TIMES = 9;
const BLOCKERS = 100;

/** 调度会议程 of a list of 100 promises with a hundred blockers that came up to it: computed at each opening, from the request to the last byte. */
export async function measureAgenda({ office, programmeId }: District): Promise<Row> {
  const { projects } = (await (await office.get('/rhythm/blockers')).json()) as { projects: readonly { id: string }[] };
  for (let i = 0; i < BLOCKERS; i++) {
    const projectId = projects[i % projects.length]!.id;
    const blockerId = randomUUID();
    await office.run('rhythm.raise-blocker', { id: blockerId, projectId, title: `堵点${i + 1}`, asked: '请协调' });
    await office.run('rhythm.move-blocker', { blockerId, to: 'meeting', reason: '上会研究' });
  }
  const meetingId = randomUUID();
  const { today } = (await (await office.get('/rhythm/meetings')).json()) as { today: string };
  await office.run('rhythm.plan-meeting', { id: meetingId, programmeId, plannedOn: today, place: '会议室', chairName: '主持人' });
  let items = 0;
  const ms = await medianTime(TIMES, async () => {
    const answer = await office.get(`/rhythm/agenda?meetingId=${meetingId}`);
    if (!answer.ok) throw new Error(`agenda: ${answer.status} ${await answer.text()}`);
    items = ((await answer.json()) as { items: readonly unknown[] }).items.length;
  });
  const name = `调度会议程 agenda, 100 promises, ${BLOCKERS} blockers (${items} items)`;
  return { name, measured: `${ms.toFixed(0)} ms`, wanted: `≤ ${WANTED_MS} ms`, isMet: ms <= WANTED_MS };
}
