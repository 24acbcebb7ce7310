import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { longDate } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Loading, Page, Whole } from '#/ui/page.tsx';
import { Field, WhyButton } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
import { checkSheet } from '../rules/sheet.ts';
import { wordsOf } from '../words/refusals.ts';
import './assessment.css';
import type { SheetView } from './contract.ts';
import { Difficulties } from './difficulties.tsx';
import { labels } from './labels.ts';
import { SheetEditor } from './sheet-editor.tsx';

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
      <SheetEditor sheet={sheet} onSheet={setSheet} />
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
