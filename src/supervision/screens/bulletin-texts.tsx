import { App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useKept } from '#/ui/kept.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import type { BulletinContent } from '../rules/bulletin.ts';
import { checkText, fillText, MAX_TEXT, type TextFinding } from '../rules/text-block.ts';
import { words as supervisionWords } from '../words/labels.ts';
import { findingText, wordsOf } from '../words/refusals.ts';
import type { BlockView, BulletinView } from './contract.ts';
import { labels } from './labels.ts';

/** Told of every block whether it holds words that are not saved yet. */
export type OnUnsaved = (block: BlockView['block'], isUnsaved: boolean) => void;

/** The blocks that a person may word. Numbers typed in them are held against the board while they are typed. */
export function BulletinTexts({ view, onUnsaved }: { readonly view: BulletinView; readonly onUnsaved: OnUnsaved }) {
  const words = useLabels(labels);
  return (
    <>
      <p className="soft">{words.textsLead}</p>
      {view.blocks.map((block) => (
        <TextForm key={`${block.block}${block.written?.writtenAt ?? ''}`} block={block} view={view} onUnsaved={onUnsaved} />
      ))}
    </>
  );
}

function TextForm({ block, view, onUnsaved }: { readonly block: BlockView; readonly view: BulletinView; readonly onUnsaved: OnUnsaved }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const edit = useCommand<unknown, unknown>('supervision.edit-bulletin-text');
  const bulletinId = view.bulletin!.id;
  const [text, setText, forget] = useKept(`bulletin:${bulletinId}:${block.block}:${block.written?.writtenAt ?? ''}`, block.template);
  const [isOpen, setOpen] = useState(false);
  const cursor = useRef(text.length);
  const name = supervisionWords[locale].blocks[block.block];
  const isChanged = text !== block.template;
  useEffect(() => onUnsaved(block.block, isChanged), [onUnsaved, block.block, isChanged]);
  const findings = isChanged || block.written || block.findings.length > 0 ? checkText(text, view.content) : [];
  const unknown = wrongPlaceholder(text, view.content, locale);
  const save = (next: string | null) =>
    edit
      .mutateAsync({ input: { bulletinId, block: block.block, text: next } })
      .then(() => {
        forget();
        message.success(words.saved);
      })
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  const insert = (figure: string) => {
    setText(`${text.slice(0, cursor.current)}{${figure}}${text.slice(cursor.current)}`);
    cursor.current += figure.length + 2;
  };
  return (
    <div className="text-block">
      <p>
        <b>{name}</b> {block.written && <span className="soft">{words.edited(block.written.writtenBy)}</span>}
        {isChanged && <span className="unsaved"> {words.unsaved}</span>}
      </p>
      <GrowText
        value={text}
        maxLength={MAX_TEXT}
        onText={setText}
        onSelect={({ currentTarget }) => {
          cursor.current = currentTarget.selectionStart;
        }}
        onFocus={() => setOpen(true)}
        aria-label={name}
        isWrong={unknown !== null || findings.some(({ kind }) => kind === 'contradicts')}
      />
      {isOpen && <FigureChips view={view} onInsert={insert} />}
      <Faults unknown={unknown} findings={findings} />
      <p className="acts">
        <Button
          size="small"
          type="primary"
          disabled={!isChanged || !text.trim() || unknown !== null}
          loading={edit.isPending}
          onClick={() => save(text)}
        >
          {words.saveText}
        </Button>
        {isChanged && (
          <Button size="small" onClick={forget}>
            {words.undo}
          </Button>
        )}
        {block.written && (
          <Button size="small" onClick={() => save(null)}>
            {words.standing}
          </Button>
        )}
      </p>
    </div>
  );
}

type FigureChipsProps = {
  readonly view: Pick<BulletinView, 'figures' | 'figureNames'>;
  readonly onInsert: (figure: string) => void;
};

export function FigureChips({ view, onInsert }: FigureChipsProps) {
  const words = useLabels(labels);
  return (
    <p className="figure-chips">
      {words.figuresHint}{' '}
      {view.figureNames.map((figure) => (
        <button key={figure} type="button" title={view.figures[figure]} onClick={() => onInsert(figure)}>
          {figure} <small>{view.figures[figure]}</small>
        </button>
      ))}
    </p>
  );
}

type FaultsProps = { readonly unknown: string | null; readonly findings: readonly TextFinding[] };

export function Faults({ unknown, findings }: FaultsProps) {
  const locale = useLocale();
  return (
    <>
      {unknown && (
        <p className="notice bad" role="alert">
          {unknown}
        </p>
      )}
      {findings.map((finding) => (
        <p key={`${finding.start}`} className={finding.kind === 'unsupported' ? 'notice warn' : 'notice bad'} role="status">
          {findingText(finding, locale)}
        </p>
      ))}
    </>
  );
}

export function wrongPlaceholder(text: string, content: BulletinContent, locale: 'zh-CN' | 'en'): string | null {
  const filled = fillText(text, content);
  return filled.ok ? null : wordsOf(filled.refusal, locale);
}
