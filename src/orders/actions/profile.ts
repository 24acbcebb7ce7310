import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { OrderProfile, type ProfileRefusal, repeatedCode } from '../rules/profile.ts';
import { addProfile, getProfile, holdProfiles } from '../store/profile.ts';

/** 设定督办规则: for orders issued from now on; those before keep the rules they were issued under. */
export const setProfile = command({
  name: 'orders.set-profile',
  version: 1,
  input: z.object({ profile: OrderProfile, reason: z.string().trim().min(2).max(200) }),
  permission: 'orders.set-profile',
  subject: () => 'profile',
  async run(writer, { profile, reason }): Promise<Result<{ readonly version: number }, ProfileRefusal>> {
    const repeated = repeatedCode(profile);
    if (repeated !== null) return refuse({ kind: 'kind-twice', name: repeated });
    await holdProfiles(writer);
    const version = (await getProfile(writer)).version + 1;
    await addProfile(writer, { version, profile, reason });
    return accept({ version });
  },
});
