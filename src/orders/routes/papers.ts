import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { getDistrict } from '#/organisation/door.ts';
import type { ActingReader } from '#/platform/db.ts';
import { type Download, read } from '#/platform/module.ts';
import { makeForm, type PaperForm } from '../documents/form-word.ts';
import { assignForm, type PaperGround, proposalForm, slipForm } from '../documents/papers.ts';
import { makeRegister } from '../documents/register-sheet.ts';
import { DOCX } from '../documents/report-letter.ts';
import { OrderFilter } from '../rules/filter.ts';
import { numberText } from '../rules/order.ts';
import { listAddressees } from '../store/addressees.ts';
import { loadBearers } from '../store/bearers.ts';
import { lastWords } from '../store/events.ts';
import { listRegister } from '../store/facts.ts';
import { getProfile, loadProfiles } from '../store/profile.ts';
import { getProposal } from '../store/proposals.ts';
import { listSlips } from '../store/slips.ts';
import { labels } from '../words/labels.ts';
import { orderSeen, registerQuery } from './orders.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const words = labels['zh-CN'];

async function groundOf(reader: ActingReader, orderId: string): Promise<PaperGround> {
  const { order } = await orderSeen(reader, orderId);
  const [bearer] = await loadBearers(reader, [order]);
  const profile = (await loadProfiles(reader)).get(order.profileVersion)!;
  const { demoToday } = await getDistrict(reader);
  return { order, unitNow: bearer!.unitNow, holder: bearer!.holder, profile, band: demoToday === null ? null : words.demoBand };
}

const asWord = async (form: PaperForm, name: string): Promise<Download> => ({
  bytes: await makeForm(form),
  mediaType: DOCX,
  fileName: `${name}.docx`,
});

/** A form as the screen prints it: the same rows as in Word. */
const Which = z.object({ orderId: z.uuid(), slipId: z.uuid().optional() });

async function formOf(
  reader: ActingReader,
  { orderId, slipId }: z.output<typeof Which>,
): Promise<{ readonly form: PaperForm; readonly name: string }> {
  const ground = await groundOf(reader, orderId);
  if (slipId === undefined) return { form: assignForm(ground), name: words.names.assign(numberText(ground.order)) };
  const slip = (await listSlips(reader, [orderId])).find(({ id }) => id === slipId);
  if (slip === undefined) throw new Problem(404, 'unknown-slip', { slipId });
  return { form: slipForm(ground, slip), name: words.names.slip(slip.kind, numberText(slip)) };
}

const slipFileRead = read({
  path: '/orders/slip.docx',
  permission: 'orders.read',
  query: Which,
  summary: '交办单、催办单、督办单 as Word',
  async run(reader, which) {
    const { form, name } = await formOf(reader, which);
    return asWord(form, name);
  },
});

const slipRead = read({
  path: '/orders/slip',
  permission: 'orders.read',
  query: Which,
  summary: 'The same slip as rows, to be printed from the screen',
  run: formOf,
});

const proposalFileRead = read({
  path: '/orders/proposal.docx',
  permission: 'orders.measures',
  query: z.object({ proposalId: z.uuid() }),
  summary: '呈批单 as Word',
  async run(reader, { proposalId }) {
    const proposal = await getProposal(reader, proposalId);
    const ground = await groundOf(reader, proposal.orderId);
    const [to] = await listAddressees(reader, proposal.toPostId === null ? [] : [proposal.toPostId]);
    return asWord(proposalForm(ground, proposal, to ?? null), words.names.proposal(words.measures[proposal.measure], numberText(proposal)));
  },
});

const registerFileRead = read({
  path: '/orders/register.xlsx',
  permission: 'orders.read',
  query: OrderFilter.omit({ page: true }).extend({ as: z.enum(['register', 'province']).default('register') }),
  summary: 'The register by the same filters, or in the columns of the province’s 13710 system',
  async run(reader, { as, ...filter }): Promise<Download> {
    const rows = await listRegister(reader, await registerQuery(reader, { ...filter, page: 1 }), null);
    const bearers = await loadBearers(reader, rows);
    const said = await lastWords(
      reader,
      rows.map(({ id }) => id),
    );
    const full = rows.map((row, i) => ({ ...row, unitNow: bearers[i]!.unitNow, lastWords: said.get(row.id) ?? '' }));
    const { profile } = await getProfile(reader);
    const bytes = await makeRegister(full, { as, profile, today: reader.today });
    return { bytes, mediaType: XLSX, fileName: `${words.names[as](reader.today)}.xlsx` };
  },
});

export const paperReads = [slipFileRead, slipRead, proposalFileRead, registerFileRead];
