import { lightWords } from '#/delivery/words/lights.ts';
import type { FigureChange } from '#/supervision/rules/changes-since.ts';
import { FigureChanges } from '#/ui/figure-changes.tsx';
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
  const { was } = useLabels(circulationLabels);
  const locale = useLocale();
  return <FigureChanges changes={changes} was={was} lights={lightWords[locale]} />;
}
