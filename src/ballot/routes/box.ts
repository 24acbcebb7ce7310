import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { read } from '#/platform/module.ts';
import { boxArchive, neededDecryptions } from '../rules/box-archive.ts';
import { electronicPart } from '../rules/box-questions.ts';
import { getRoundPlace } from '../store/box-place.ts';
import { findBoxOfRound, getBox, listBoxes, listTrustees } from '../store/boxes.ts';
import { countPapers, listPapers } from '../store/sealed-papers.ts';

const WhichBox = z.object({ boxId: z.uuid() });

export const boxReads = [
  read({
    path: '/ballot/boxes',
    permission: 'ballot.read-box',
    query: z.object({}),
    summary: '票箱: every box of the district, newest first',
    run: (reader) => listBoxes(reader),
  }),
  read({
    path: '/ballot/round-box',
    permission: 'ballot.read-box',
    query: z.object({ roundId: z.uuid() }),
    summary: '票箱 of a round, and what a new one would need to know',
    async run(reader, { roundId }) {
      const box = await findBoxOfRound(reader, roundId);
      return { boxId: box?.id ?? null, round: await getRoundPlace(reader, roundId) };
    },
  }),
  read({
    path: '/ballot/box',
    permission: 'ballot.read-box',
    query: WhichBox,
    summary: '票箱: where it stands, its trustees and what they published, and how many ballots it holds',
    async run(reader, { boxId }) {
      const box = await getBox(reader, boxId);
      const ballots = await countPapers(reader, boxId);
      const { credentials: _, ...shown } = box;
      return {
        box: shown,
        trustees: (await listTrustees(reader, boxId)).map((it) => ({
          ...it,
          accountId: null,
          isMine: it.accountId === reader.actor.accountId,
        })),
        ballots: box.state === 'open' ? null : ballots,
        needed: neededDecryptions(box),
        round: await getRoundPlace(reader, box.roundId),
        part: box.result === null ? null : electronicPart(box, ballots),
      };
    },
  }),
  read({
    path: '/ballot/box-archive',
    permission: 'ballot.read-box',
    query: WhichBox,
    summary: '存档: the archive that anybody can check, as far as it goes',
    async run(reader, { boxId }) {
      const box = await getBox(reader, boxId);
      if (box.tally === null) throw new Problem(404, 'box-not-closed', { boxId });
      const papers = (await listPapers(reader, boxId)).map((it) => it.content);
      const bytes = Buffer.from(boxArchive(box, papers, await listTrustees(reader, boxId)));
      return { bytes, mediaType: 'application/x-tar', fileName: `${box.electionUuid}.bel` };
    },
  }),
];
