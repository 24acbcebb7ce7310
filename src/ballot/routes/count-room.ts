import { read } from '#/platform/module.ts';
import type { ActingReader } from '#/platform/transaction.ts';
import { differencesOf } from '../rules/figures.ts';
import { resultOf } from '../rules/result.ts';
import type { Round } from '../rules/round.ts';
import { bundleView, type CountRoom, type RoundView } from '../rules/views.ts';
import { listBundles, listEntries } from '../store/bundles.ts';
import { listNotices } from '../store/notices.ts';
import { listIssues } from '../store/rounds.ts';
import { getSession } from '../store/sessions.ts';
import { sessionFacts } from './session-facts.ts';
import { OfSession } from './sessions.ts';

async function roundView(reader: ActingReader, round: Round): Promise<Omit<RoundView, 'steps'>> {
  const entries = await listEntries(reader, round.id);
  const bundles = await listBundles(reader, round.id);
  const { accountId } = reader.actor;
  const viewed = bundles.map((it) =>
    bundleView(
      it,
      entries.filter((one) => one.bundleId === it.id),
      accountId,
      differencesOf,
    ),
  );
  return { round, issues: await listIssues(reader, round.id), bundles: viewed };
}

async function countRoom(reader: ActingReader, sessionId: string): Promise<CountRoom> {
  const { candidates, rounds, steps, ...facts } = await sessionFacts(reader, sessionId);
  const views: RoundView[] = [];
  for (const round of rounds) views.push({ ...(await roundView(reader, round)), steps: steps.filter((it) => it.roundId === round.id) });
  return {
    ...facts,
    rounds: views,
    names: Object.fromEntries(candidates.map((it) => [it.id, it.name])),
    result: resultOf(rounds, facts.session.sheet.rule.seats),
  };
}

export const countRoomReads = [
  read({
    path: '/ballot/count-room',
    permission: 'ballot.count-room',
    query: OfSession,
    summary: '计票室: votes, steps, bundles and the result of a session; no figures of a bundle before both persons keyed it',
    run: (reader, { sessionId }) => countRoom(reader, sessionId),
  }),
  read({
    path: '/ballot/notices',
    permission: 'ballot.read',
    query: OfSession,
    summary: '公告: what was announced of a session, corrections last',
    async run(reader, { sessionId }) {
      await getSession(reader, sessionId);
      return listNotices(reader, sessionId);
    },
  }),
];
