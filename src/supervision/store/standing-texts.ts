import { add, type Reader, type Writer } from '#/platform/db.ts';
import type { StandingText } from '../rules/standing-text.ts';

/** Every wording that the district has set, newest first. */
export async function listStandingTexts({ client, district }: Reader): Promise<readonly StandingText[]> {
  const found = await client.query<StandingText>({
    name: 'supervision-standing-texts',
    text: `select block, setting_version as version, body as text, reason, set_by as "setBy", set_on as "setOn"
             from supervision.standing_text where district = $1 order by set_on desc, setting_version desc, block`,
    values: [district],
  });
  return found.rows;
}

export async function addStandingText(writer: Writer, it: Omit<StandingText, 'setBy' | 'setOn'>): Promise<void> {
  const { block, version, text, reason } = it;
  const set = { set_by: writer.actor.name, set_on: writer.today };
  await add(writer, 'supervision.standing_text', { block, setting_version: version, body: text, reason, ...set });
}

/** Two who word the same block at once are heard one after the other. */
export async function holdStandingTexts({ client, district }: Writer): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`supervision.standing-text ${district}`]);
}
