import { Radio, Select } from 'antd';
import { useLabels } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import {
  headingOfCell,
  headingOfColumn,
  TEMPLATE_FIELDS,
  type TemplateCell,
  type TemplateField,
  type TemplateMapping,
  type TemplateSheet,
  WHOLE_FIELDS,
} from '../rules/template.ts';
import { fillRow, isWhole, placedAt, suggestionFor, withPlace } from './mapping-edit.ts';
import { templateLabels } from './template-labels.ts';

type TemplatePlaceProps = {
  readonly sheet: TemplateSheet;
  readonly cell: TemplateCell;
  readonly mapping: TemplateMapping;
  readonly onChange: (mapping: TemplateMapping) => void;
};

/** What fills the picked cell: once, or in every line from its row down. */
export function TemplatePlace({ sheet, cell, mapping, onChange }: TemplatePlaceProps) {
  const words = useLabels(templateLabels);
  const placed = placedAt(mapping, sheet.name, cell);
  const guess = suggestionFor(sheet, cell);
  const block = mapping.blocks.find((it) => it.sheet === sheet.name && it.row === cell.row);
  const per = block?.per ?? 'promise';
  const mayRepeat = sheet.kind !== 'text';
  const isRow = placed?.isRow ?? (mayRepeat && guess.isRow);
  const put = (field: TemplateField | null, asRow: boolean) => {
    if (field === null) return onChange(withPlace(mapping, sheet, cell, null));
    const row = mayRepeat && (asRow || !isWhole(field));
    const next = withPlace(mapping, sheet, cell, { field, isRow: row, per });
    // The first column of a block brings those beside it whose headings speak for themselves.
    onChange(row && block === undefined ? fillRow(next, sheet, cell.row, per) : next);
  };
  const heading = isRow ? headingOfColumn(sheet, cell.row, cell.column) : headingOfCell(sheet, cell.row, cell.column);
  const fields = mayRepeat ? TEMPLATE_FIELDS : WHOLE_FIELDS;
  return (
    <div className="place-form">
      <Field name={words.picked(cell.at)} hint={heading === '' ? undefined : words.heading(heading.replace(/→$/, ''))}>
        <Select
          aria-label={words.field}
          showSearch={{ optionFilterProp: 'label' }}
          value={placed?.field ?? null}
          placeholder={guess.field ? words.fields[guess.field] : words.field}
          options={[
            { value: '', label: words.nothing },
            ...suggested(fields, guess.field).map((it) => ({ value: it, label: words.fields[it] })),
          ]}
          onChange={(field: TemplateField | '') => put(field === '' ? null : field, isRow)}
        />
      </Field>
      {placed && mayRepeat && (
        <Field name={words.repeat}>
          <Radio.Group value={placed.isRow} onChange={({ target }) => put(placed.field, target.value)}>
            <Radio value={false} disabled={!isWhole(placed.field)}>
              {words.once}
            </Radio>
            <Radio value>{words.down}</Radio>
          </Radio.Group>
        </Field>
      )}
      {block && (
        <Field name={words.per}>
          <Radio.Group
            value={block.per}
            onChange={({ target }) =>
              onChange({ ...mapping, blocks: mapping.blocks.map((it) => (it === block ? { ...it, per: target.value } : it)) })
            }
          >
            <Radio value="promise">{words.perPromise}</Radio>
            <Radio value="project">{words.perProject}</Radio>
          </Radio.Group>
        </Field>
      )}
    </div>
  );
}

/** What the heading asks for stands first. */
function suggested(fields: readonly TemplateField[], first: TemplateField | null): readonly TemplateField[] {
  return first === null || !fields.includes(first) ? fields : [first, ...fields.filter((it) => it !== first)];
}
