import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { monthOf, yearOf } from '#/kernel/civil-date.ts';
import { useLabels } from '#/ui/locale.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { useYearList } from '#/ui/year-list.tsx';
import { pageLabels } from './page-labels.ts';

/** The list and the month that a page speaks of, both kept in the address. */
export function useListMonth() {
  const { today } = useWorkplace();
  const list = useYearList();
  const [query, setQuery] = useSearchParams();
  const last = list.list && list.list.year < yearOf(today) ? 12 : monthOf(today);
  const month = Math.min(Number(query.get('month')) || last, last);
  const set = (name: string, value: string) => setQuery({ ...Object.fromEntries(query), [name]: value });
  return { list, month, last, get: (name: string) => query.get(name), set };
}

export function MonthChoice({ of: { month, last, set } }: { readonly of: ReturnType<typeof useListMonth> }) {
  const words = useLabels(pageLabels);
  const months = Array.from({ length: last }, (_, index) => ({ value: index + 1, label: words.monthName(index + 1) }));
  return <Select aria-label={words.month} value={month} options={months} onChange={(next) => set('month', String(next))} />;
}
