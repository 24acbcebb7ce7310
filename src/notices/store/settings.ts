import { add, type Reader, type Writer } from '#/platform/db.ts';
import { DEFAULT_SETTINGS, type NoticeSettings, type SettingVersion } from '../rules/settings.ts';

type Row = {
  readonly version: number;
  readonly value: NoticeSettings;
  readonly reason: string;
  readonly setBy: string;
  readonly setOn: string;
};

/** Every version, newest first. */
export async function listSettings({ client, district }: Reader): Promise<readonly SettingVersion[]> {
  const found = await client.query<Row>({
    name: 'notices-settings',
    text: `select setting_version as version, value, reason, set_by as "setBy", set_on as "setOn"
             from notices.setting where district = $1 order by setting_version desc`,
    values: [district],
  });
  return found.rows.map(({ value, ...rest }) => ({ ...rest, ...value }));
}

export async function getSettings(reader: Reader): Promise<NoticeSettings> {
  return (await listSettings(reader))[0] ?? DEFAULT_SETTINGS;
}

/** Two who set it at once wait for each other, so that each version has its number. */
export async function addSettings(writer: Writer, value: NoticeSettings, reason: string): Promise<number> {
  await writer.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`notices.setting ${writer.district}`]);
  const version = ((await listSettings(writer))[0]?.version ?? 0) + 1;
  await add(writer, 'notices.setting', { setting_version: version, value, reason, set_by: writer.actor.name, set_on: writer.today });
  return version;
}
