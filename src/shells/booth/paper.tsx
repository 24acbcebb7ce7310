import { useState } from 'react';
import type { Choice } from '#/ballot/rules/belenios/ballot.ts';
import type { Question } from '#/ballot/rules/belenios/structures.ts';
import type { Words } from './credential-form.tsx';
import { Review } from './review.tsx';

type Props = {
  words: Words;
  questions: readonly Question[];
  form: 'tick' | 'approve';
  kept: readonly Choice[] | null;
  onSeal: (choices: readonly Choice[]) => void;
};

/** Marks while they are made: null is a blank, undefined not decided yet. */
type Marks = readonly (Choice | undefined)[];

/** 选票: the marks, counted while they are made, and reviewed before anything is encrypted. */
export function Paper({ words, questions, form, kept, onSeal }: Props) {
  const [marks, setMarks] = useState<Marks>(() => kept ?? questions.map(() => undefined));
  const [isReview, setReview] = useState(kept !== null);
  const set = (at: number, choice: Choice | undefined) => setMarks(marks.map((it, i) => (i === at ? choice : it)));
  const isComplete = questions.every((question, i) => {
    const choice = marks[i];
    if (choice === undefined) return false;
    const count = choice?.filter((it) => it === 1).length ?? question.min;
    return count >= question.min && count <= question.max;
  });
  if (isReview && isComplete)
    return (
      <Review words={words} questions={questions} choices={marks as readonly Choice[]} onBack={() => setReview(false)} onSeal={onSeal} />
    );
  const voted = marks.filter((it) => it !== undefined).length;
  const first = questions[0]!;
  const ticked = marks[0]?.filter((it) => it === 1).length ?? 0;
  return (
    <>
      <p>{form === 'tick' ? words.tickLead(first.max) : words.approveLead}</p>
      {form === 'tick' ? (
        <Ticks words={words} question={first} choice={marks[0]} onChoice={(it) => set(0, it)} />
      ) : (
        questions.map((question, i) => (
          <OneByOne key={question.question} number={i + 1} question={question} choice={marks[i]} onChoice={(it) => set(i, it)} />
        ))
      )}
      <div className="foot">
        <div>
          <span className="count" role="status">
            {form === 'approve'
              ? words.countApprove(voted, questions.length)
              : marks[0] === null
                ? words.blankChosen
                : words.count(ticked, first.max)}
          </span>
          <button type="button" className="main" disabled={!isComplete} onClick={() => setReview(true)}>
            {words.review}
          </button>
        </div>
      </div>
    </>
  );
}

type PartProps = { question: Question; choice: Choice | undefined; onChoice: (choice: Choice | undefined) => void };

function Ticks({ words, question, choice, onChoice }: PartProps & { words: Words }) {
  const ticks = choice ?? question.answers.map(() => 0 as const);
  const isFull = ticks.filter((it) => it === 1).length >= question.max;
  const [isOver, setOver] = useState(false);
  const toggle = (at: number) => {
    if (ticks[at] === 0 && isFull) return setOver(true);
    setOver(false);
    const next = ticks.map((it, i): 0 | 1 => (i === at ? (it === 1 ? 0 : 1) : it));
    onChoice(next.includes(1) ? next : undefined);
  };
  return (
    <>
      <ul className="list">
        {question.answers.map((answer, i) => (
          <li key={answer}>
            <label className={`choice${ticks[i] === 1 ? ' on' : ''}`}>
              <input type="checkbox" checked={ticks[i] === 1} onChange={() => toggle(i)} />
              <span>
                {i + 1}. {answer}
              </span>
            </label>
          </li>
        ))}
        {question.blank ? (
          <li>
            <label className={`choice${choice === null ? ' on' : ''}`}>
              <input type="checkbox" checked={choice === null} onChange={() => onChoice(choice === null ? undefined : null)} />
              <span>{words.blank}</span>
            </label>
          </li>
        ) : null}
      </ul>
      <div role="alert">{isOver ? <p className="note wait">{words.tooMany(question.max)}</p> : null}</div>
    </>
  );
}

function OneByOne({ number, question, choice, onChoice }: PartProps & { number: number }) {
  return (
    <fieldset>
      <legend>
        {number}. {question.question}
      </legend>
      <div className="row">
        {question.answers.map((answer, at) => (
          <label key={answer} className={`choice${choice?.[at] === 1 ? ' on' : ''}`}>
            <input
              type="radio"
              name={`question-${number}`}
              checked={choice?.[at] === 1}
              onChange={() => onChoice(question.answers.map((_, i): 0 | 1 => (i === at ? 1 : 0)))}
            />
            <span>{answer}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
