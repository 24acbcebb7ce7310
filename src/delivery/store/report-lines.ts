import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Reader } from '#/platform/db.ts';
import type { ReportSource, ReportState } from '../rules/report.ts';

/** 报送行: who reported on which promise, as of which day and when; no figure. */
export type ReportLine = {
  readonly id: string;
  readonly promiseId: string;
  readonly unitId: string | null;
  readonly asOf: CivilDate;
  readonly submittedAt: string;
  readonly submittedBy: string;
  readonly state: ReportState;
  readonly onBehalf: boolean;
  readonly unchanged: boolean;
  readonly source: ReportSource | null;
  readonly supersedes: string | null;
};

type Within = { readonly programmeId: string; readonly from: CivilDate; readonly to: CivilDate };

/** Every report of a list with an as-of day within these days, in the order they came in, corrected and sent-back ones too. */
export async function listReportLines({ client, district }: Reader, { programmeId, from, to }: Within): Promise<readonly ReportLine[]> {
  const found = await client.query<ReportLine>({
    name: 'delivery-report-lines',
    text: `select id, promise_id as "promiseId", unit_id as "unitId", as_of as "asOf", submitted_at as "submittedAt", submitted_by as "submittedBy",
                  state, on_behalf as "onBehalf", coalesce(unchanged, false) as unchanged, source, supersedes
             from delivery.report where district = $1 and programme_id = $2 and as_of between $3 and $4
            order by submitted_at, id`,
    values: [district, programmeId, from, to],
  });
  return found.rows;
}
