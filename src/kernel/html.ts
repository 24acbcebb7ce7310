/** A piece of markup that is already safe. Only `html` and `raw` make one; everything else is escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type Htmlable = Html | string | number | null | undefined | false | readonly Htmlable[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

function render(value: Htmlable): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(render).join('');
  return escapeHtml(String(value));
}

/** Markup with every value escaped, in text and in quoted attributes. Attributes must stand in double quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly Htmlable[]): Html {
  let text = parts[0]!;
  for (let i = 0; i < values.length; i++) text += render(values[i]) + parts[i + 1]!;
  return new Html(text);
}

/** Marks our own constant markup (a style sheet, an SVG made by us) as safe. Never call it on input. */
export function raw(text: string): Html {
  return new Html(text);
}
