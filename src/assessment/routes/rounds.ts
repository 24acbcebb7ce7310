import { z } from 'zod';
import { getDistrict } from '#/organisation/door.ts';
import { demoKind } from '#/organisation/rules/district.ts';
import { demoWords } from '#/organisation/words/demo.ts';
import type { ActingReader } from '#/platform/db.ts';
import { writeOfficialLetter } from '#/platform/documents/official-letter/write.ts';
import { read } from '#/platform/module.ts';
import { getProgrammeOf, type StoredProgramme } from '#/programme/door.ts';
import { countQuarter } from '../content/round.ts';
import { roundLetter } from '../documents/round-letter.ts';
import { scoresXlsx } from '../documents/scores-xlsx.ts';
import { correctedScores } from '../rules/corrected.ts';
import type { Quarter } from '../rules/quarter.ts';
import { type Appeal, type Round, type RoundContent, silentUnits } from '../rules/round.ts';
import type { UnitScore } from '../rules/unit-score.ts';
import { listEntries } from '../store/entries.ts';
import { loadFileNames } from '../store/files.ts';
import { findRound, listAppeals, listConfirmations, listRounds } from '../store/rounds.ts';
import { roundFileName, scoresFileName } from '../words/file-names.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const List = z.object({
  year: z.coerce.number().int().min(2000).max(2100),
  kind: z.enum(['ten-things', 'special-action', 'superior-project']).default('ten-things'),
});
const OfQuarter = List.extend({
  quarter: z.coerce
    .number()
    .int()
    .min(1)
    .max(4)
    .transform((it) => it as Quarter['quarter']),
});
type OfQuarter = z.output<typeof OfQuarter>;

/** The office and leaders read all; a unit reads its own line until the quarter is published. */
function seesAll({ actor }: ActingReader): boolean {
  return actor.roles.some((it) => it === 'setup' || it === 'office' || it === 'leader');
}

type Shown = {
  readonly list: StoredProgramme;
  readonly round: Round | null;
  readonly content: RoundContent;
  readonly scores: readonly UnitScore[];
  readonly appeals: readonly Appeal[];
};

async function loadShown(reader: ActingReader, { year, kind, quarter }: OfQuarter): Promise<Shown> {
  const list = await getProgrammeOf(reader, { year, kind });
  const round = await findRound(reader, { programmeId: list.id, year, quarter });
  const appeals = round === null ? [] : await listAppeals(reader, round.id);
  const content = round?.content ?? (await countQuarter(reader, list, { year, quarter }));
  return { list, round, content, appeals, scores: round?.published?.scores ?? correctedScores(content, appeals) };
}

export const roundReads = [
  read({
    path: '/assessment/quarter',
    permission: 'assessment.read',
    query: OfQuarter,
    summary: '季考评: the scores of a quarter, opened down to the facts; before it went out as of today, for a unit its own',
    async run(reader, query) {
      const { list, round, content, scores, appeals } = await loadShown(reader, query);
      const all = seesAll(reader);
      const isOpen = all || (round?.published !== undefined && round?.published !== null);
      const own = reader.actor.unitId;
      const confirmations = round === null ? [] : await listConfirmations(reader, round.id);
      const isMine = (unitId: string) => all || unitId === own;
      const shown = round === null && !all ? [] : isOpen ? scores : scores.filter(({ unitId }) => unitId === own);
      const entries = (await listEntries(reader, { programmeId: list.id, year: query.year, quarter: query.quarter })).filter(({ unitId }) =>
        isMine(unitId),
      );
      const ownAppeals = appeals.filter(({ unitId }) => isMine(unitId));
      return {
        round: round && headOf(round),
        isFrozenList: list.state === 'frozen',
        asOf: content.facts.asOf,
        sheet: content.sheet,
        sheetVersion: content.sheetVersion,
        // Under published ranks the facts of other units stay theirs.
        scores: shown.map((it) => (isMine(it.unitId) ? it : { ...it, lines: it.lines.map((line) => ({ ...line, parts: [] })) })),
        unitCount: scores.length,
        facts: all ? content.facts : null,
        appeals: ownAppeals,
        confirmations: confirmations.filter(({ unitId }) => isMine(unitId)),
        silent: round === null ? [] : silentUnits(round, confirmations, appeals).filter(isMine),
        entries,
        fileNames: await loadFileNames(
          reader,
          [...ownAppeals, ...entries].flatMap(({ evidence }) => evidence),
        ),
        rounds: await listRounds(reader, list.id),
        ownUnitId: own,
      };
    },
  }),
  read({
    path: '/assessment/quarter.docx',
    permission: 'assessment.read-all',
    query: OfQuarter,
    summary: '季考评结果的文件: the ranking as a letter; a draft says that it is one',
    async run(reader, query) {
      const { list, round, content, scores, appeals } = await loadShown(reader, query);
      const district = await getDistrict(reader);
      const letter = roundLetter({
        quarter: query,
        list: list.title,
        issuer: district.officeName,
        sheet: content.sheet,
        isDefaultSheet: content.sheetVersion === 0,
        scores,
        appeals: { filed: appeals.length, upheld: appeals.filter(({ state }) => state === 'upheld').length },
        publishedOn: round?.published?.on ?? null,
        today: reader.today,
        band: district.demoToday === null ? null : demoWords['zh-CN'][demoKind(district.district)],
      });
      const fileName = roundFileName(district.name, query, Boolean(round?.published));
      return { bytes: await writeOfficialLetter(letter), fileName, mediaType: DOCX };
    },
  }),
  read({
    path: '/assessment/quarter.xlsx',
    permission: 'assessment.read-all',
    query: OfQuarter,
    summary: '得分表: the ranking and every fact under it',
    async run(reader, query) {
      const { content, scores } = await loadShown(reader, query);
      const { name } = await getDistrict(reader);
      const fileName = scoresFileName(name, query);
      return { bytes: await scoresXlsx(content.sheet, scores), fileName, mediaType: XLSX };
    },
  }),
];

function headOf({ content: _, published, ...rest }: Round) {
  return { ...rest, published: published === null ? null : { digest: published.digest, by: published.by, on: published.on } };
}
