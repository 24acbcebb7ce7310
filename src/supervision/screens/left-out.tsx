import { useCommand, useRead } from '#/ui/data.ts';
import { LeftOutLines } from '#/ui/left-out.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { paperWords } from '#/ui/paper-words.ts';
import { useMay } from '#/ui/session.ts';
import { type DocumentView, documentPath, type LineChoice, type Which } from './circulation-contract.ts';
import { circulationLabels } from './circulation-labels.ts';

type DocumentLeftOutProps = { readonly which: Which; readonly lines: readonly LineChoice[] };

/** 略去的行 of a document; a frozen one is sent back before one more is left out. */
export function DocumentLeftOut({ which, lines }: DocumentLeftOutProps) {
  const words = useLabels(circulationLabels);
  const title = useLabels(paperWords).leftOut;
  const view = useRead<DocumentView>(documentPath(which));
  const may = useMay('supervision.bulletin');
  const restore = useCommand<unknown, unknown>('supervision.restore-line');
  const leave = useCommand<unknown, unknown>('supervision.leave-line-out');
  return (
    <div className="no-print">
      <Section title={title}>
        <p className="soft">{words.leftOutLead}</p>
        <Whole of={view}>
          {({ leftOut, editions }) => (
            <LeftOutLines
              lines={lines}
              leftOut={leftOut}
              {...(may && { onRestore: (promiseId) => restore.mutateAsync({ input: { ...which, promiseId } }) })}
              {...(may &&
                (editions[0]?.state ?? 'returned') === 'returned' && {
                  onLeave: (decision) => leave.mutateAsync({ input: { ...which, decision } }),
                })}
            />
          )}
        </Whole>
      </Section>
    </div>
  );
}
