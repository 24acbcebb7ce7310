import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import { number, percent } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import type { MoneyKind } from '../../rules/entries/entry.ts';
import type { MoneyRatio } from '../../rules/entries/money.ts';
import { comparisonPeriod, entryLabels } from '../../words/entry-labels.ts';
import { labels } from './labels.ts';

/** 资金比率: refused until both periods are known and the same. */
export function MoneyRatioSection({ promiseId, kinds }: { readonly promiseId: string; readonly kinds: readonly MoneyKind[] }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const [over, setOver] = useState<MoneyKind>(kinds.includes('payout') ? 'payout' : kinds[0]!);
  const [under, setUnder] = useState<MoneyKind>(kinds.includes('premium') ? 'premium' : kinds.find((it) => it !== over)!);
  const [isComplete, setComplete] = useState(false);
  /** What was said of two sums is not said of others. */
  const choose = (set: (kind: MoneyKind) => void) => (kind: MoneyKind) => {
    set(kind);
    setComplete(false);
  };
  const stated = isComplete ? '&isComplete=yes' : '';
  const ratio = useRead<MoneyRatio>(`/records/money-ratio?promiseId=${promiseId}&over=${over}&under=${under}${stated}`);
  const options = kinds.map((value) => ({ value, label: entryLabels[locale].moneyKinds[value] }));
  const yuan = (fen: number) => number(fen / 100);
  return (
    <Section title={words.ratio}>
      <p className="soft">{words.ratioLead}</p>
      <div className="two-fields">
        <Field name={words.over}>
          <Select className="full" value={over} onChange={choose(setOver)} options={options} />
        </Field>
        <Field name={words.under}>
          <Select className="full" value={under} onChange={choose(setUnder)} options={options} />
        </Field>
      </div>
      <p>
        <Checkbox checked={isComplete} onChange={({ target }) => setComplete(target.checked)}>
          {words.ratioComplete}
        </Checkbox>
      </p>
      {ratio.error ? (
        <p className="notice warn" role="status">
          {sentenceOf(ratio.error, locale)}
        </p>
      ) : (
        <Whole of={ratio}>
          {(it) => (
            <p>
              {words.ratioSaid(
                yuan(it.numeratorFen),
                yuan(it.denominatorFen),
                percent(it.numeratorFen / it.denominatorFen),
                comparisonPeriod(it.period, locale),
              )}{' '}
              {it.emptyMonths.length > 0 && words.ratioEmpty(it.emptyMonths.join(locale === 'en' ? ', ' : '、'))}
            </p>
          )}
        </Whole>
      )}
    </Section>
  );
}
