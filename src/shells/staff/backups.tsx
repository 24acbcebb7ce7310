import { clock } from '#/ui/clock.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels } from '#/ui/locale.tsx';
import { EmptyState, Page, Section, Whole } from '#/ui/page.tsx';
import { backupWords } from './backup-words.ts';

type Last = {
  readonly startedAt: string;
  readonly seconds: number;
  readonly fault: string | null;
  readonly lastSuccessAt: string | null;
  readonly folder: string | null;
  readonly rows: number;
  readonly files: number;
  readonly bytes: number;
  readonly fileBytes: number;
  readonly filesCopied: number;
  readonly kept: number;
  readonly removed: readonly string[];
};
type Answer = { readonly last: Last | null; readonly isOverdue: boolean };

/** For the system administrator: what came of the last backup. One that failed or was missed stands in red, first. */
export default function BackupsScreen() {
  const words = useLabels(backupWords);
  const answer = useRead<Answer>('/platform/backups');
  return (
    <Page title={words.title} lead={words.lead}>
      <Whole of={answer}>
        {({ last, isOverdue }) =>
          last === null ? (
            <>
              <p className="notice bad" role="alert">
                ■ {words.never}
              </p>
              <EmptyState title={words.neverTitle} text={words.neverText} />
            </>
          ) : (
            <>
              <State last={last} isOverdue={isOverdue} />
              <Figures of={last} />
            </>
          )
        }
      </Whole>
    </Page>
  );
}

function State({ last, isOverdue }: { readonly last: Last; readonly isOverdue: boolean }) {
  const words = useLabels(backupWords);
  if (last.fault !== null) return <Bad title={words.failed(clock(last.startedAt))} text={last.fault} />;
  if (isOverdue) return <Bad title={words.overdue(clock(last.lastSuccessAt!))} text={words.overdueText} />;
  return <p className="notice">● {words.whole(clock(last.lastSuccessAt!))}</p>;
}

function Bad({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <p className="notice bad" role="alert">
      <strong>■ {title}</strong>
      <br />
      {text}
    </p>
  );
}

function Figures({ of: last }: { readonly of: Last }) {
  const words = useLabels(backupWords);
  if (last.lastSuccessAt === null) return null;
  const figures: readonly (readonly [string, string])[] = [
    [words.at, clock(last.lastSuccessAt)],
    [words.folder, last.folder ?? '—'],
    [words.rows, words.rowsIn(last.rows, megabytes(last.bytes))],
    [words.files, words.filesIn(last.files, megabytes(last.fileBytes), last.filesCopied)],
    ...(last.fault === null ? [[words.took, words.seconds(last.seconds)] as const] : []),
    [words.kept, words.keptNow(last.kept, last.removed.length)],
  ];
  return (
    <Section title={words.lastWhole}>
      <dl className="facts">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
