import { lightWords } from '#/delivery/words/lights.ts';
import { longDate, number } from '#/kernel/format.ts';
import type { FigureChange } from '#/supervision/rules/changes-since.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { circulationLabels } from './circulation-labels.ts';
import type { EditionView } from './contract.ts';

/** 送审后变动: before the signature as it stands now, after it also as the signer knew it. */
export function LaterChanges({ view: { edition, changes, circulation } }: { readonly view: EditionView }) {
  const words = useLabels(circulationLabels);
  const kept = circulation.changesAtSigning;
  const isOpen = edition.state !== 'published' && edition.state !== 'withdrawn';
  return (
    <>
      {kept !== null && kept.length > 0 && (
        <Section title={words.changesKept}>
          <Lines changes={kept} />
        </Section>
      )}
      {isOpen && (
        <Section title={words.changes}>
          <p className="soft">{changes.length === 0 ? words.noChanges : words.changesLead}</p>
          <Lines changes={changes} />
        </Section>
      )}
    </>
  );
}

function Lines({ changes }: { readonly changes: readonly FigureChange[] }) {
  const words = useLabels(circulationLabels);
  const locale = useLocale();
  const text = ({ done, target, stage, light }: FigureChange['was']) =>
    [
      `${words.done} ${done === null ? (stage ?? '—') : number(done)}`,
      ...(target === null ? [] : [`${words.target} ${number(target)}`]),
      lightWords[locale][light],
    ].join(' · ');
  return (
    <ul className="later-changes">
      {changes.map(({ promiseId, no, promise, was, now, report }) => (
        <li key={promiseId}>
          <b>{no}</b> {promise}
          <br />
          {words.was}：{text(was)} → {words.now}：<b>{text(now)}</b>
          <br />
          <span className="soft">
            {report === null
              ? words.changedOtherwise
              : words.changedBy(report.by ?? '', report.on === null ? '' : longDate(report.on, locale))}
          </span>
        </li>
      ))}
    </ul>
  );
}
