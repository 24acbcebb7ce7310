import { Input, Select } from 'antd';
import { useState } from 'react';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { LETTER_RESULTS, LETTER_TO, type Letter, type LetterTo } from '../rules/letter.ts';
import { blockerLabels } from './blocker-labels.ts';
import type { CardProps } from './contract.ts';

/** 拟函: the text begins with what the blocker says. */
export function DraftLetter({ blocker, of, onClose }: CardProps & { readonly onClose: () => void }) {
  const words = useLabels(blockerLabels);
  const draft = useCommand<unknown, unknown>('rhythm.draft-letter');
  const [id] = useState(newId);
  const project = of.projects.find((it) => it.id === blocker.projectId);
  const [said, setSaid] = useState({
    toBody: blocker.level === 'city' || blocker.level === 'utility' ? blocker.askedOf : '',
    title: words.letterTitleOf(project?.name ?? ''),
    text: [blocker.detail === '' ? `${project?.name ?? ''}：${blocker.title}。` : blocker.detail, blocker.asked]
      .filter((it) => it !== '')
      .join('\n'),
  });
  const [toKind, setKind] = useState<LetterTo>(blocker.level === 'city' ? 'city' : 'water');
  const [answerBy, setAnswerBy] = useState<CivilDate | null>(addDays(of.today, 10));
  const set = (name: keyof typeof said) => (text: string) => setSaid({ ...said, [name]: text });
  const isWhole = Object.values(said).every((it) => it.trim().length > 1) && answerBy !== null;
  return (
    <FormDialog
      title={words.letter}
      act={words.letter}
      why={isWhole ? null : words.incomplete}
      onClose={onClose}
      onSend={() => draft.mutateAsync({ input: { id, blockerId: blocker.id, toKind, answerBy, ...said } })}
    >
      <Field name={words.letterTo}>
        <Select
          className="full"
          aria-label={words.letterTo}
          value={toKind}
          onChange={setKind}
          options={LETTER_TO.map((value) => ({ value, label: words.letterKinds[value] }))}
        />
      </Field>
      <Field name={words.body}>
        <Input value={said.toBody} maxLength={60} onChange={({ target }) => set('toBody')(target.value)} />
      </Field>
      <Field name={words.letterTitle}>
        <GrowText value={said.title} maxLength={100} onText={set('title')} />
      </Field>
      <Field name={words.text}>
        <GrowText value={said.text} rows={4} maxLength={2000} onText={set('text')} />
      </Field>
      <Field name={words.answerBy}>
        <DayField value={answerBy} onChange={setAnswerBy} min={of.today} />
      </Field>
    </FormDialog>
  );
}

type LetterProps = { readonly letter: Letter; readonly today: CivilDate; readonly onClose: () => void };

export function SendLetter({ letter, today, onClose }: LetterProps) {
  const words = useLabels(blockerLabels);
  const send = useCommand<unknown, unknown>('rhythm.send-letter');
  const [sentOn, setSentOn] = useState<CivilDate | null>(today);
  const [number, setNumber] = useState('');
  const input = { letterId: letter.id, sentOn, number: number.trim() === '' ? null : number.trim() };
  return (
    <FormDialog
      title={letter.title}
      act={words.send}
      why={sentOn === null ? words.incomplete : null}
      onClose={onClose}
      onSend={() => send.mutateAsync({ input, base: { [`letter:${letter.id}`]: letter.version } })}
    >
      <Field name={words.sentOn}>
        <DayField value={sentOn} onChange={setSentOn} max={today} />
      </Field>
      <Field name={words.number}>
        <Input value={number} maxLength={40} onChange={({ target }) => setNumber(target.value)} />
      </Field>
    </FormDialog>
  );
}

export function AnswerLetter({ letter, today, onClose }: LetterProps) {
  const words = useLabels(blockerLabels);
  const answer = useCommand<unknown, unknown>('rhythm.answer-letter');
  const [answeredOn, setOn] = useState<CivilDate | null>(today);
  const [result, setResult] = useState<(typeof LETTER_RESULTS)[number]>('agreed');
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const isWhole = answeredOn !== null && text.trim().length > 1 && source.trim().length > 1;
  return (
    <FormDialog
      title={letter.title}
      act={words.answer}
      why={isWhole ? null : words.incomplete}
      onClose={onClose}
      onSend={() =>
        answer.mutateAsync({
          input: { letterId: letter.id, answeredOn, result, text, source },
          base: { [`letter:${letter.id}`]: letter.version },
        })
      }
    >
      <Field name={words.answeredOn}>
        <DayField value={answeredOn} onChange={setOn} max={today} />
      </Field>
      <Field name={words.result}>
        <Select
          className="full"
          aria-label={words.result}
          value={result}
          onChange={setResult}
          options={LETTER_RESULTS.map((value) => ({ value, label: words.results[value] }))}
        />
      </Field>
      <Field name={words.answerText}>
        <GrowText value={text} onText={setText} maxLength={1000} />
      </Field>
      <Field name={words.source}>
        <Input value={source} maxLength={100} onChange={({ target }) => setSource(target.value)} />
      </Field>
    </FormDialog>
  );
}
