import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useLabels } from '#/ui/locale.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { ListDifference } from '../rules/difference.ts';
import { labels } from './labels.ts';

type DifferencesProps = {
  readonly programmeId: string;
  readonly differences: readonly ListDifference[];
  readonly busy: boolean;
  readonly onReplace: () => void;
};

/** What another reading would change, before and after, row by row. */
export function Differences({ programmeId, differences, busy, onReplace }: DifferencesProps) {
  const words = useLabels(labels);
  const navigate = useNavigate();
  const { district } = useWorkplace();
  return (
    <section className="differences">
      <h2>{words.differs(differences.length)}</h2>
      <ul>
        {differences.map(({ no, what, before, after }) => (
          <li key={`${no}${what}`}>
            <b>
              {no} {words.differencesAre[what]}
            </b>
            {before && <del>{before}</del>}
            {after && <ins>{after}</ins>}
          </li>
        ))}
      </ul>
      <p>
        <Button type="primary" onClick={() => navigate(`/${district}/programmes/${programmeId}/draft`)}>
          {words.keepDraft}
        </Button>{' '}
        <Button danger loading={busy} onClick={onReplace}>
          {words.replaceDraft}
        </Button>
      </p>
    </section>
  );
}
