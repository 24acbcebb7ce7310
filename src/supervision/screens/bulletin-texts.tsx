import { App, Button } from 'antd';
import { useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { words as supervisionWords } from '../words/labels.ts';
import { findingText } from '../words/refusals.ts';
import type { BlockView, BulletinView } from './contract.ts';
import { labels } from './labels.ts';

/** The blocks that a person may word. Numbers typed in them are held against the board. */
export function BulletinTexts({ view }: { readonly view: BulletinView }) {
  const words = useLabels(labels);
  return (
    <>
      <p className="soft">
        {words.figuresHint}{' '}
        {view.figureNames.map((name) => (
          <code key={name} title={view.figures[name]}>
            {`{${name}}`}
          </code>
        ))}
      </p>
      {view.blocks.map((block) => (
        <TextForm key={`${block.block}${block.written?.writtenAt ?? ''}`} block={block} bulletinId={view.bulletin!.id} />
      ))}
    </>
  );
}

function TextForm({ block, bulletinId }: { readonly block: BlockView; readonly bulletinId: string }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const edit = useCommand<unknown, unknown>('supervision.edit-bulletin-text');
  const [text, setText] = useState(block.template);
  const save = (next: string | null) =>
    edit
      .mutateAsync({ input: { bulletinId, block: block.block, text: next } })
      .then(() => message.success(words.saved))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <div className="text-block">
      <p>
        <b>{supervisionWords[locale].blocks[block.block]}</b>{' '}
        {block.written && <span className="soft">{words.edited(block.written.writtenBy)}</span>}
      </p>
      <GrowText
        value={text}
        onText={setText}
        aria-label={supervisionWords[locale].blocks[block.block]}
        isWrong={block.findings.some(({ kind }) => kind === 'contradicts')}
      />
      {block.findings.map((finding) => (
        <p key={`${finding.start}`} className={finding.kind === 'contradicts' ? 'notice bad' : 'notice warn'}>
          {findingText(finding, locale)}
        </p>
      ))}
      <p className="acts">
        <Button
          size="small"
          type="primary"
          disabled={text === block.template || !text.trim()}
          loading={edit.isPending}
          onClick={() => save(text)}
        >
          {words.saveText}
        </Button>
        {block.written && (
          <Button size="small" onClick={() => save(null)}>
            {words.standing}
          </Button>
        )}
      </p>
    </div>
  );
}
