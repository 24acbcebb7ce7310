import { Input, InputNumber, Select } from 'antd';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { FULL, type ScoreSheet, SOURCES, type Source, weightSum } from '../rules/sheet.ts';
import { words as stageWords } from '../words/labels.ts';
import { labels } from './labels.ts';
import { AddLine, Extras, freeKey, Remove } from './sheet-extras.tsx';

type OfSheet = { readonly sheet: ScoreSheet; readonly onSheet: (sheet: ScoreSheet) => void };

/** 评分表的表单: every line, weight, cap and rule of a sheet; what is typed stays here until it is saved. */
export function SheetEditor(of: OfSheet) {
  const words = useLabels(labels);
  return (
    <>
      <Section title={words.scoring}>
        <Lines {...of} />
      </Section>
      <Section title={`${words.bonuses} · ${words.deductions}`}>
        <Extras {...of} />
      </Section>
      <Section title={words.rules}>
        <Rules {...of} />
      </Section>
    </>
  );
}

function Lines({ sheet, onSheet }: OfSheet) {
  const words = useLabels(labels);
  const locale = useLocale();
  const sum = weightSum(sheet);
  const change = (key: string, it: object) =>
    onSheet({ ...sheet, lines: sheet.lines.map((line) => (line.key === key ? { ...line, ...it } : line)) });
  const add = (source: Source) => {
    const title = source === 'manual' ? words.enter : stageWords[locale].lines[source];
    onSheet({ ...sheet, lines: [...sheet.lines, { key: freeKey(sheet, source), title, source, weight: 5 }] });
  };
  const free = SOURCES.filter((it) => it === 'manual' || !sheet.lines.some(({ source }) => source === it));
  return (
    <>
      <table className="sheet-table stacked">
        <thead>
          <tr>
            <th>{words.item}</th>
            <th>{words.weight}</th>
            <th>{words.source}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {sheet.lines.map(({ key, title, source, weight }) => (
            <tr key={key}>
              <td data-name={words.item}>
                <Input
                  value={title}
                  maxLength={30}
                  aria-label={words.item}
                  onChange={({ target }) => change(key, { title: target.value })}
                />
              </td>
              <td data-name={words.weight}>
                <InputNumber
                  min={0}
                  max={100}
                  value={weight}
                  aria-label={`${title} ${words.weight}`}
                  onChange={(it) => change(key, { weight: it ?? 0 })}
                />
              </td>
              <td className="soft">{stageWords[locale].sources[source]}</td>
              <td>
                <Remove of={title} onRemove={() => onSheet({ ...sheet, lines: sheet.lines.filter((it) => it.key !== key) })} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={sum === FULL ? 'soft' : 'notice bad'} role="status">
        {sum === FULL ? words.sum(sum) : words.sumMust(sum)}
      </p>
      <AddLine name={words.addLine} options={free.map((it) => ({ value: it, label: stageWords[locale].sources[it] }))} onAdd={add} />
    </>
  );
}

function Rules({ sheet, onSheet }: OfSheet) {
  const words = useLabels(labels);
  const grade = (index: number, it: object) =>
    onSheet({ ...sheet, grades: sheet.grades.map((old, i) => (i === index ? { ...old, ...it } : old)) });
  return (
    <div className="settings weights">
      <Field name={words.bonusMost}>
        <InputNumber min={0} max={100} value={sheet.bonusMost} onChange={(it) => onSheet({ ...sheet, bonusMost: it ?? 0 })} />
      </Field>
      <Field name={words.ties}>
        <Select
          value={sheet.ties}
          onChange={(ties) => onSheet({ ...sheet, ties })}
          options={[
            { value: 'skip', label: words.tiesSkip },
            { value: 'dense', label: words.tiesDense },
          ]}
        />
      </Field>
      <Field name={words.appealDays}>
        <InputNumber
          min={1}
          max={30}
          precision={0}
          value={sheet.appealDays}
          onChange={(it) => onSheet({ ...sheet, appealDays: it ?? 1 })}
        />
      </Field>
      {sheet.grades.map(({ name, least }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a grade is known by its place, its name is being typed
        <div key={i} className="field">
          <span className="name">{words.gradeFrom}</span>
          <span className="grade">
            <Input value={name} maxLength={6} aria-label={words.grade} onChange={({ target }) => grade(i, { name: target.value })} />
            <InputNumber
              min={0}
              max={100}
              value={least}
              aria-label={`${name} ${words.least}`}
              onChange={(it) => grade(i, { least: it ?? 0 })}
            />
          </span>
        </div>
      ))}
    </div>
  );
}
