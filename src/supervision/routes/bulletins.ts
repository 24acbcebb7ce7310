import { z } from 'zod';
import { civilDate } from '#/kernel/civil-date.ts';
import { read } from '#/platform/module.ts';
import { DOCX } from '../actions/documents.ts';
import { bulletinFile, getList, letterOf, loadBulletin } from '../content/bulletin.ts';
import { loadDiscrepancies } from '../content/discrepancies.ts';
import { templateOf, textsOf } from '../documents/bulletin-letter.ts';
import { FIGURES, figuresOf } from '../rules/figures.ts';
import { checkText, TEXT_BLOCKS } from '../rules/text-block.ts';
import { listBulletins } from '../store/bulletins.ts';
import { listStandingTexts } from '../store/standing-texts.ts';

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
