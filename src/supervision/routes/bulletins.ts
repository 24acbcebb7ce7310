import { z } from 'zod';
import { civilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { openFile } from '#/platform/files.ts';
import { read } from '#/platform/module.ts';
import { DOCX } from '../actions/documents.ts';
import { bulletinFile, getList, letterOf, loadBulletin } from '../content/bulletin.ts';
import { loadDiscrepancies } from '../content/discrepancies.ts';
import { loadChangesAsOf } from '../content/documents.ts';
import { annexXlsx } from '../documents/annex-xlsx.ts';
import { templateOf, textsOf } from '../documents/bulletin-letter.ts';
import { openChanges } from '../rules/correction.ts';
import { FIGURES, figuresOf } from '../rules/figures.ts';
import { checkText, TEXT_BLOCKS } from '../rules/text-block.ts';
import { listBulletins } from '../store/bulletins.ts';
import { listCorrections } from '../store/corrections.ts';
import { listStandingTexts } from '../store/standing-texts.ts';
import { annexFileName } from '../words/file-names.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const List = z.object({
  year: z.coerce.number().int().min(2000).max(2100),
  kind: z.enum(['ten-things', 'special-action', 'superior-project']).default('ten-things'),
});
export const Month = List.extend({ month: z.coerce.number().int().min(1).max(12) });

export const bulletinReads = [
  read({
    path: '/supervision/bulletin',
    permission: 'supervision.read',
    query: Month,
    summary: '月通报预览: the figures, the text blocks with what was written by hand in them, and the letter as it will print',
    async run(reader, query) {
      const loaded = await loadBulletin(reader, await getList(reader, query), query.month);
      const { content, overrides, stored, texts } = loaded;
      const filled = textsOf(content, overrides);
      const blocks = TEXT_BLOCKS.map((block) => {
        const template = templateOf(block, content, overrides);
        const override = overrides.find((it) => it.block === block) ?? null;
        const findings = override === null ? [] : checkText(template, content);
        return { block, template, paragraphs: filled[block], findings, written: override?.isStanding ? null : override };
      });
      const letter = letterOf(loaded, stored?.issuedOn ?? reader.today);
      const document = loaded.document && { state: loaded.document.state, edition: loaded.document.edition };
      return {
        bulletin: stored ?? null,
        document,
        content,
        blocks,
        history: texts,
        figures: figuresOf(content),
        figureNames: FIGURES,
        letter,
      };
    },
  }),
  read({
    path: '/supervision/bulletin.docx',
    permission: 'supervision.read',
    query: Month,
    summary: '月通报文件: the issued bytes, or the bulletin as it would be issued today',
    async run(reader, query) {
      const { bytes, fileName } = await bulletinFile(reader, await loadBulletin(reader, await getList(reader, query), query.month));
      return { bytes, fileName, mediaType: DOCX };
    },
  }),
  read({
    path: '/supervision/bulletin-annex.xlsx',
    permission: 'supervision.read',
    query: Month,
    summary: '附表的 Excel: the annex with the figures of the letter',
    async run(reader, query) {
      const { content } = await loadBulletin(reader, await getList(reader, query), query.month);
      const fileName = annexFileName(content.districtName, content.year, content.month);
      return { bytes: await annexXlsx(content), fileName, mediaType: XLSX };
    },
  }),
  read({
    path: '/supervision/corrections',
    permission: 'supervision.read-documents',
    query: Month,
    summary: '更正: what was corrected of an issued bulletin, and what reads otherwise now and is not corrected yet',
    async run(reader, query) {
      const list = await getList(reader, query);
      const { stored, document } = await loadBulletin(reader, list, query.month);
      if (stored?.state !== 'issued' || document === null) return { corrections: [], open: [] };
      const corrections = await listCorrections(reader, stored.id);
      return { corrections, open: openChanges(await loadChangesAsOf(reader, list, document), corrections) };
    },
  }),
  read({
    path: '/supervision/correction.docx',
    permission: 'supervision.read-documents',
    query: z.object({ bulletinId: z.uuid(), no: z.coerce.number().int().positive() }),
    summary: '更正通知: the bytes as issued',
    async run(reader, { bulletinId, no }) {
      const found = (await listCorrections(reader, bulletinId)).find((it) => it.no === no);
      if (found === undefined) throw new Problem(404, 'unknown-correction', { bulletinId, no });
      const { bytes, name, mediaType } = await openFile(reader, found.fileDigest);
      return { bytes, fileName: name, mediaType };
    },
  }),
  read({
    path: '/supervision/bulletins',
    permission: 'supervision.read',
    query: List,
    summary: '历次月通报: prepared and issued',
    async run(reader, query) {
      return listBulletins(reader, (await getList(reader, query)).id);
    },
  }),
  read({
    path: '/supervision/standing-texts',
    permission: 'supervision.set-texts',
    query: Month,
    summary: '本区固定文字: the district wording of each text block with its history, and the figures of a month to try it with',
    async run(reader, query) {
      const { content } = await loadBulletin(reader, await getList(reader, query), query.month, true);
      const history = await listStandingTexts(reader);
      const blocks = TEXT_BLOCKS.map((block) => ({
        block,
        usual: templateOf(block, content, []),
        history: history.filter((it) => it.block === block),
      }));
      return { content, blocks, figures: figuresOf(content), figureNames: FIGURES };
    },
  }),
  read({
    path: '/supervision/discrepancies',
    permission: 'supervision.read',
    query: List.extend({ asOf: civilDate.optional() }),
    summary: '对不上的地方: what was published, reported and promised, held against each other',
    async run(reader, query) {
      return loadDiscrepancies(reader, await getList(reader, query), query.asOf);
    },
  }),
];
