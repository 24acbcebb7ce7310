import { useSearchParams } from 'react-router';
import { useRead } from '#/ui/data.ts';
import type { ListLine } from './contract.ts';

/** The list a page speaks of: the one in the address, else the newest frozen one. */
export function useList() {
  const [query, setQuery] = useSearchParams();
  const lines = useRead<readonly ListLine[]>('/programme/programmes');
  const frozen = (lines.data ?? [])
    .filter(({ state }) => state === 'frozen')
    .toSorted((a, b) => b.year - a.year || a.kind.localeCompare(b.kind));
  const list =
    frozen.find(({ year, kind }) => String(year) === query.get('year') && kind === (query.get('kind') ?? 'ten-things')) ??
    frozen[0] ??
    null;
  const choose = (id: string) => {
    const chosen = frozen.find((it) => it.id === id);
    if (chosen) setQuery({ year: String(chosen.year), kind: chosen.kind });
  };
  return { lines, frozen, list, choose, query: list ? `year=${list.year}&kind=${list.kind}` : null };
}
