import { App, Button } from 'antd';
import { useState } from 'react';
import { shortDate } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Whole } from '#/ui/page.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay } from '#/ui/session.ts';
import type { Letter, LetterAnswer } from '../rules/letter.ts';
import { levelWords } from '../words/agenda.ts';
import { blockerLabels } from './blocker-labels.ts';
import type { BlockerAnswer, BlockersAnswer, CardProps } from './contract.ts';
import { AnswerLetter, SendLetter } from './letter-dialogs.tsx';
import { useDownload } from './use-download.ts';

/** 经过: every step, and every letter with what was answered. */
export function BlockerCourse({ blocker, of }: CardProps) {
  const words = useLabels(blockerLabels);
  const locale = useLocale();
  const course = useRead<BlockerAnswer>(`/rhythm/blocker?blockerId=${blocker.id}`);
  return (
    <Whole of={course}>
      {({ steps, letters, answers }) => (
        <div className="course">
          <ol>
            {steps.map((it) => (
              <li key={it.position}>
                <span className="nowrap">{shortDate(it.onDay, locale)}</span> {it.byName}{' '}
                <b>{it.toLevel === null ? words.acts[it.act] : `${words.acts[it.act]}（${levelWords[locale][it.toLevel]}）`}</b>：{it.text}
              </li>
            ))}
          </ol>
          {letters.map((letter) => (
            <LetterLine key={letter.id} letter={letter} answers={answers.filter(({ letterId }) => letterId === letter.id)} of={of} />
          ))}
        </div>
      )}
    </Whole>
  );
}

type LineProps = { readonly letter: Letter; readonly answers: readonly LetterAnswer[]; readonly of: BlockersAnswer };

function LetterLine({ letter, answers, of }: LineProps) {
  const words = useLabels(blockerLabels);
  const locale = useLocale();
  const isLate = letter.state === 'sent' && letter.answerBy < of.today;
  return (
    <div className="letter">
      <p>
        <b>{letter.title}</b> {letter.number ?? ''} → {letter.toBody} · {words.letterStates[letter.state]}
        {letter.sentOn === null ? '' : ` ${shortDate(letter.sentOn, locale)}`}
        {isLate ? <span className="late"> {words.late}</span> : ''}
      </p>
      {answers.map((it) => (
        <p key={it.position} className="soft">
          {shortDate(it.answeredOn, locale)} {words.results[it.result]}：{it.text}（{it.source}）
        </p>
      ))}
      <LetterActs letter={letter} of={of} />
    </div>
  );
}

function LetterActs({ letter, of }: Omit<LineProps, 'answers'>) {
  const words = useLabels(blockerLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const download = useDownload();
  const mayWrite = useMay('rhythm.letters');
  const withdraw = useCommand<unknown, unknown>('rhythm.withdraw-letter');
  const [open, setOpen] = useState<'send' | 'answer' | null>(null);
  const drop = () =>
    withdraw
      .mutateAsync({ input: { letterId: letter.id }, base: { [`letter:${letter.id}`]: letter.version } })
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  if (!mayWrite) return null;
  return (
    <p className="acts no-print">
      <Button size="small" onClick={() => download(`/rhythm/letter.docx?letterId=${letter.id}`)}>
        {words.download}
      </Button>
      {letter.state === 'drafted' && (
        <>
          <Button size="small" onClick={() => setOpen('send')}>
            {words.send}
          </Button>
          <Button size="small" onClick={drop}>
            {words.cancelLetter}
          </Button>
        </>
      )}
      {(letter.state === 'sent' || letter.state === 'answered') && (
        <Button size="small" onClick={() => setOpen('answer')}>
          {words.answer}
        </Button>
      )}
      {open === 'send' && <SendLetter letter={letter} today={of.today} onClose={() => setOpen(null)} />}
      {open === 'answer' && <AnswerLetter letter={letter} today={of.today} onClose={() => setOpen(null)} />}
    </p>
  );
}
