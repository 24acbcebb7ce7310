import type { Choice } from '#/ballot/rules/belenios/ballot.ts';
import type { Question } from '#/ballot/rules/belenios/structures.ts';
import type { Words } from './credential-form.tsx';

type ChoicesProps = { words: Words; questions: readonly Question[]; choices: readonly Choice[] };

/** Every project with what was chosen for it, in words and not by colour alone. */
export function Choices({ words, questions, choices }: ChoicesProps) {
  const lines = questions.flatMap((question, q): readonly (readonly [string, string])[] => {
    const choice = choices[q]!;
    if (choice === null) return [[words.blankChosen, '○']];
    if (questions.length > 1) return [[`${q + 1}. ${question.question}`, question.answers[choice.indexOf(1)]!]];
    return question.answers.map(
      (answer, i) => [`${i + 1}. ${answer}`, choice[i] === 1 ? `○ ${words.chosen}` : `— ${words.notChosen}`] as const,
    );
  });
  return (
    <table>
      <tbody>
        {lines.map(([name, mark]) => (
          <tr key={name}>
            <td>{name}</td>
            <td className="number">{mark}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Review({ onBack, onSeal, ...shown }: ChoicesProps & { onBack: () => void; onSeal: (choices: readonly Choice[]) => void }) {
  const { words, choices } = shown;
  return (
    <>
      <h2>{words.reviewTitle}</h2>
      <Choices {...shown} />
      <div className="actions">
        <button type="button" onClick={onBack}>
          {words.change}
        </button>
        <button type="button" className="main" onClick={() => onSeal(choices)}>
          {words.seal}
        </button>
      </div>
    </>
  );
}
