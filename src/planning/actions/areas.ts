import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Reader } from '#/platform/db.ts';
import { readDocument } from '#/platform/documents/read.ts';
import { openFile } from '#/platform/files.ts';
import { type Area, type AreaRefusal, ChangeArea, RemoveArea, removable, SetUpArea, settleArea } from '../rules/area.ts';
import { AREA_HEADS, type AreaPlan, type AreaRemark, planAreas } from '../rules/area-import.ts';
import { readOurSheet, type SheetRefusal } from '../rules/sheet.ts';
import { getArea, holdPlaces, listAreas, removeArea as removeRow, saveArea } from '../store/areas.ts';
import { countSitesIn } from '../store/sites.ts';

const permission = 'planning.manage-areas';
type Kept = Result<{ readonly id: string }, AreaRefusal>;

export const setUpArea = command({
  name: 'planning.set-up-area',
  version: 1,
  input: SetUpArea,
  permission,
  subject: (input) => input.name,
  async run(writer, input): Promise<Kept> {
    await holdPlaces(writer);
    const settled = settleArea(await listAreas(writer), writer.district, { id: newId(), version: 1 }, input);
    if (!settled.ok) return settled;
    await saveArea(writer, settled.value);
    return accept({ id: settled.value.id });
  },
});

export const changeArea = command({
  name: 'planning.change-area',
  version: 1,
  input: ChangeArea,
  permission,
  subject: (input) => input.areaId,
  async run(writer, { areaId, ...input }): Promise<Kept> {
    await holdPlaces(writer);
    const areas = await listAreas(writer);
    const { version } = getArea(areas, areaId);
    checkBase(writer, `area:${areaId}`, version);
    const settled = settleArea(areas, writer.district, { id: areaId, version }, input);
    if (!settled.ok) return settled;
    await saveArea(writer, settled.value);
    return accept({ id: areaId });
  },
});

export const removeArea = command({
  name: 'planning.remove-area',
  version: 1,
  input: RemoveArea,
  permission,
  subject: (input) => input.areaId,
  async run(writer, { areaId }): Promise<Kept> {
    await holdPlaces(writer);
    const areas = await listAreas(writer);
    const refused = removable(areas, getArea(areas, areaId), await countSitesIn(writer, areaId));
    if (refused !== null) return refuse(refused);
    await removeRow(writer, areaId);
    return accept({ id: areaId });
  },
});

export const AreaFile = z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/) });
type Summary = { readonly added: number; readonly changed: number; readonly same: number };
export type AreaReport = { readonly rows: number; readonly remarks: readonly AreaRemark[]; readonly summary: Summary };
type Worked = { readonly report: AreaReport; readonly plan: AreaPlan };

/** Works out what a table of areas would do, and says everything that is to be said about its rows, without writing anything. */
export async function workOutAreas(reader: Reader, digest: string): Promise<Result<Worked, SheetRefusal>> {
  const file = await openFile(reader, digest);
  const content = await readDocument(file.bytes, file.name);
  if (!content.ok) return refuse({ kind: 'file-unread', why: content.refusal.kind });
  const rows = readOurSheet(content.value, AREA_HEADS, ['name']);
  if (!rows.ok) return rows;
  const { plan, remarks } = planAreas(rows.value, await listAreas(reader), reader.district, newId);
  const summary = { added: plan.added.length, changed: plan.changed.length, same: plan.same };
  return accept({ report: { rows: rows.value.length, remarks, summary }, plan });
}

/** All rows or none; the same table once more changes nothing. */
export const importAreas = command({
  name: 'planning.import-areas',
  version: 1,
  input: AreaFile,
  permission,
  subject: (input) => input.digest,
  async run(writer, { digest }): Promise<Result<Summary, SheetRefusal>> {
    await holdPlaces(writer);
    const worked = await workOutAreas(writer, digest);
    if (!worked.ok) return worked;
    const { report, plan } = worked.value;
    const count = report.remarks.filter((it) => it.isError).length;
    if (count > 0) return refuse({ kind: 'import-has-errors', count });
    const order: readonly Area[] = [...plan.added, ...plan.changed];
    for (const area of order) await saveArea(writer, area);
    return accept(report.summary);
  },
});
