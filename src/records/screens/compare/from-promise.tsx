import { Select } from 'antd';
import { useState } from 'react';
import type { Comparable } from '#/kernel/comparison/figure.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { EntryChoices } from '../entries/contract.ts';
import { labels } from './labels.ts';
import { type TypedFigure, typedFrom } from './typed.ts';

type FromProps = { readonly typed: TypedFigure; readonly onFound: (typed: TypedFigure) => void };

/** A figure that is counted from records, over the period of the fields, or from the first of the year to today. */
export function FromPromise({ typed, onFound }: FromProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { api, today } = useWorkplace();
  const choices = useRead<EntryChoices>('/records/entry-choices');
  const [said, setSaid] = useState<string | null>(null);
  const options = (choices.data?.projects ?? []).flatMap(({ year, no, promises }) =>
    promises.map(({ id, label }) => ({ value: id, label: `${year} · ${no} ${label}` })),
  );
  if (options.length === 0) return null;
  const find = (promiseId: string) => {
    const query = new URLSearchParams({ promiseId, from: typed.from ?? `${today.slice(0, 4)}-01-01`, to: typed.to ?? today });
    return api
      .get<{ readonly figure: Comparable | null }>(`/records/comparable?${query}`)
      .then(({ figure }) => {
        setSaid(figure === null ? words.noCount : null);
        if (figure !== null) onFound(typedFrom(figure, words.records));
      })
      .catch((problem: unknown) => setSaid(sentenceOf(problem, locale)));
  };
  return (
    <Field name={words.fromPromise} fault={said}>
      <Select
        className="full"
        value={null}
        placeholder={words.typed}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={find}
        options={options}
      />
    </Field>
  );
}
