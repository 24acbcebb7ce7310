import { useCallback, useState } from 'react';

/** Text that is being typed survives a reload or a log-in that ended: it is kept in this tab until `clear`. */
export function useKept<Value>(key: string, initial: Value): [Value, (value: Value) => void, () => void] {
  const name = `luoshi-kept:${key}`;
  const [value, setValue] = useState<Value>(() => readKept(name) ?? initial);
  const keep = useCallback(
    (next: Value) => {
      setValue(next);
      writeKept(name, JSON.stringify(next));
    },
    [name],
  );
  const clear = useCallback(() => {
    setValue(initial);
    writeKept(name, null);
  }, [name, initial]);
  return [value, keep, clear];
}

function readKept<Value>(name: string): Value | null {
  try {
    const kept = sessionStorage.getItem(name);
    return kept === null ? null : (JSON.parse(kept) as Value);
  } catch {
    return null;
  }
}

function writeKept(name: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, text);
  } catch {
    // Storage is full or switched off: the text still stands on the page.
  }
}
