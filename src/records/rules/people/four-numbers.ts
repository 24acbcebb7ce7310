/** 四个数: kept apart, so that none is published for another. `undecided` are persons of whom it is not known whether they are eligible. */
export type FourNumbers = {
  readonly services: number;
  readonly doses: number;
  readonly persons: number;
  readonly eligible: number;
  readonly couples: number;
  readonly undecided: number;
  readonly ineligible: number;
  readonly withoutEvidence: number;
  /** 疑似重复 that nobody has decided. */
  readonly openDuplicates: number;
};

/** 合并: persons that are one, and the number that stands for all of them; the smallest, so that order changes nothing. */
export type Roots = { readonly nos: readonly number[]; readonly roots: readonly number[] };

/** Pairs decided as the same person, grown into groups; a link that is undone is no pair any more, and the count is as before. */
export function rootsOf(pairs: readonly { readonly personNo: number; readonly otherNo: number }[]): Roots {
  const parent = new Map<number, number>();
  const top = (no: number): number => {
    let at = no;
    for (let next = parent.get(at); next !== undefined && next !== at; next = parent.get(at)) at = next;
    return at;
  };
  for (const { personNo, otherNo } of pairs) {
    const [a, b] = [top(personNo), top(otherNo)];
    if (a !== b) parent.set(Math.max(a, b), Math.min(a, b));
  }
  const nos = [...parent.keys()].sort((a, b) => a - b);
  return { nos, roots: nos.map(top) };
}
