import { useLabels } from '#/ui/locale.tsx';
import type { ShownBox } from './contract.ts';
import './box.css';
import { boxLabels } from './labels.ts';

/** Who has done which step; in words and shapes. */
export function TrusteeTable({ shown: { box, trustees } }: { readonly shown: ShownBox }) {
  const words = useLabels(boxLabels);
  const steps = [
    ...(box.threshold === null
      ? []
      : ([
          ['certificate', 'certificate'],
          ['shares', 'coefficients'],
        ] as const)),
    ['key', 'publicKey'],
    ['decryption', 'decryption'],
  ] as const;
  return (
    <div className="box-table">
      <table>
        <thead>
          <tr>
            <th>{words.place}</th>
            {steps.map(([name]) => (
              <th key={name}>{words[name]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trustees.map((it) => (
            <tr key={it.position}>
              <td>{it.title}</td>
              {steps.map(([name, field]) => (
                <td key={name}>{it[field] === null ? words.open : words.done}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function PartTable({ part, shown: { box } }: { readonly part: NonNullable<ShownBox['part']>; readonly shown: ShownBox }) {
  const words = useLabels(boxLabels);
  const names = box.form === 'tick' ? box.questions[0]!.answers : box.questions.map((it) => it.question);
  const isApprove = box.form === 'approve';
  return (
    <>
      <div className="box-table">
        <table>
          <thead>
            <tr>
              <th>{words.project}</th>
              <th>{words.for}</th>
              {isApprove && <th>{words.against}</th>}
              {isApprove && <th>{words.abstain}</th>}
            </tr>
          </thead>
          <tbody>
            {box.candidateIds.map((id, i) => (
              <tr key={id}>
                <td>{names[i]}</td>
                <td>{part.votes[id]?.for}</td>
                {isApprove && <td>{part.votes[id]?.against}</td>}
                {isApprove && <td>{part.votes[id]?.abstain}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!isApprove && <p>{words.blank(part.blank)}</p>}
      <p>{words.reconcile(part.issued, part.collected)}</p>
    </>
  );
}
