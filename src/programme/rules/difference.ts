import type { Draft, DraftProject } from './draft.ts';

/** 差异: what another reading of the list would change, row by row. */
export type ListDifference = {
  readonly no: string;
  readonly what: 'added' | 'removed' | 'text' | 'promises' | 'progress' | 'units';
  readonly before: string;
  readonly after: string;
};

/** Compares two readings by the printed number. Only what the documents say is compared, not what a person settled since. */
export function differencesOf(before: Pick<Draft, 'projects'>, after: Pick<Draft, 'projects'>): readonly ListDifference[] {
  const old = new Map(before.projects.map((it) => [it.no, it]));
  const differences: ListDifference[] = [];
  for (const project of after.projects) {
    const was = old.get(project.no);
    old.delete(project.no);
    if (was === undefined) differences.push({ no: project.no, what: 'added', before: '', after: project.text });
    else differences.push(...differencesOfProject(was, project));
  }
  for (const gone of old.values()) differences.push({ no: gone.no, what: 'removed', before: gone.text, after: '' });
  return differences;
}

function differencesOfProject(was: DraftProject, is: DraftProject): readonly ListDifference[] {
  const sides: readonly [ListDifference['what'], string, string][] = [
    ['text', was.text, is.text],
    ['promises', phrasesText(was), phrasesText(is)],
    ['progress', was.progress?.text ?? '', is.progress?.text ?? ''],
    ['units', unitsText(was), unitsText(is)],
  ];
  return sides.filter(([, before, after]) => before !== after).map(([what, before, after]) => ({ no: is.no, what, before, after }));
}

function phrasesText({ phrases }: DraftProject): string {
  return phrases.map((it) => `${it.verb}${it.object}${it.quantity}${it.unit}`).join('；');
}

function unitsText({ leadUnit, supportingUnits }: DraftProject): string {
  return [leadUnit, ...supportingUnits].map((it) => it?.name ?? '').join('、');
}
