import { Select } from 'antd';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { PAPER_COLOURS, type PaperColour } from '../rules/round.ts';
import { colourWords } from '../words/labels.ts';
import { labels } from './labels.ts';

type PaperFieldsProps = {
  readonly colour: PaperColour;
  readonly paperSize: 'A4' | 'A5';
  readonly onColour: (it: PaperColour) => void;
  readonly onSize: (it: 'A4' | 'A5') => void;
};

export function PaperFields({ colour, paperSize, onColour, onSize }: PaperFieldsProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  return (
    <>
      <Field name={words.colour}>
        <Select value={colour} options={PAPER_COLOURS.map((value) => ({ value, label: colourWords[locale][value] }))} onChange={onColour} />
      </Field>
      <Field name={words.paperSize}>
        <Select value={paperSize} options={(['A4', 'A5'] as const).map((value) => ({ value, label: value }))} onChange={onSize} />
      </Field>
    </>
  );
}
