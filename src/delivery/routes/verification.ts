import { listUnits } from '#/organisation/door.ts';
import { read } from '#/platform/module.ts';
import { loadProgramme } from '#/programme/door.ts';
import { firstDayOf, lastDayOf } from '../rules/period.ts';
import { loadBoard } from '../store/board.ts';
import { listAdoptedWithin } from '../store/reports.ts';
import { getVerificationSetting } from '../store/settings.ts';
import { listSamples, listVerdicts } from '../store/verdicts.ts';
import { listOf, OfPeriod, periodAsked } from './of-year.ts';

export const verificationReads = [
  read({
    path: '/delivery/verification',
    permission: 'delivery.verify',
    query: OfPeriod,
    summary: '核查: the adopted reports of a month with their verdicts, the samples drawn, and how much of each figure is verified',
    async run(reader, { period: asked, ...query }) {
      const stored = await listOf(reader, query);
      const period = periodAsked(reader, asked);
      const { projects, promises } = await loadProgramme(reader, stored);
      const { board } = await loadBoard(reader, stored, reader.today);
      const reports = await listAdoptedWithin(reader, { programmeId: stored.id, from: firstDayOf(period), to: lastDayOf(period) });
      const names = Object.fromEntries((await listUnits(reader)).map(({ id, name }) => [id, name]));
      return {
        programmeId: stored.id,
        period,
        setting: await getVerificationSetting(reader),
        projects,
        promises,
        reports,
        unitNames: names,
        verdicts: await listVerdicts(reader, stored.id),
        samples: await listSamples(reader, stored.id, period),
        shares: board.projects
          .flatMap((it) => it.promises)
          .map(({ promise, verified, verifiedShare, mismatch }) => ({ promiseId: promise.id, verified, verifiedShare, mismatch })),
      };
    },
  }),
];
