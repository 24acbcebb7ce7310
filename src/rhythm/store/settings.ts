import { add, type Reader, type Writer } from '#/platform/db.ts';
import { DEFAULT_RHYTHM, RhythmSettings } from '../rules/settings.ts';

/** 碰头设置的一版, with who set it and why. */
export type RhythmVersion = {
  readonly version: number;
  readonly value: RhythmSettings;
  readonly reason: string;
  readonly setBy: string;
  readonly setOn: string;
};

/** Every version, the newest first. */
export async function listSettings({ client, district }: Reader): Promise<readonly RhythmVersion[]> {
  const found = await client.query<RhythmVersion>({
    name: 'rhythm-settings',
    text: `select setting_version as version, value, reason, set_by as "setBy", set_on as "setOn" from rhythm.setting
            where district = $1 order by setting_version desc`,
    values: [district],
  });
  return found.rows;
}

export async function getRhythmSettings(reader: Reader): Promise<RhythmSettings> {
  const [newest] = await listSettings(reader);
  return newest === undefined ? DEFAULT_RHYTHM : RhythmSettings.parse(newest.value);
}

/** Two who set it at once wait for each other, so that each version has its number. */
export async function addSettings(writer: Writer, value: RhythmSettings, reason: string): Promise<number> {
  await writer.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`rhythm.setting ${writer.district}`]);
  const version = ((await listSettings(writer))[0]?.version ?? 0) + 1;
  await add(writer, 'rhythm.setting', { setting_version: version, value, reason, set_by: writer.actor.name, set_on: writer.today });
  return version;
}
