import { Button, Select } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { useRead } from './data.ts';
import { useLabels } from './locale.tsx';
import { EmptyState } from './page.tsx';
import { useMay, useWorkplace } from './session.ts';
import { uiWords } from './words.ts';

/** One of a district's yearly lists, as far as a page that chooses among them looks at it. */
export type YearListLine = {
  readonly id: string;
  readonly year: number;
  readonly kind: string;
  readonly title: string;
  readonly state: string;
};

/** The list a page speaks of: the one in the address, else the newest frozen one. */
export function useYearList() {
  const [query, setQuery] = useSearchParams();
  const lines = useRead<readonly YearListLine[]>('/programme/programmes');
  const frozen = (lines.data ?? [])
    .filter(({ state }) => state === 'frozen')
    .toSorted((a, b) => b.year - a.year || a.kind.localeCompare(b.kind));
  const isWanted = ({ year, kind }: YearListLine) => String(year) === query.get('year') && kind === (query.get('kind') ?? 'ten-things');
  const list = frozen.find(isWanted) ?? frozen[0] ?? null;
  const choose = (id: string) => {
    const chosen = frozen.find((it) => it.id === id);
    if (chosen) setQuery({ year: String(chosen.year), kind: chosen.kind });
  };
  return { lines, frozen, list, choose, query: list ? `year=${list.year}&kind=${list.kind}` : null };
}

/** The list that something owed is about, as pages are asked for it. */
export function useListQuery(programmeId: unknown): string | null {
  const lines = useRead<readonly YearListLine[]>('/programme/programmes');
  const list = (lines.data ?? []).find(({ id }) => id === programmeId);
  return list === undefined ? null : `year=${list.year}&kind=${list.kind}`;
}

export function ListChoice({ of: { frozen, list, choose } }: { readonly of: ReturnType<typeof useYearList> }) {
  const words = useLabels(uiWords);
  if (frozen.length < 2) return null;
  const options = frozen.map(({ id, title }) => ({ value: id, label: title }));
  return <Select aria-label={words.list} value={list?.id} onChange={choose} popupMatchSelectWidth={false} options={options} />;
}

/** No frozen list yet: who prepares lists is led straight to reading one, others are told whom to ask. */
export function NoList() {
  const words = useLabels(uiWords);
  const mayPrepare = useMay('programme.prepare');
  const lines = useRead<readonly YearListLine[]>(mayPrepare ? '/programme/programmes' : null);
  const isNew = lines.data?.length === 0;
  const { district } = useWorkplace();
  const navigate = useNavigate();
  if (!mayPrepare) return <EmptyState title={words.noList} text={words.noListAsk} />;
  return (
    <EmptyState title={words.noList} text={words.noListText}>
      <Button type="primary" onClick={() => navigate(`/${district}/programmes${isNew ? '/new' : ''}`)}>
        {isNew ? words.readList : words.toLists}
      </Button>
    </EmptyState>
  );
}
