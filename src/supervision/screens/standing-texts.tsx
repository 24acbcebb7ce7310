import { App, Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { monthOf, yearOf } from '#/kernel/civil-date.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Loading, Page, Section, Whole } from '#/ui/page.tsx';
import { Field, WhyButton } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { NoList, useYearList } from '#/ui/year-list.tsx';
import type { StandingText } from '../rules/standing-text.ts';
import { checkText, fillText, MAX_TEXT } from '../rules/text-block.ts';
import { words as supervisionWords } from '../words/labels.ts';
import { Faults, FigureChips, wrongPlaceholder } from './bulletin-texts.tsx';
import type { StandingTextsView } from './contract.ts';
import { labels } from './labels.ts';
import './supervision.css';

/** 通报固定文字: how this district words the blocks of every bulletin; every wording stays. */
export default function StandingTextsScreen() {
  const words = useLabels(labels);
  const { today } = useWorkplace();
  const list = useYearList();
  const month = list.list && list.list.year < yearOf(today) ? 12 : monthOf(today);
  const view = useRead<StandingTextsView>(list.query && `/supervision/standing-texts?${list.query}&month=${month}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  if (!list.list) return <NoList />;
  return (
    <Page title={words.standingTexts} lead={words.standingTextsLead}>
      <Whole of={view}>
        {(it) => it.blocks.map((block) => <BlockForm key={`${block.block}${block.history.length}`} view={it} block={block} />)}
      </Whole>
    </Page>
  );
}

type BlockFormProps = { readonly view: StandingTextsView; readonly block: StandingTextsView['blocks'][number] };

function BlockForm({ view, block: { block, usual, history } }: BlockFormProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const set = useCommand<unknown, unknown>('supervision.set-standing-text');
  const current = history[0];
  const inForce = current?.text ?? usual;
  const [text, setText] = useState(inForce);
  const [reason, setReason] = useState('');
  const cursor = useRef(text.length);
  const isChanged = text !== inForce;
  const unknown = wrongPlaceholder(text, view.content, locale);
  const why = !text.trim() ? words.textEmpty : !isChanged ? words.textSame : reason.trim().length < 2 ? words.whyMissing : unknown;
  const save = (next: string | null) =>
    set
      .mutateAsync({ input: { block, text: next, reason } })
      .then(() => message.success(words.saved))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  const insert = (figure: string) => {
    setText(`${text.slice(0, cursor.current)}{${figure}}${text.slice(cursor.current)}`);
    cursor.current += figure.length + 2;
  };
  return (
    <Section title={supervisionWords[locale].blocks[block]}>
      <div className="text-block">
        <p className="soft">{current?.text ? words.districtText(current.setBy, current.setOn) : words.usualText}</p>
        <GrowText
          value={text}
          maxLength={MAX_TEXT}
          onText={setText}
          onSelect={({ currentTarget }) => {
            cursor.current = currentTarget.selectionStart;
          }}
          aria-label={supervisionWords[locale].blocks[block]}
          isWrong={unknown !== null}
        />
        <FigureChips view={view} onInsert={insert} />
        <Faults unknown={unknown} findings={isChanged ? checkText(text, view.content) : []} />
        <Tried text={text} content={view.content} />
        <Field name={words.whyText}>
          <Input value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} />
        </Field>
        <p className="acts">
          <WhyButton type="primary" loading={set.isPending} why={why} onClick={() => save(text)}>
            {words.saveText}
          </WhyButton>
          {isChanged && <Button onClick={() => setText(inForce)}>{words.undo}</Button>}
          {current?.text && (
            <WhyButton why={reason.trim().length < 2 ? words.whyMissing : null} onClick={() => save(null)}>
              {words.backToUsual}
            </WhyButton>
          )}
        </p>
        <Earlier history={history} />
      </div>
    </Section>
  );
}

function Tried({ text, content }: { readonly text: string; readonly content: StandingTextsView['content'] }) {
  const words = useLabels(labels);
  const filled = fillText(text, content);
  if (!filled.ok) return null;
  return (
    <p className="soft">
      {words.tried(content.month)}：{filled.value.trim() || words.printsNothing}
    </p>
  );
}

function Earlier({ history }: { readonly history: readonly StandingText[] }) {
  const words = useLabels(labels);
  if (history.length === 0) return null;
  return (
    <details>
      <summary>{words.textHistory(history.length)}</summary>
      <ul>
        {history.map(({ version, text, reason, setBy, setOn }) => (
          <li key={version}>
            {text ?? words.usualText}
            <br />
            <small className="soft">
              {setOn} {setBy}：{reason}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}
