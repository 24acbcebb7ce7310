import { longDate } from '#/kernel/format.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import type { VerdictLine } from './contract.ts';
import { Evidence } from './report-said.tsx';
import { verificationLabels } from './verification-labels.ts';

/** What was found about one report, newest last. */
export function VerdictsOn({ reportId, verdicts }: { readonly reportId: string; readonly verdicts: readonly VerdictLine[] }) {
  const words = useLabels(verificationLabels);
  const locale = useLocale();
  return verdicts
    .filter((it) => it.reportId === reportId)
    .map((it) => (
      <div key={it.id} className={it.result === 'mismatch' ? 'notice bad' : 'notice'}>
        <b>{words.results[it.result]}</b> · {words.ways[it.way]}
        {it.sampleId ? words.drawn : ''} · {it.givenBy} · {longDate(it.on, locale)}
        {it.note && <p>{it.note}</p>}
        {it.dueOn && <p>{words.dueOn(longDate(it.dueOn, locale))}</p>}
        <Evidence digests={it.evidence} />
      </div>
    ));
}
