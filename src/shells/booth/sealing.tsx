import { useEffect, useState } from 'react';
import type { Choice } from '#/ballot/rules/belenios/ballot.ts';
import { type Question, textOf } from '#/ballot/rules/belenios/structures.ts';
import type { Words } from './credential-form.tsx';
import { inWorker } from './in-worker.ts';
import type { Kept } from './kept.ts';
import { grouped, saveText } from './parts.tsx';
import { Choices } from './review.tsx';
import type { Openings } from './vote-worker.ts';

type Props = {
  words: Words;
  election: string;
  questions: readonly Question[];
  credential: string;
  choices: readonly Choice[];
  onBack: () => void;
  onCast: (kept: Kept) => void;
};
type Made = { readonly ballot: string; readonly tracker: string; readonly openings: Openings };

/** 加密, then 投出 or 抽查. The tracker is seen before either, so that the device cannot choose afterwards which ballot it shows. */
export function Sealing({ words, election, questions, credential, choices, onBack, onCast }: Props) {
  const [share, setShare] = useState(0);
  const [made, setMade] = useState<Made | 'failed' | null>(null);
  const [opened, setOpened] = useState<readonly Choice[] | 'bad' | null>(null);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn makes another ballot of the same choices.
  useEffect(() => {
    let isCurrent = true;
    setMade(null);
    setOpened(null);
    setShare(0);
    inWorker({ kind: 'make', election, credential, choices }, 'made', (it) => isCurrent && setShare(it)).then(
      (it) => isCurrent && setMade(it),
      () => isCurrent && setMade('failed'),
    );
    return () => {
      isCurrent = false;
    };
  }, [election, credential, choices, turn]);

  if (made === 'failed') return <p className="note bad">{words.failed}</p>;
  if (made === null)
    return (
      <>
        <p role="status">{words.sealing}</p>
        <progress max={1} value={share} aria-label={words.sealing} />
      </>
    );
  const challenge = async () => {
    const answer = await inWorker({ kind: 'check', election, ballot: made.ballot, openings: made.openings }, 'checked').catch(() => null);
    const isSame = answer?.choices != null && JSON.stringify(answer.choices) === JSON.stringify(choices);
    setOpened(isSame ? answer.choices : 'bad');
  };
  if (opened !== null) return <Opened {...{ words, election, questions, made, opened }} onAgain={() => setTurn(turn + 1)} />;
  return (
    <>
      <h2>{words.sealedTitle}</h2>
      <p>{words.sealedLead}</p>
      <Tracker words={words} tracker={made.tracker} />
      <div className="actions">
        <button type="button" className="main" onClick={() => onCast({ ballot: made.ballot, tracker: made.tracker })}>
          {words.cast}
        </button>
        <button type="button" onClick={() => void challenge()}>
          {words.challenge}
        </button>
        <button type="button" onClick={onBack}>
          {words.change}
        </button>
      </div>
    </>
  );
}

function Tracker({ words, tracker }: { words: Words; tracker: string }) {
  return (
    <>
      <h2>{words.tracker}</h2>
      <p className="tracker">{grouped(tracker)}</p>
    </>
  );
}

type OpenedProps = Pick<Props, 'words' | 'election' | 'questions'> & { made: Made; opened: readonly Choice[] | 'bad'; onAgain: () => void };

/** 抽查: what the ballot held, and a record of it for another device. It is never cast. */
function Opened({ words, election, questions, made, opened, onAgain }: OpenedProps) {
  const isGood = opened !== 'bad';
  const save = () => saveText('challenge.json', textOf({ election, ballot: made.ballot, openings: made.openings }));
  return (
    <>
      <p className={`note ${isGood ? 'good' : 'bad'}`} role="status">
        {isGood ? words.challengeGood : words.challengeBad}
      </p>
      {isGood ? <Choices words={words} questions={questions} choices={opened} /> : null}
      <Tracker words={words} tracker={made.tracker} />
      <div className="actions">
        <button type="button" onClick={save}>
          {words.challengeSave}
        </button>
        {isGood ? (
          <button type="button" className="main" onClick={onAgain}>
            {words.sealAgain}
          </button>
        ) : null}
      </div>
    </>
  );
}
