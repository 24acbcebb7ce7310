/** A stretch of text that something was read from. */
export type Mark = { readonly start: number; readonly end: number; readonly key: string; readonly isPromise: boolean };

export type Segment = { readonly text: string; readonly start: number; readonly mark: Mark | null };

/** Cuts a text into marked and plain stretches. Where marks overlap, promises go first and the earlier one wins; nothing of the text is lost. */
export function segmentsOf(text: string, marks: readonly Mark[]): Segment[] {
  const kept: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => Number(b.isPromise) - Number(a.isPromise) || a.start - b.start)) {
    const isInside = mark.start >= 0 && mark.end <= text.length && mark.start < mark.end;
    if (isInside && kept.every(({ start, end }) => mark.end <= start || mark.start >= end)) kept.push(mark);
  }
  const segments: Segment[] = [];
  let at = 0;
  for (const mark of kept.toSorted((a, b) => a.start - b.start)) {
    if (mark.start > at) segments.push({ text: text.slice(at, mark.start), start: at, mark: null });
    segments.push({ text: text.slice(mark.start, mark.end), start: mark.start, mark });
    at = mark.end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), start: at, mark: null });
  return segments;
}
