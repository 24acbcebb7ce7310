import { createHmac } from 'node:crypto';
import pg from 'pg';
import { anonymousRoleOf, loginOf } from '../migrate.ts';
import type { Embedded } from './embedded.ts';

/** Makes the role for commands without a person where a cluster of an earlier version lacks it; its password follows from the application's. */
export async function ensureAnonymousRole({ adminUrl, appUrl }: Pick<Embedded, 'adminUrl' | 'appUrl'>): Promise<string> {
  const app = loginOf(appUrl);
  const role = anonymousRoleOf(app);
  const given = /^postgresql:\/\/[^:]*:([^@]*)@/.exec(appUrl)![1]!;
  const password = createHmac('sha256', given).update(role).digest('base64url');
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const found = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
    if (found.rowCount === 0) await admin.query(`create role ${role} login password '${password}'`);
    await admin.query(`grant connect on database luoshi to ${role}`);
  } finally {
    await admin.end();
  }
  return appUrl.replace(`//${app}:${given}@`, `//${role}:${password}@`);
}
