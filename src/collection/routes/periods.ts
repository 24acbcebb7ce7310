import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { type Download, read } from '#/platform/module.ts';
import { formFile } from '../content/forms.ts';
import { checkMine } from '../content/mine.ts';
import { formsSeenBy, periodOfList, ratesFor } from '../content/periods.ts';
import { checksOf, loadBatch } from '../content/staged.ts';
import { zipFiles } from '../documents/zip-files.ts';
import { isOffice } from '../rules/batch.ts';
import { currentPeriodId, periodId, periodIdsBetween } from '../rules/calendar.ts';
import { getBatch, listBatches } from '../store/batches.ts';
import { getCalendar, listCalendars, listPeriodVersions } from '../store/calendar.ts';
import { listTakenNotes } from '../store/reports.ts';
import { formFileName } from '../words/form.ts';

const OfPeriod = z.object({
  year: z.coerce.number().int().min(2000).max(2100),
  kind: z.enum(['ten-things', 'special-action', 'superior-project']).default('ten-things'),
  period: periodId.optional(),
});
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const calendarReads = [
  read({
    path: '/collection/calendar',
    permission: 'collection.read',
    query: OfPeriod.omit({ period: true }),
    summary: '报送日历: the rhythm in force, every version of it, and the periods of a list',
    async run(reader, query) {
      const { list } = await periodOfList(reader, query);
      const calendar = await getCalendar(reader);
      const current = currentPeriodId(reader.today, calendar.rhythm);
      return { calendar, history: await listCalendars(reader), periods: periodIdsBetween(list, calendar.rhythm), current };
    },
  }),
];

const periodReads = [
  read({
    path: '/collection/period',
    permission: 'collection.read',
    query: OfPeriod,
    summary: '报送期: its days, what each unit is asked for, who reported and who did not, and the batches',
    async run(reader, query) {
      const of = await periodOfList(reader, query);
      const forms = formsSeenBy(reader, of.forms);
      const unitId = isOffice(reader.actor) || reader.actor.roles.includes('leader') ? null : (reader.actor.unitId ?? NOBODY);
      const mine = { programmeId: of.list.id, period: of.period.id, unitId };
      return {
        programmeId: of.list.id,
        period: of.period,
        versions: await listPeriodVersions(reader, of.period.id),
        forms,
        unled: isOffice(reader.actor) ? of.unled : [],
        rates: await ratesFor(reader, { ...of, forms }),
        batches: await listBatches(reader, mine),
        taken: (await listTakenNotes(reader, of.list.id, of.period.id)).filter((it) =>
          forms.some((form) => form.rows.some((row) => row.promiseId === it.promiseId)),
        ),
      };
    },
  }),
  read({
    path: '/collection/form.xlsx',
    permission: 'collection.read',
    query: OfPeriod.extend({ unitId: z.uuid() }),
    summary: '报送表: the form of one unit for a period',
    async run(reader, { unitId, ...query }): Promise<Download> {
      const { forms } = await periodOfList(reader, query);
      const form = formsSeenBy(reader, forms).find((it) => it.unitId === unitId);
      if (form === undefined) throw new Problem(404, 'unknown-form', { unitId });
      return { bytes: await formFile(reader, form), mediaType: XLSX, fileName: formFileName(form) };
    },
  }),
  read({
    path: '/collection/forms.zip',
    permission: 'collection.read',
    query: OfPeriod,
    summary: '全部报送表: the forms of all units in one file',
    async run(reader, query): Promise<Download> {
      const of = await periodOfList(reader, query);
      const forms = formsSeenBy(reader, of.forms);
      if (forms.length === 0) throw new Problem(404, 'unknown-form');
      const files: [string, Buffer][] = [];
      for (const form of forms) files.push([formFileName(form), await formFile(reader, form)]);
      const fileName = `${forms[0]!.periodName}.zip`;
      return { bytes: await zipFiles(files, reader.today), mediaType: 'application/zip', fileName };
    },
  }),
];

/** Whoever has no unit sees no batch. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const batchReads = [
  read({
    path: '/collection/batch',
    permission: 'collection.read',
    query: z.object({ batchId: z.uuid() }),
    summary: '合并表: a batch as it would become reports, with what the checks find in each row',
    async run(reader, { batchId }) {
      const batch = await getBatch(reader, batchId);
      if (!reader.actor.roles.includes('leader')) checkMine(batch, reader.actor);
      const loaded = await loadBatch(reader, batch);
      const files = loaded.files.map(({ reading, ...it }) => ({ ...it, signs: reading?.signs ?? null }));
      const checks = batch.state === 'open' ? await checksOf(reader, loaded, batch.unitId === null) : {};
      return { batch, period: loaded.period, files, staged: loaded.staged, checks };
    },
  }),
];

export const periodAndBatchReads = [...calendarReads, ...periodReads, ...batchReads];
