import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, save, type Writer } from '#/platform/db.ts';
import type { Letter, LetterAnswer } from '../rules/letter.ts';

const COLUMNS = `id, blocker_id as "blockerId", to_kind as "toKind", to_body as "toBody", title, body as text, state, number, sent_on as "sentOn",
  answer_by as "answerBy", drafted_by as "draftedBy", drafted_on as "draftedOn", version`;

/** The letters of one blocker or of all, the newest first. */
export async function listLetters({ client, district }: Reader, blockerId: string | null = null): Promise<readonly Letter[]> {
  const found = await client.query<Letter>({
    name: 'rhythm-letters',
    text: `select ${COLUMNS} from rhythm.letter where district = $1 and ($2::uuid is null or blocker_id = $2) order by drafted_on desc, id`,
    values: [district, blockerId],
  });
  return found.rows;
}

export async function getLetter({ client, district }: Reader, id: string, isHeld = false): Promise<Letter> {
  const found = await client.query<Letter>(
    `select ${COLUMNS} from rhythm.letter where district = $1 and id = $2${isHeld ? ' for update' : ''}`,
    [district, id],
  );
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-letter', { id });
  return found.rows[0];
}

export async function listLetterAnswers({ client, district }: Reader, letterId: string | null = null): Promise<readonly LetterAnswer[]> {
  const found = await client.query<LetterAnswer>({
    name: 'rhythm-letter-answers',
    text: `select letter_id as "letterId", position, answered_on as "answeredOn", result, body as text, source, scan_digest as "scanDigest",
                  scan_name as "scanName", typed_by as "typedBy"
             from rhythm.letter_answer where district = $1 and ($2::uuid is null or letter_id = $2) order by letter_id, position`,
    values: [district, letterId],
  });
  return found.rows;
}

export async function saveLetter(writer: Writer, it: Letter): Promise<void> {
  await save(
    writer,
    'rhythm.letter',
    { id: it.id },
    {
      ...{ blocker_id: it.blockerId, to_kind: it.toKind, to_body: it.toBody, title: it.title, body: it.text, state: it.state },
      ...{ number: it.number, sent_on: it.sentOn, answer_by: it.answerBy, drafted_by: it.draftedBy, drafted_on: it.draftedOn },
    },
  );
}

export async function addLetterAnswer(writer: Writer, it: Omit<LetterAnswer, 'position' | 'typedBy'>): Promise<void> {
  await add(writer, 'rhythm.letter_answer', {
    ...{ letter_id: it.letterId, position: (await listLetterAnswers(writer, it.letterId)).length + 1, answered_on: it.answeredOn },
    ...{ result: it.result, body: it.text, source: it.source, scan_digest: it.scanDigest, scan_name: it.scanName },
    ...{ typed_by: writer.actor.name, typed_at: writer.now },
  });
}
