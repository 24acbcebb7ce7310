import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { BONUS_SOURCES, type BonusLine, DEDUCTION_SOURCES, type DeductionLine, type ScoreSheet } from '../rules/sheet.ts';
import { words as stageWords } from '../words/labels.ts';
import { labels } from './labels.ts';

type OfSheet = { readonly sheet: ScoreSheet; readonly onSheet: (sheet: ScoreSheet) => void };

/** A key that the sheet does not use yet; what a line is computed from names it where it can. */
export function freeKey({ lines, bonuses, deductions }: ScoreSheet, source: string): string {
  const isFree = (key: string) => ![...lines, ...bonuses, ...deductions].some((it) => it.key === key);
  if (source !== 'manual' && isFree(source)) return source;
  return Array.from({ length: 60 }, (_, i) => `line-${i + 1}`).find(isFree)!;
}

type AddProps<Of extends string> = {
  readonly name: string;
  readonly options: readonly { readonly value: Of; readonly label: string }[];
  readonly onAdd: (of: Of) => void;
};

/** 加一行: of what is not counted yet, or one more by hand. */
export function AddLine<Of extends string>({ name, options, onAdd }: AddProps<Of>) {
  return (
    <Select<Of | null>
      className="add-line no-print"
      value={null}
      placeholder={name}
      aria-label={name}
      popupMatchSelectWidth={false}
      options={[...options]}
      onChange={(it) => it !== null && onAdd(it)}
    />
  );
}

export function Remove({ of, onRemove }: { readonly of: string; readonly onRemove: () => void }) {
  const words = useLabels(labels);
  return (
    <Button size="small" type="text" className="no-print" aria-label={`${words.remove} ${of}`} onClick={onRemove}>
      {words.remove}
    </Button>
  );
}

/** 加分和扣分. */
export function Extras({ sheet, onSheet }: OfSheet) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { bonuses, deductions } = stageWords[locale];
  const bonus = (key: string, it: object) =>
    onSheet({ ...sheet, bonuses: sheet.bonuses.map((one) => (one.key === key ? { ...one, ...it } : one)) });
  const deduct = (key: string, it: object) =>
    onSheet({ ...sheet, deductions: sheet.deductions.map((one) => (one.key === key ? { ...one, ...it } : one)) });
  const addBonus = (source: BonusLine['source']) =>
    onSheet({ ...sheet, bonuses: [...sheet.bonuses, { key: freeKey(sheet, source), title: words.newBonus, source, each: 1, most: 2 }] });
  const addDeduction = (source: DeductionLine['source']) => {
    const line = { key: freeKey(sheet, source), title: words.newDeduction, source, each: 1, most: 5, doubles: false, vetoes: false };
    onSheet({ ...sheet, deductions: [...sheet.deductions, line] });
  };
  const isFree = (lines: readonly { readonly source: string }[]) => (it: string) =>
    it === 'manual' || !lines.some(({ source }) => source === it);
  return (
    <>
      <table className="sheet-table stacked">
        <ExtrasHead />
        <tbody>
          {sheet.bonuses.map((it) => (
            <tr key={it.key}>
              <Title sign="＋" title={it.title} onTitle={(title) => bonus(it.key, { title })} />
              <Points name={words.each} of={it.title} value={it.each} onPoints={(each) => bonus(it.key, { each: each ?? 0 })} />
              <Points name={words.cap} of={it.title} value={it.most} onPoints={(most) => bonus(it.key, { most: most ?? 0 })} />
              <td className="soft">{bonuses[it.source]}</td>
              <td>
                <Remove of={it.title} onRemove={() => onSheet({ ...sheet, bonuses: sheet.bonuses.filter(({ key }) => key !== it.key) })} />
              </td>
            </tr>
          ))}
          {sheet.deductions.map((it) => (
            <tr key={it.key}>
              <Title sign="−" title={it.title} onTitle={(title) => deduct(it.key, { title })} />
              <Points name={words.each} of={it.title} value={it.each} onPoints={(each) => deduct(it.key, { each: each ?? 0 })} />
              <Points name={words.cap} of={it.title} value={it.most} empty={words.noCap} onPoints={(most) => deduct(it.key, { most })} />
              <Terms line={it} onLine={(change) => deduct(it.key, change)} />
              <td>
                <Remove
                  of={it.title}
                  onRemove={() => onSheet({ ...sheet, deductions: sheet.deductions.filter(({ key }) => key !== it.key) })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="acts">
        <AddLine
          name={words.addBonus}
          options={BONUS_SOURCES.filter(isFree(sheet.bonuses)).map((it) => ({ value: it, label: bonuses[it] }))}
          onAdd={addBonus}
        />
        <AddLine
          name={words.addDeduction}
          options={DEDUCTION_SOURCES.filter(isFree(sheet.deductions)).map((it) => ({ value: it, label: deductions[it] }))}
          onAdd={addDeduction}
        />
      </p>
    </>
  );
}

function ExtrasHead() {
  const words = useLabels(labels);
  return (
    <thead>
      <tr>
        <th>{words.item}</th>
        <th>{words.each}</th>
        <th>{words.cap}</th>
        <th>{words.source}</th>
        <th />
      </tr>
    </thead>
  );
}

type TitleProps = { readonly sign: string; readonly title: string; readonly onTitle: (title: string) => void };

function Title({ sign, title, onTitle }: TitleProps) {
  const words = useLabels(labels);
  return (
    <td data-name={words.item}>
      <span className="signed">
        <span aria-hidden="true">{sign}</span>
        <Input value={title} maxLength={30} aria-label={`${sign} ${words.item}`} onChange={({ target }) => onTitle(target.value)} />
      </span>
    </td>
  );
}

type TermsProps = { readonly line: DeductionLine; readonly onLine: (change: Partial<DeductionLine>) => void };

/** What is taken off for, and whether it doubles on repeat or bars the rest. */
function Terms({ line: { source, doubles, vetoes }, onLine }: TermsProps) {
  const words = useLabels(labels);
  const { deductions } = stageWords[useLocale()];
  return (
    <td className="soft">
      {deductions[source]}{' '}
      {source === 'manual' ? (
        <Checkbox checked={vetoes} onChange={({ target }) => onLine({ vetoes: target.checked })}>
          {words.vetoes}
        </Checkbox>
      ) : (
        <Checkbox checked={doubles} onChange={({ target }) => onLine({ doubles: target.checked })}>
          {words.doubles}
        </Checkbox>
      )}
    </td>
  );
}

type PointsProps = {
  readonly name: string;
  readonly of: string;
  readonly value: number | null;
  readonly empty?: string;
  readonly onPoints: (points: number | null) => void;
};

function Points({ name, of, value, empty, onPoints }: PointsProps) {
  return (
    <td data-name={name}>
      <InputNumber min={0} max={100} value={value} aria-label={`${of} ${name}`} placeholder={empty ?? ''} onChange={onPoints} />
    </td>
  );
}
