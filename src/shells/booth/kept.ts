/**
 * What this device keeps of a vote while it is open: the encrypted ballot on its way, or the tracker. Neither the credential nor a mark is kept,
 * nor anything that opens the ballot.
 */
export type Kept = { readonly ballot: string | null; readonly tracker: string };

const nameOf = (election: string) => `luoshi-ballot-${election}`;
const memory = new Map<string, Kept>();

export function readKept(election: string): Kept | null {
  try {
    const text = sessionStorage.getItem(nameOf(election));
    return text === null ? (memory.get(election) ?? null) : (JSON.parse(text) as Kept);
  } catch {
    return memory.get(election) ?? null;
  }
}

export function keep(election: string, it: Kept | null): void {
  if (it === null) memory.delete(election);
  else memory.set(election, it);
  try {
    if (it === null) sessionStorage.removeItem(nameOf(election));
    else sessionStorage.setItem(nameOf(election), JSON.stringify(it));
  } catch {
    // A blocked storage: it lives in memory until the page closes.
  }
}
