import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { useRead } from '#/ui/data.ts';
import { type Labels, useLabels } from '#/ui/locale.tsx';
import { townshipsOf } from '../rules/areas.ts';
import type { CellFilter } from '../rules/cell.ts';
import { countWords } from '../words/count-words.ts';
import type { Places } from './people/contract.ts';

const zh = {
  noPlace: countWords['zh-CN'].noPlace,
  month: (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`,
  only: (what: string, count: number, all: number) => `只看${what}：${count} 条，全部 ${all} 条。`,
  all: '看全部',
};
const labels: Labels<typeof zh> = {
  'zh-CN': zh,
  en: {
    noPlace: countWords.en.noPlace,
    month: (month) => month,
    only: (what, count, all) => `Only ${what}: ${count} of ${all}. `,
    all: 'Show all',
  },
};

/** Which cell of a figure the page was opened from, by its address, and what places lie in which township. */
export function useCell() {
  const words = useLabels(labels);
  const [query] = useSearchParams();
  const places = useRead<Places>('/records/places').data ?? [];
  const [area, month] = [query.get('area') ?? undefined, query.get('month') ?? undefined];
  const townships = townshipsOf(places);
  const cell: CellFilter = { ...(area && { area }), ...(month && { month }) };
  const nameOf = (id: string) => places.find((it) => it.id === id)?.name ?? words.noPlace;
  return {
    cell,
    said: [area && nameOf(area), month && words.month(month)].filter(Boolean).join(' · '),
    topOf: (areaId: string | null) => (areaId === null ? null : (townships.get(areaId) ?? null)),
  };
}

type Shown = { readonly said: string; readonly count: number; readonly all: number };

/** Says that not everything is shown, and leads to all. */
export function CellNotice({ said, count, all }: Shown) {
  const words = useLabels(labels);
  const [query, setQuery] = useSearchParams();
  if (said === '') return null;
  const promise = query.get('promise');
  return (
    <p className="notice">
      {words.only(said, count, all)}
      <Button type="link" size="small" onClick={() => setQuery(promise === null ? {} : { promise })}>
        {words.all}
      </Button>
    </p>
  );
}
