import type { Sheet, SheetPart } from '#/kernel/sheet.ts';
import './sheet.css';

/** 印刷页 on the screen and on paper: the same sheet that becomes the Word file, with the same measures. */
export function SheetPage({ sheet }: { readonly sheet: Sheet }) {
  return (
    <div className="sheet-row" lang="zh-CN">
      <article className="sheet">
        {sheet.band && <p className="sheet-band">{sheet.band}</p>}
        <h3>{sheet.title}</h3>
        {sheet.under.map((text) => (
          <p key={text} className="under">
            {text}
          </p>
        ))}
        {sheet.parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sheet have no other key
          <Part key={index} part={part} />
        ))}
        {sheet.notes.map((text) => (
          <p key={text} className="note">
            {text}
          </p>
        ))}
      </article>
    </div>
  );
}

function Part({ part }: { readonly part: SheetPart }) {
  switch (part.kind) {
    case 'heading':
      return <h4>{part.text}</h4>;
    case 'text':
      return (
        <p>
          {part.lead && <b>{part.lead}</b>}
          {part.text}
        </p>
      );
    case 'box':
      return (
        <p className="boxed">
          <b>{part.lead}</b>
          {part.text}
        </p>
      );
    case 'table':
      return <SheetTable part={part} />;
  }
}

function SheetTable({ part: { columns, rows } }: { readonly part: Extract<SheetPart, { readonly kind: 'table' }> }) {
  return (
    <table>
      <colgroup>
        {columns.map(({ title, width }) => (
          <col key={title} style={{ width: `${width}mm` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a printed table has no other key
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={columns[column]!.title} className={`to-${columns[column]!.align}`}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
