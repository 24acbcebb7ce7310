import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { read } from '#/platform/module.ts';
import { neededDecryptions } from '../rules/box-archive.ts';
import { electronicPart } from '../rules/box-questions.ts';
import { archiveOfBox } from '../store/archives.ts';
import { getRoundPlace, listRoundLines } from '../store/box-place.ts';
import { getBox, listTrustees } from '../store/boxes.ts';
import { countPapers } from '../store/sealed-papers.ts';

const WhichBox = z.object({ boxId: z.uuid() });

export const boxReads = [
  read({
    path: '/ballot/box-rounds',
    permission: 'ballot.read-box',
    query: z.object({}),
    summary: '票箱: every round that may vote electronically, with its box',
    run: (reader) => listRoundLines(reader),
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
      return { bytes: await archiveOfBox(reader, boxId), mediaType: 'application/x-tar', fileName: `${box.electionUuid}.bel` };
    },
  }),
];
