type Said = { readonly personNo: number; readonly otherNo: number; readonly decision: string };

/** How many persons are left of these by the words of the law: who is said to be one with another, step after step, is one with all of them. */
export function groupsOf(present: readonly number[], said: readonly Said[]): number {
  const at = groupsBy(present, said);
  return new Set(present.map(at)).size;
}

/** Whether the law lets it be said after what stands: nobody is one and two at once. */
export function agrees(word: Said, standing: readonly Said[]): boolean {
  const at = groupsBy([], word.decision === 'same' ? [...standing, word] : standing);
  const apart = word.decision === 'different' ? [...standing, word] : standing;
  return apart.every(({ personNo, otherNo, decision }) => decision !== 'different' || !at(personNo).has(otherNo));
}

function groupsBy(present: readonly number[], said: readonly Said[]): (no: number) => ReadonlySet<number> {
  const group = new Map(present.map((no) => [no, new Set([no])]));
  const at = (no: number) => group.get(no) ?? group.set(no, new Set([no])).get(no)!;
  for (const { personNo, otherNo, decision } of said) {
    if (decision !== 'same') continue;
    const joined = new Set([...at(personNo), ...at(otherNo)]);
    for (const no of joined) group.set(no, joined);
  }
  return at;
}
