import { longDate } from '#/kernel/format.ts';
import { useLabels } from '#/ui/locale.tsx';
import type { Letter } from './contract.ts';
import { labels } from './labels.ts';

/** The letter on paper: the proportions of GB/T 9704-2012, drawn from the same letter that becomes the Word file. */
export function LetterPreview({ letter }: { readonly letter: Letter }) {
  const words = useLabels(labels);
  return (
    <div className="paper-row" lang="zh-CN">
      <section className="paper">
        {letter.band && <p className="paper-band">{letter.band}</p>}
        <LetterHead head={letter.head} />
        <h3 className="letter-title">
          {letter.title.map((word) => (
            <span key={word}>{word}</span>
          ))}
        </h3>
        {letter.addressee && <p className="addressee">{letter.addressee}：</p>}
        <Body body={letter.body} />
        {letter.annexes.length > 0 && (
          <p className="annex-note">
            {words.annex}：{letter.annexes.map(({ name }, index) => `${letter.annexes.length > 1 ? `${index + 1}.` : ''}${name}`).join(' ')}
          </p>
        )}
        {letter.signature && (
          <p className="signature">
            {letter.signature.unit}
            <br />
            {longDate(letter.signature.date)}
          </p>
        )}
        {letter.note && <p>（{letter.note}）</p>}
        {letter.imprint && (
          <p className="imprint">
            {letter.imprint.copyTo && <span>抄送：{letter.imprint.copyTo}。</span>}
            <span>
              {letter.imprint.issuer} {longDate(letter.imprint.printedOn)}印发
            </span>
          </p>
        )}
      </section>
      {letter.annexes.map((annex) => (
        <AnnexPage key={annex.name} annex={annex} band={letter.band ?? null} />
      ))}
    </div>
  );
}

type AnnexPageProps = { readonly annex: Letter['annexes'][number]; readonly band: string | null };

function AnnexPage({ annex, band }: AnnexPageProps) {
  const words = useLabels(labels);
  const { rows, columns } = annex.table;
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <section className={annex.table.landscape ? 'paper landscape' : 'paper'}>
      {band && <p className="paper-band">{band}</p>}
      <p className="annex-mark">{words.annex}</p>
      <h3>{annex.title.join('')}</h3>
      {annex.before.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <table>
        <colgroup>
          {columns.map(({ title, weight }) => (
            <col key={title} style={{ width: `${(weight / whole) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ title }) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a printed table has no other key
            <tr key={index}>
              {row.map((cell, column) =>
                cell === null && index > 0 ? null : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a printed table has no other key
                  <td key={column} rowSpan={spanOf(rows, index, column)} className={`to-${columns[column]?.align ?? 'left'}`}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {annex.after.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}

/** How many rows a cell reaches: those below it that only continue it. */
function spanOf(rows: readonly (readonly (string | null)[])[], row: number, column: number): number {
  const below = rows.slice(row + 1);
  const end = below.findIndex((cells) => cells[column] !== null);
  return 1 + (end < 0 ? below.length : end);
}

function LetterHead({ head }: { readonly head: Letter['head'] }) {
  if (head.kind === 'red-head')
    return (
      <header>
        <p className="mark">{head.mark}</p>
        <p className="number">
          {head.number.code}〔{head.number.year}〕{head.number.serial ?? '　'}号
        </p>
        <hr />
      </header>
    );
  return (
    <header>
      <p className="mark">{head.mark}</p>
      <p className="number">
        {head.year}年第{head.issue ?? '　'}期
      </p>
      <p className="issuer">
        <span>{head.issuer}</span>
        <span>{longDate(head.issuedOn)}</span>
      </p>
      <hr />
    </header>
  );
}

const NUMERALS = '一二三四五六七八九十';

/** Headings carry no numbers of their own; the layout counts them, each deeper level anew. */
function Body({ body }: { readonly body: Letter['body'] }) {
  const counts = [0, 0, 0, 0];
  return body.map((block, index) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: the blocks of a letter have no other key
    if (block.kind === 'paragraph')
      return (
        <p key={index}>
          {block.lead && <b>{block.lead}</b>}
          {block.text}
        </p>
      );
    counts[block.level - 1]! += 1;
    counts.fill(0, block.level);
    const n = counts[block.level - 1]!;
    const mark = [`${NUMERALS[n - 1] ?? n}、`, `（${NUMERALS[n - 1] ?? n}）`, `${n}.`, `（${n}）`][block.level - 1];
    return (
      <p key={index} className={`heading level-${block.level}`}>
        {mark}
        {block.text}
      </p>
    );
    // biome-ignore-end lint/suspicious/noArrayIndexKey: see above
  });
}
