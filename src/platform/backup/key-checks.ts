import { type Keys, keyedDigest } from '../secrets.ts';

const KNOWN_TEXT = 'luoshi backup';

/** By these a key is recognised later; nobody learns it from them. */
export function keyChecks(keys: Keys, names: readonly string[]): Record<string, string> {
  return Object.fromEntries([...new Set([...names, keys.current])].sort().map((name) => [name, checkOf(keys, name)]));
}

/** The names of the keys that a backup was made with and that are not these, or are others of the same name. */
export function foreignKeys(keys: Keys | null, checks: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(checks)
    .filter(([name, check]) => keys === null || checkIfKnown(keys, name) !== check)
    .map(([name]) => name);
}

function checkOf(keys: Keys, name: string): string {
  return keyedDigest(keys, 'backup', KNOWN_TEXT, name);
}

function checkIfKnown(keys: Keys, name: string): string | null {
  try {
    return checkOf(keys, name);
  } catch {
    return null;
  }
}
