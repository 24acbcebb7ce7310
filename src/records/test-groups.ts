type Said = { readonly personNo: number; readonly otherNo: number; readonly decision: string };

/** How many persons are left of these by the words of the law: who is said to be one with another, step after step, is one with all of them. */
export function groupsOf(present: readonly number[], said: readonly Said[]): number {
  const group = new Map(present.map((no) => [no, new Set([no])]));
  const at = (no: number) => group.get(no) ?? group.set(no, new Set([no])).get(no)!;
  for (const { personNo, otherNo, decision } of said) {
    if (decision !== 'same') continue;
    const joined = new Set([...at(personNo), ...at(otherNo)]);
    for (const no of joined) group.set(no, joined);
  }
  return new Set(present.map((no) => group.get(no))).size;
}
