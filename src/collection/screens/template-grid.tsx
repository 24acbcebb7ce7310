import { useLabels } from '#/ui/locale.tsx';
import type { TemplateCell, TemplateMapping, TemplateSheet } from '../rules/template.ts';
import { addressText, placedAt } from './mapping-edit.ts';
import { templateLabels } from './template-labels.ts';

type TemplateGridProps = {
  readonly sheet: TemplateSheet;
  readonly mapping: TemplateMapping;
  readonly picked: TemplateCell | null;
  readonly onPick: (cell: TemplateCell) => void;
};

/** The blank form as a table of buttons: every cell can be reached by pointer and keyboard, and says what fills it. */
export function TemplateGrid({ sheet, mapping, picked, onPick }: TemplateGridProps) {
  const words = useLabels(templateLabels);
  const rows = [...Map.groupBy(sheet.cells, ({ row }) => row)].sort(([a], [b]) => a - b);
  const width = sheet.cells.reduce((most, it) => Math.max(most, it.column + it.columnSpan), 0);
  return (
    <div className="template-grid">
      <table>
        {sheet.kind !== 'text' && (
          <thead>
            <tr>
              <th />
              {Array.from({ length: width }, (_, column) => (
                <th key={addressText(column, 0)}>{addressText(column, 0).replace(/\d+/, '')}</th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(([row, cells]) => (
            <tr key={row}>
              <th scope="row">{row + 1}</th>
              {cells.map((cell) => {
                const placed = placedAt(mapping, sheet.name, cell);
                const isPicked = picked?.row === cell.row && picked.column === cell.column;
                return (
                  <td
                    key={cell.at}
                    colSpan={cell.columnSpan}
                    rowSpan={cell.rowSpan}
                    className={`${placed ? 'mapped' : ''} ${isPicked ? 'picked' : ''}`}
                  >
                    <button
                      type="button"
                      aria-pressed={isPicked}
                      aria-label={`${cell.at} ${cell.text || words.empty}`}
                      onClick={() => onPick(cell)}
                    >
                      {placed && (
                        <b>
                          {placed.isRow ? '↓ ' : ''}
                          {words.fields[placed.field]}
                        </b>
                      )}
                      {cell.text}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
