import { longDate, number } from '#/kernel/format.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { Report } from '../rules/report.ts';
import { words as deliveryWords } from '../words/labels.ts';
import type { Waiting } from './contract.ts';
import { labels } from './labels.ts';
import { reviewLabels } from './review-labels.ts';
import { Badge } from './standing.tsx';

/** What a report says: figure, stage, words, evidence, and the reasons it gave for what looked odd. */
export function ReportSaid({ report, isZeroByStage }: { readonly report: Report; readonly isZeroByStage: boolean }) {
  const words = useLabels(labels);
  const common = deliveryWords[useLocale()];
  return (
    <>
      <p className="figure">
        {report.value === null ? (
          <span className="soft">{isZeroByStage ? words.zeroByStage : words.noNumber}</span>
        ) : (
          <b>{number(report.value)}</b>
        )}{' '}
        {report.value !== null && <small>{report.measureUnit}</small>}{' '}
        {report.valueKind && <small>{common.valueKinds[report.valueKind]}</small>} {report.stage && <b className="word">{report.stage}</b>}
        {!report.inMeasure && <small className="soft">（{words.notCounted}）</small>}
      </p>
      {report.text && <p>{report.text}</p>}
      <SentBy report={report} />
      <Evidence digests={report.evidence} />
      {report.overrides.map(({ check, reason }) => (
        <p key={check} className="notice">
          {words.reasonGiven(common.checks[check], reason)}
        </p>
      ))}
    </>
  );
}

function SentBy({ report }: { readonly report: Report }) {
  const words = useLabels(labels);
  const more = useLabels(reviewLabels);
  const locale = useLocale();
  const common = deliveryWords[locale];
  const parts = [
    `${common.asOf} ${longDate(report.asOf, locale)}`,
    report.state === 'proposed' ? words.proposedFrom : report.submittedBy,
    report.onBehalf && report.state !== 'proposed' ? common.onBehalf : null,
    report.source ? more.fromForm(report.source.sheet, report.source.row) : null,
    report.unitReviewedBy ? more.unitPassed(report.unitReviewedBy) : null,
  ];
  return <p className="soft">{parts.filter(Boolean).join(' · ')}</p>;
}

/** The unit's own light, before anybody decides, and what it says about being behind. */
export function IfAdopted({ report, light, done }: { readonly report: Report } & Waiting['reports'][number]['ifAdopted']) {
  const words = useLabels(reviewLabels);
  const isBehind = light === 'red' || light === 'yellow';
  return (
    <>
      <p className="if-adopted">
        {words.ifAdopted} <Badge light={light} /> {done !== null && <small className="soft">{words.done(number(done))}</small>}
      </p>
      <BehindSaid report={report} />
      {isBehind && report.behindReason === null && <p className="soft">{words.noReason}</p>}
    </>
  );
}

export function BehindSaid({ report: { behindReason, behindUntil } }: { readonly report: Report }) {
  const words = useLabels(reviewLabels);
  const locale = useLocale();
  if (behindReason === null) return null;
  return (
    <p>
      <b>{words.behind}：</b>
      {behindReason}
      {behindUntil && <span className="soft">（{words.until(longDate(behindUntil, locale))}）</span>}
    </p>
  );
}

export function Evidence({ digests }: { readonly digests: readonly string[] }) {
  const { district } = useWorkplace();
  const words = useLabels(labels);
  if (digests.length === 0) return null;
  return (
    <p className="evidence">
      {digests.map((digest, index) => (
        <a key={digest} href={`/api/${district}/files/${digest}?as=display`} target="_blank" rel="noreferrer">
          <img src={`/api/${district}/files/${digest}?as=display`} alt={`${words.photos} ${index + 1}`} loading="lazy" />
        </a>
      ))}
    </p>
  );
}
