import { Button } from 'antd';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useLabels } from '#/ui/locale.tsx';
import type { BundleFigures } from '../rules/figures.ts';
import type { BallotRule } from '../rules/sheet.ts';
import { labels } from './labels.ts';

const HEADS = ['papers', 'void', 'blank'] as const;
const PARTS = { tick: ['for'], approve: ['for', 'against', 'abstain'], rank: ['points'] } as const;

type KeyFormProps = {
  readonly form: BallotRule['form'];
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
  readonly busy: boolean;
  readonly act: string;
  /** The two readings, where a scrutineer settles between them. */
  readonly from?: readonly BundleFigures[];
  readonly onSend: (figures: BundleFigures) => Promise<unknown>;
};

/** 录入一捆: keyboard alone; Enter goes on to the next figure and, in the last one, hands in. */
export function KeyForm({ form, candidates, busy, act, from = [], onSend }: KeyFormProps) {
  const words = useLabels(labels);
  const box = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const parts = PARTS[form];
  const send = (event: FormEvent) => {
    event.preventDefault();
    return onSend(figuresOf(typed, candidates, parts));
  };
  const next = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    const fields = [...(box.current?.querySelectorAll('input') ?? [])];
    const after = fields[fields.indexOf(event.target as HTMLInputElement) + 1];
    if (after === undefined) return;
    event.preventDefault();
    after.focus();
    after.select();
  };
  const fill = (figures: BundleFigures) => setTyped(typedOf(figures, candidates, parts));
  const set = (key: string, text: string) => setTyped({ ...typed, [key]: text.replace(/[^0-9]/g, '') });
  const field = (key: string, name: string) => (
    <Figure name={name} value={typed[key] ?? ''} onNext={next} onText={(text) => set(key, text)} />
  );
  return (
    <form ref={box} className="key-form" onSubmit={send} autoComplete="off">
      <p className="soft">{words.keyHint}</p>
      {from.length === 2 && <Choose from={from} onChoose={fill} />}
      <table>
        <tbody>
          {HEADS.map((head) => (
            <tr key={head}>
              <td />
              <td>{words[head]}</td>
              <td colSpan={parts.length}>{field(head, words[head])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <thead>
          <tr>
            <th />
            <th>{words.candidate}</th>
            {parts.map((part) => (
              <th key={part}>{words.votes[part]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {candidates.map(({ id, name }, i) => (
            <tr key={id}>
              <td className="soft">{i + 1}</td>
              <td>{name}</td>
              {parts.map((part) => (
                <td key={part}>{field(`${id} ${part}`, `${name} ${words.votes[part]}`)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="acts">
        <Button type="primary" size="large" htmlType="submit" loading={busy}>
          {act}
        </Button>
      </p>
    </form>
  );
}

type Typed = Readonly<Record<string, string>>;
type Parts = (typeof PARTS)[BallotRule['form']];

function figuresOf(typed: Typed, candidates: KeyFormProps['candidates'], parts: Parts): BundleFigures {
  const number = (key: string) => Number(typed[key] ?? '0') || 0;
  const none = { for: 0, against: 0, abstain: 0, points: 0 };
  const votesOf = (id: string) => ({ ...none, ...Object.fromEntries(parts.map((part) => [part, number(`${id} ${part}`)])) });
  const votes = Object.fromEntries(candidates.map(({ id }) => [id, votesOf(id)]));
  return { papers: number('papers'), void: number('void'), blank: number('blank'), votes };
}

function typedOf({ votes, ...heads }: BundleFigures, candidates: KeyFormProps['candidates'], parts: Parts): Typed {
  return {
    ...Object.fromEntries(HEADS.map((head) => [head, String(heads[head])])),
    ...Object.fromEntries(candidates.flatMap(({ id }) => parts.map((part) => [`${id} ${part}`, String(votes[id]?.[part] ?? 0)]))),
  };
}

type FigureProps = {
  readonly name: string;
  readonly value: string;
  readonly onNext: (event: KeyboardEvent) => void;
  readonly onText: (text: string) => void;
};

function Figure({ name, value, onNext, onText }: FigureProps) {
  return (
    <input
      inputMode="numeric"
      pattern="[0-9]{1,7}"
      required
      aria-label={name}
      value={value}
      onKeyDown={onNext}
      onChange={({ target }) => onText(target.value)}
    />
  );
}

/** Between two readings one is taken and then mended. */
function Choose({ from, onChoose }: { readonly from: readonly BundleFigures[]; readonly onChoose: (it: BundleFigures) => void }) {
  const words = useLabels(labels);
  return (
    <p className="acts">
      <Button onClick={() => onChoose(from[0]!)}>{words.useFirst}</Button>
      <Button onClick={() => onChoose(from[1]!)}>{words.useSecond}</Button>
    </p>
  );
}
