import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { useLocale } from '#/ui/locale.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { type Period, periodOf } from '../rules/period.ts';
import { monthWord } from '../words/review-refusals.ts';

/** The month a page speaks of: the one in the address, else the one that runs. */
export function useMonth(): readonly [Period, (period: Period) => void] {
  const { today } = useWorkplace();
  const [query, setQuery] = useSearchParams();
  const choose = (period: Period) => {
    query.set('period', period);
    setQuery(query, { replace: true });
  };
  return [query.get('period') ?? periodOf(today), choose];
}

type MonthChoiceProps = {
  readonly year: number;
  readonly value: Period;
  readonly onChange: (period: Period) => void;
  readonly label: string;
};

/** The months of a list's year, up to the one that runs. */
export function MonthChoice({ year, value, onChange, label }: MonthChoiceProps) {
  const locale = useLocale();
  const { today } = useWorkplace();
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`).filter((it) => it <= periodOf(today));
  const options = months.toReversed().map((it) => ({ value: it, label: monthWord(it, locale) }));
  return <Select aria-label={label} value={value} onChange={onChange} options={options} popupMatchSelectWidth={false} />;
}
