import { useCommand, useRead } from '#/ui/data.ts';
import { LeftOutLines } from '#/ui/left-out.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { paperWords } from '#/ui/paper-words.ts';
import { useMay } from '#/ui/session.ts';
import { circulationLabels } from './circulation-labels.ts';
import type { LeftOutView } from './contract.ts';

type List = { readonly id: string; readonly year: number; readonly kind: string };

/** 略去的行 of the editions of a list. */
export function EditionLeftOut({ list: { id, year, kind } }: { readonly list: List }) {
  const words = useLabels(circulationLabels);
  const title = useLabels(paperWords).leftOut;
  const view = useRead<LeftOutView>(`/publication/left-out?programmeId=${id}`);
  const may = useMay('publication.prepare');
  const restore = useCommand<unknown, unknown>('publication.restore-line');
  const leave = useCommand<unknown, unknown>('publication.leave-line-out');
  return (
    <div className="no-print">
      <Section title={title}>
        <p className="soft">{words.leftOutLead}</p>
        <Whole of={view}>
          {({ lines, leftOut }) => (
            <LeftOutLines
              lines={lines}
              leftOut={leftOut}
              {...(may && {
                onRestore: (promiseId) => restore.mutateAsync({ input: { year, kind, promiseId } }),
                onLeave: (decision) => leave.mutateAsync({ input: { year, kind, decision } }),
              })}
            />
          )}
        </Whole>
      </Section>
    </div>
  );
}
