import { App, Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { longDate } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Loading, Page, Section, Whole } from '#/ui/page.tsx';
import { Field, WhyButton } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
import { checkSheet, FULL, type ScoreSheet, weightSum } from '../rules/sheet.ts';
import { words as stageWords } from '../words/labels.ts';
import { wordsOf } from '../words/refusals.ts';
import './assessment.css';
import type { SheetView } from './contract.ts';
import { Difficulties } from './difficulties.tsx';
import { labels } from './labels.ts';

/** 评分表 of a year, with its versions, and the difficulty of each project. */
export default function SheetScreen() {
  const words = useLabels(labels);
  const list = useYearList();
  const view = useRead<SheetView>(list.list && `/assessment/sheet?year=${list.list.year}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  if (!list.list) return <NoList />;
  return (
    <Page title={words.sheetTitle} lead={words.sheetLead} actions={<ListChoice of={list} />}>
      <Whole of={view}>{(it) => <SheetForm key={it.version} view={it} />}</Whole>
      <Difficulties list={list.list} />
    </Page>
  );
}

function SheetForm({ view }: { readonly view: SheetView }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const set = useCommand<unknown, unknown>('assessment.set-sheet');
  const [sheet, setSheet] = useState(view.sheet);
  const [reason, setReason] = useState('');
  const checked = checkSheet(sheet, view.sheet);
  const why = !checked.ok ? wordsOf(checked.refusal, locale) : reason.trim().length < 2 ? words.reasonMissing : null;
  const save = () =>
    set
      .mutateAsync({ input: { year: view.year, sheet, reason: reason.trim() } })
      .then(() => message.success(words.saved))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <>
      <p className="notice">{view.version === 0 ? words.defaultSheet : words.ownSheet(view.version)}</p>
      <Section title={words.scoring}>
        <Lines sheet={sheet} onSheet={setSheet} />
      </Section>
      <Section title={`${words.bonuses} · ${words.deductions}`}>
        <Extras sheet={sheet} onSheet={setSheet} />
      </Section>
      <Section title={words.rules}>
        <Rules sheet={sheet} onSheet={setSheet} />
      </Section>
      <Field name={words.reason}>
        <Input value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <p className="acts">
        <WhyButton type="primary" loading={set.isPending} why={why} onClick={save}>
          {words.save}
        </WhyButton>
        <Button onClick={() => setSheet(view.standard)}>{words.useStandard}</Button>
      </p>
      {view.history.length > 0 && (
        <details>
          <summary>{words.history}</summary>
          <ul>
            {view.history.map(({ version, reason: said, setBy, setOn }) => (
              <li key={version}>
                {version} · {longDate(setOn as never, locale)} {setBy}：{said}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

type OfSheet = { readonly sheet: ScoreSheet; readonly onSheet: (sheet: ScoreSheet) => void };

function Lines({ sheet, onSheet }: OfSheet) {
  const words = useLabels(labels);
  const locale = useLocale();
  const sum = weightSum(sheet);
  const change = (key: string, it: object) =>
    onSheet({ ...sheet, lines: sheet.lines.map((line) => (line.key === key ? { ...line, ...it } : line)) });
  const add = () => {
    const free = Array.from({ length: 30 }, (_, i) => `line-${i + 1}`).find((key) => !sheet.lines.some((it) => it.key === key))!;
    onSheet({ ...sheet, lines: [...sheet.lines, { key: free, title: words.enter, source: 'manual', weight: 5 }] });
  };
  return (
    <div className="table-scroll">
      <table className="sheet-table">
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
              <td>
                <Input
                  value={title}
                  maxLength={30}
                  aria-label={words.item}
                  onChange={({ target }) => change(key, { title: target.value })}
                />
              </td>
              <td>
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
                <Button size="small" type="text" onClick={() => onSheet({ ...sheet, lines: sheet.lines.filter((it) => it.key !== key) })}>
                  {words.remove}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={sum === FULL ? 'soft' : 'notice bad'}>
        {sum === FULL ? words.sum(sum) : words.sumMust(sum)}{' '}
        <Button size="small" onClick={add}>
          {words.addLine}
        </Button>
      </p>
    </div>
  );
}

type PointsProps = {
  readonly name: string;
  readonly value: number | null;
  readonly empty?: string;
  readonly onPoints: (points: number | null) => void;
};

function Points({ name, value, empty, onPoints }: PointsProps) {
  return (
    <td>
      <InputNumber min={0} max={100} value={value} aria-label={name} placeholder={empty ?? ''} onChange={onPoints} />
    </td>
  );
}

function Extras({ sheet, onSheet }: OfSheet) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { bonuses, deductions } = stageWords[locale];
  const bonus = (key: string, it: object) =>
    onSheet({ ...sheet, bonuses: sheet.bonuses.map((one) => (one.key === key ? { ...one, ...it } : one)) });
  const deduct = (key: string, it: object) =>
    onSheet({ ...sheet, deductions: sheet.deductions.map((one) => (one.key === key ? { ...one, ...it } : one)) });
  return (
    <div className="table-scroll">
      <table className="sheet-table">
        <thead>
          <tr>
            <th>{words.item}</th>
            <th>{words.each}</th>
            <th>{words.cap}</th>
            <th>{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.bonuses.map(({ key, title, source, each, most }) => (
            <tr key={key}>
              <td>＋ {title}</td>
              <Points name={`${title} ${words.each}`} value={each} onPoints={(it) => bonus(key, { each: it ?? 0 })} />
              <Points name={`${title} ${words.cap}`} value={most} onPoints={(it) => bonus(key, { most: it ?? 0 })} />
              <td className="soft">{bonuses[source]}</td>
            </tr>
          ))}
          {sheet.deductions.map(({ key, title, source, each, most, doubles, vetoes }) => (
            <tr key={key}>
              <td>− {title}</td>
              <Points name={`${title} ${words.each}`} value={each} onPoints={(it) => deduct(key, { each: it ?? 0 })} />
              <Points name={`${title} ${words.cap}`} value={most} empty={words.noCap} onPoints={(it) => deduct(key, { most: it })} />
              <td className="soft">
                {deductions[source]}
                <br />
                {source === 'manual' ? (
                  <Checkbox checked={vetoes} onChange={({ target }) => deduct(key, { vetoes: target.checked })}>
                    {words.vetoes}
                  </Checkbox>
                ) : (
                  <Checkbox checked={doubles} onChange={({ target }) => deduct(key, { doubles: target.checked })}>
                    {words.doubles}
                  </Checkbox>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Rules({ sheet, onSheet }: OfSheet) {
  const words = useLabels(labels);
  const grade = (index: number, least: number) =>
    onSheet({ ...sheet, grades: sheet.grades.map((it, i) => (i === index ? { ...it, least } : it)) });
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
        <Field key={name} name={`${name} ${words.least}`}>
          <InputNumber min={0} max={100} value={least} onChange={(it) => grade(i, it ?? 0)} />
        </Field>
      ))}
    </div>
  );
}
