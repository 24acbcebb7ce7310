import type { CivilDate } from '#/kernel/civil-date.ts';
import { add, type Reader, type Writer } from '#/platform/db.ts';
import {
  DEFAULT_ENTRY_END,
  DEFAULT_STEPS,
  DEFAULT_VERIFICATION,
  type EntryEndSetting,
  type ReviewSteps,
  type SettingVersion,
  type VerificationSetting,
} from '../rules/settings.ts';

/** Every version of every setting of the stage, newest first. */
export async function listSettingHistory({ client, district }: Reader): Promise<readonly SettingVersion[]> {
  const found = await client.query<SettingVersion>({
    name: 'delivery-settings',
    text: `select name, subject, setting_version as version, value, reason, set_by as "setBy", set_on as "setOn"
             from delivery.setting where district = $1 order by set_on desc, name, subject, setting_version desc`,
    values: [district],
  });
  return found.rows;
}

async function newest<Value>(
  { client, district }: Reader,
  name: string,
  subject: string,
): Promise<{ version: number; value: Value } | undefined> {
  const found = await client.query<{ version: number; value: Value }>({
    name: 'delivery-setting',
    text: `select setting_version as version, value from delivery.setting
            where district = $1 and name = $2 and subject = $3 order by setting_version desc limit 1`,
    values: [district, name, subject],
  });
  return found.rows[0];
}

export async function getVerificationSetting(reader: Reader): Promise<VerificationSetting> {
  return (await newest<VerificationSetting>(reader, 'verification', ''))?.value ?? DEFAULT_VERIFICATION;
}

export async function getEntryEnd(reader: Reader): Promise<EntryEndSetting> {
  return (await newest<EntryEndSetting>(reader, 'entry-end', ''))?.value ?? DEFAULT_ENTRY_END;
}

export async function getReviewSteps(reader: Reader, unitId: string | null): Promise<ReviewSteps> {
  if (unitId === null) return DEFAULT_STEPS;
  return (await newest<{ steps: ReviewSteps }>(reader, 'review-steps', unitId))?.value.steps ?? DEFAULT_STEPS;
}

type NewSetting = Pick<SettingVersion, 'name' | 'subject' | 'value' | 'reason'> & { readonly setBy: string; readonly setOn: CivilDate };

/** Two who set the same thing at once wait for each other, so that each version has its number. */
export async function addSetting(writer: Writer, { name, subject, value, reason, setBy, setOn }: NewSetting): Promise<number> {
  await writer.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `delivery.setting ${writer.district} ${name} ${subject}`,
  ]);
  const version = ((await newest(writer, name, subject))?.version ?? 0) + 1;
  await add(writer, 'delivery.setting', { name, subject, setting_version: version, value, reason, set_by: setBy, set_on: setOn });
  return version;
}
