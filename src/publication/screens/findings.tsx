import { Input } from 'antd';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import type { ContentFinding } from '../rules/screening.ts';
import { placeSentence, words as publicationWords } from '../words.ts';
import type { EditionView } from './contract.ts';
import { excerptOf } from './excerpt.ts';
import { labels } from './labels.ts';

type FindingsProps = {
  readonly view: EditionView;
  readonly reasons: Readonly<Record<string, string>>;
  /** Absent once the review is over, and for whoever only reads. */
  readonly onReason?: (key: string, reason: string) => void;
};

/** 疑点: where personal data seems to stand, in its sentence; each is corrected at its source or let through with a reason. */
export function Findings({ view, reasons, onReason }: FindingsProps) {
  const words = useLabels(labels);
  if (view.findings.length === 0) return <p className="soft">{words.noFindings}</p>;
  return (
    <>
      {onReason && <p className="soft">{words.findingsLead}</p>}
      {view.findings.map((finding) => (
        <FindingBlock key={finding.key} finding={finding} view={view} reason={reasons[finding.key] ?? ''} onReason={onReason} />
      ))}
    </>
  );
}

type FindingBlockProps = {
  readonly finding: ContentFinding;
  readonly view: EditionView;
  readonly reason: string;
  readonly onReason: FindingsProps['onReason'];
};

function FindingBlock({ finding, view, reason, onReason }: FindingBlockProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const common = publicationWords[locale];
  const excerpt = excerptOf(finding, view.edition.content, view.edition.disclosure);
  const override = view.overrides.find(({ key }) => key === finding.key);
  return (
    <div className={finding.isOverridable ? 'notice warn privacy-finding' : 'notice bad privacy-finding'}>
      <p>
        <b>{placeSentence(finding, locale)}</b> · {common.kinds[finding.kind]}
      </p>
      <p lang="zh-CN">
        {excerpt ? (
          <>
            {excerpt.before}
            <mark>{excerpt.masked}</mark>
            {excerpt.after}
          </>
        ) : (
          <mark>{finding.masked}</mark>
        )}
      </p>
      {!finding.isOverridable && <p>{common.never}</p>}
      {override && <p className="soft">{words.letThrough(override.reviewer, override.reason)}</p>}
      {finding.isOverridable && onReason && (
        <Input
          placeholder={words.findingReason}
          aria-label={`${words.findingReason} ${placeSentence(finding, locale)}`}
          value={reason}
          maxLength={500}
          onChange={({ target }) => onReason(finding.key, target.value)}
        />
      )}
    </div>
  );
}
