import { Select } from 'antd';
import { useState } from 'react';
import { number, percent } from '#/kernel/format.ts';
import type { Result } from '#/kernel/result.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { MONEY_KINDS, type MoneyKind } from '../../rules/entries/entry.ts';
import type { MoneyRatio, MoneyRefusal } from '../../rules/entries/money.ts';
import { comparisonPeriod, entryLabels } from '../../words/entry-labels.ts';
import { wordsOf } from '../../words/refusals.ts';
import { labels } from './labels.ts';

/** 资金比率: refused until both periods are known and the same. */
export function MoneyRatioSection({ promiseId }: { readonly promiseId: string }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const [over, setOver] = useState<MoneyKind>('payout');
  const [under, setUnder] = useState<MoneyKind>('premium');
  const ratio = useRead<Result<MoneyRatio, MoneyRefusal>>(`/records/money-ratio?promiseId=${promiseId}&over=${over}&under=${under}`);
  const options = MONEY_KINDS.map((value) => ({ value, label: entryLabels[locale].moneyKinds[value] }));
  const yuan = (fen: number) => number(fen / 100);
  return (
    <Section title={words.ratio}>
      <p className="soft">{words.ratioLead}</p>
      <div className="two-fields">
        <Field name={words.over}>
          <Select className="full" value={over} onChange={setOver} options={options} />
        </Field>
        <Field name={words.under}>
          <Select className="full" value={under} onChange={setUnder} options={options} />
        </Field>
      </div>
      <Whole of={ratio}>
        {(it) =>
          it.ok ? (
            <p>
              {words.ratioSaid(
                yuan(it.value.numeratorFen),
                yuan(it.value.denominatorFen),
                percent(it.value.numeratorFen / it.value.denominatorFen),
                comparisonPeriod(it.value.period, locale),
              )}
            </p>
          ) : (
            <p className="notice warn">{wordsOf(it.refusal, locale)}</p>
          )
        }
      </Whole>
    </Section>
  );
}
