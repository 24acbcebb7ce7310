import type { CivilDate } from '#/kernel/civil-date.ts';
import { add, type Reader, type Writer } from '#/platform/db.ts';
import { DEFAULT_PROFILE, OrderProfile } from '../rules/profile.ts';

/** 一次设定: the rules a district set, by whom and why. */
export type ProfileSetting = {
  readonly version: number;
  readonly profile: OrderProfile;
  readonly reason: string;
  readonly setBy: string;
  readonly setOn: CivilDate;
};

/** Every set of rules of the district, oldest first. */
export async function listProfiles({ client, district }: Reader): Promise<readonly ProfileSetting[]> {
  const found = await client.query<Omit<ProfileSetting, 'profile'> & { readonly content: unknown }>({
    name: 'orders-profiles',
    text: `select setting_version as version, content, reason, set_by as "setBy", set_on as "setOn"
             from orders.profile_setting where district = $1 order by setting_version`,
    values: [district],
  });
  return found.rows.map(({ content, ...it }) => ({ ...it, profile: OrderProfile.parse(content) }));
}

export type KnownProfile = Pick<ProfileSetting, 'version' | 'profile'>;

const BUILT_IN: KnownProfile = { version: 0, profile: DEFAULT_PROFILE };

/** The rules that hold now. */
export async function getProfile(reader: Reader): Promise<KnownProfile> {
  return (await listProfiles(reader)).at(-1) ?? BUILT_IN;
}

/** Every set of rules by its number, with the one that comes with the system. */
export async function loadProfiles(reader: Reader): Promise<ReadonlyMap<number, OrderProfile>> {
  return new Map([BUILT_IN, ...(await listProfiles(reader))].map((it) => [it.version, it.profile]));
}

/** Two who set the rules at once are heard one after the other. */
export async function holdProfiles({ client, district }: Writer): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`orders.profile ${district}`]);
}

export async function addProfile(writer: Writer, it: Pick<ProfileSetting, 'version' | 'profile' | 'reason'>): Promise<void> {
  const set = { set_by: writer.actor.name, set_on: writer.today };
  await add(writer, 'orders.profile_setting', { setting_version: it.version, content: it.profile, reason: it.reason, ...set });
}
