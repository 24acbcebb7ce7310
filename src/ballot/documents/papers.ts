import { type Html, html, raw } from '#/kernel/html.ts';
import type { Round } from '../rules/round.ts';
import type { BallotRule } from '../rules/sheet.ts';
import { coverWords, paperWords } from '../words/documents.ts';

/** 表决票: what stands on every paper of a vote, the same on each. Nothing on it tells one paper from another. */
export type PaperContent = {
  readonly sessionTitle: string;
  readonly forYear: number;
  readonly isSecond: boolean;
  readonly rule: BallotRule;
  readonly names: readonly string[];
  readonly paperSize: Round['paperSize'];
};

const styleOf = (size: PaperContent['paperSize']) => `
@page { size: ${size}; margin: ${size === 'A5' ? '10mm' : '18mm'}; }
* { box-sizing: border-box; }
body { margin: 0; font: ${size === 'A5' ? '10.5pt' : '14pt'}/1.5 "FangSong", "Noto Serif SC", "SimSun", serif; color: #000; }
.paper { break-after: page; } .paper:last-child { break-after: auto; }
h1 { margin: 0; font-size: 1.5em; text-align: center; font-weight: 700; }
.session { margin: 0 0 .4em; text-align: center; }
table { width: 100%; border-collapse: collapse; margin: .8em 0; }
th, td { border: .3mm solid #000; padding: .35em .5em; }
th { font-weight: 700; }
td.mark { width: 4.5em; } td.no { width: 3.2em; text-align: center; }
p.how, p.seal { margin: .4em 0; } p.seal { text-align: right; }
@media screen { body { max-width: ${size === 'A5' ? '148mm' : '210mm'}; margin: 1rem auto; padding: 0 1rem; } .paper { border-bottom: 1px dashed #999; padding-bottom: 1rem; margin-bottom: 1rem; } }
`;

/** The papers to be printed, one a page, all alike. The page carries its own style, for it is printed from the disk. */
export function paperPage(paper: PaperContent, copies: number): Html {
  const one = paperOf(paper);
  return page(
    paperWords.title(paper.forYear),
    styleOf(paper.paperSize),
    Array.from({ length: copies }, () => one),
  );
}

function page(title: string, style: string, body: readonly Html[]): Html {
  return html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${raw(style)}</style></head>
<body>
${body}
</body>
</html>
`;
}

export function markColumns({ form }: BallotRule): readonly string[] {
  if (form === 'approve') return paperWords.approve;
  return form === 'tick' ? [paperWords.mark] : [paperWords.order];
}

export function howTo(rule: BallotRule): string {
  return paperWords.how[rule.form](rule.form === 'tick' ? (rule.maxMarks ?? rule.seats) : rule.seats);
}

export function paperTitle({ forYear, isSecond }: PaperContent): string {
  return `${paperWords.title(forYear)}${isSecond ? paperWords.second : ''}`;
}

function paperOf(paper: PaperContent): Html {
  const marks = markColumns(paper.rule);
  return html`<section class="paper">
<p class="session">${paper.sessionTitle}</p>
<h1>${paperTitle(paper)}</h1>
<table>
<thead><tr>${marks.map((it) => html`<th>${it}</th>`)}<th>${paperWords.number}</th><th>${paperWords.name}</th></tr></thead>
<tbody>${paper.names.map((name, i) => html`<tr>${marks.map(() => html`<td class="mark"></td>`)}<td class="no">${i + 1}</td><td>${name}</td></tr>`)}</tbody>
</table>
<p class="how">${howTo(paper.rule)}</p>
<p class="seal">${paperWords.seal}</p>
</section>
`;
}

const COVER = `
@page { size: A5 landscape; margin: 12mm; }
body { margin: 0; font: 14pt/1.6 "FangSong", "Noto Serif SC", "SimSun", serif; color: #000; }
.cover { break-after: page; } .cover:last-child { break-after: auto; }
h1, p.serial { text-align: center; margin: 0; } p.serial { font-size: 34pt; font-weight: 700; line-height: 1.3; }
dl { display: grid; grid-template-columns: 8em 1fr; margin: 6mm 0 0; row-gap: 4mm; } dt, dd { margin: 0; } dd { border-bottom: .3mm solid #000; }
@media screen { body { max-width: 210mm; margin: 1rem auto; } }
`;

/** 捆封面: the serial of a bundle stands here and nowhere else. */
export function coverPage(session: string, round: number, serials: readonly number[]): Html {
  const covers = serials.map(
    (serial) => html`<section class="cover">
<h1>${coverWords.title}</h1>
<p class="serial">${coverWords.serial(serial)}</p>
<p style="text-align:center">${session} · ${coverWords.of(round)}</p>
<dl>${coverWords.lines.map((it) => html`<dt>${it}</dt><dd></dd>`)}</dl>
</section>
`,
  );
  return page(coverWords.title, COVER, covers);
}
