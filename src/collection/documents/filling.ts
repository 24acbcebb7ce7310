import type { FieldValues, TemplateMapping } from '../rules/template.ts';

/** What goes into a blank form: the places, what stands in them once, and the lines that repeat. */
export type Filling = {
  readonly mapping: TemplateMapping;
  readonly whole: Readonly<Record<TemplateMapping['cells'][number]['field'], string | number | null>>;
  readonly lines: (per: 'promise' | 'project') => readonly FieldValues[];
};
