import { Gauge } from 'prom-client';
import { readLastBackup } from '../backup/last.ts';
import type { World } from '../transaction.ts';
import type { Metrics } from './metrics.ts';

/** Figures that are read when somebody asks: connections, length of the journals, the last backup, the version. */
export function addGauges({ registry }: Metrics, { pool, filesFolder }: World, version: string): void {
  if (registry.getSingleMetric('luoshi_build_info') !== undefined) return;
  const gauge = (name: string, help: string, read: (it: Gauge) => Promise<void> | void) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        await read(this);
      },
    });
  new Gauge({
    name: 'luoshi_database_connections',
    help: 'Connections of this process to the database; waiting are requests that have none.',
    labelNames: ['state'] as const,
    registers: [registry],
    collect() {
      this.set({ state: 'open' }, pool.totalCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
  gauge('luoshi_journal_entries', 'Entries in the journals of all districts together.', async (it) => {
    const found = await pool.query<{ entries: number }>('select coalesce(sum(seq), 0)::bigint as entries from platform.journal_head');
    it.set(Number(found.rows[0]!.entries));
  });
  const last = () => readLastBackup(filesFolder);
  gauge('luoshi_backup_last_ok', '1 when the last backup is whole, 0 when it failed or there is none.', (it) =>
    it.set(last() !== null && last()!.fault === null ? 1 : 0),
  );
  gauge('luoshi_backup_last_success_timestamp_seconds', 'Moment of the last whole backup; 0 without one.', (it) =>
    it.set(Date.parse(last()?.lastSuccessAt ?? '1970-01-01T00:00:00Z') / 1000),
  );
  gauge('luoshi_backup_last_age_seconds', 'Time since the last whole backup; NaN without one.', (it) => {
    const at = last()?.lastSuccessAt;
    it.set(at ? (Date.now() - Date.parse(at)) / 1000 : Number.NaN);
  });
  gauge('luoshi_backup_last_bytes', 'Packed tables and stored files of the last whole backup.', (it) =>
    it.set((last()?.bytes ?? 0) + (last()?.fileBytes ?? 0)),
  );
  new Gauge({ name: 'luoshi_build_info', help: 'The version that runs.', labelNames: ['version'] as const, registers: [registry] }).set(
    { version },
    1,
  );
}
