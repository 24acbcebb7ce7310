import { emptyItem, type FoundItem } from './found-list.ts';

/** Lines of `label⇥text[⇥progress]`, as the command line takes them; a line without a tab is labelled by its number. */
export function readLabelledLines(text: string): FoundItem[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  return lines.flatMap((line, index): FoundItem[] => {
    if (line.trim() === '') return [];
    const fields = line.split('\t').map((field) => field.trim());
    const [label, body, progress] = fields.length === 1 ? [String(index + 1), fields[0]!] : fields;
    return [
      { ...emptyItem, label: label!, project: label!, text: body!, progressText: progress || null, where: { sheet: null, row: index + 1 } },
    ];
  });
}
