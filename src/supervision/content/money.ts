import { listProjectRows } from '#/programme/door.ts';
import { moneyOf } from '../rules/money.ts';
import { listPaid, listSetAside } from '../store/money.ts';
import type { PartSource } from '../store/parts.ts';
import { moneyPart } from '../words/money.ts';

/** 资金安排和支付 of a list, where its tasks keep funds or its records keep payments; else nothing is printed. */
export const moneySource: PartSource = {
  name: 'money',
  async load(reader, { programmeId, from, to }) {
    const projects = await listProjectRows(reader, programmeId);
    return moneyPart(moneyOf(projects, await listSetAside(reader, programmeId), await listPaid(reader, { programmeId, from, to })));
  },
};
