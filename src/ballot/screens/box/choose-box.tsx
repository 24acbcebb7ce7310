import { Select } from 'antd';
import { useState } from 'react';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { boxStateWords } from '../../words/box.ts';
import type { RoundLine } from './contract.ts';
import './box.css';
import { boxLabels } from './labels.ts';

type Props = { readonly withoutBox: boolean; readonly children: (line: RoundLine) => React.ReactNode };

/** The rounds that may vote electronically; the newest is chosen. */
export function ChooseRound({ withoutBox, children }: Props) {
  const words = useLabels(boxLabels);
  const locale = useLocale();
  const lines = useRead<readonly RoundLine[]>('/ballot/box-rounds');
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Whole of={lines}>
      {(all) => {
        const shown = all.filter((it) => withoutBox || it.boxId !== null);
        const line = shown.find((it) => it.roundId === chosen) ?? shown[0];
        if (line === undefined)
          return <EmptyState title={withoutBox ? words.none : words.noBox} text={withoutBox ? words.noneText : words.noBoxText} />;
        const options = shown.map((it) => ({
          value: it.roundId,
          label: `${words.round(it.title, it.position)}${it.state === null ? '' : ` · ${boxStateWords[locale][it.state]}`}`,
        }));
        return (
          <>
            <Field name={words.which}>
              <Select className="round-choice" value={line.roundId} options={options} onChange={setChosen} popupMatchSelectWidth={false} />
            </Field>
            {children(line)}
          </>
        );
      }}
    </Whole>
  );
}
