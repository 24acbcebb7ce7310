import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLabels, useLocale } from './locale.tsx';
import { sentenceOf } from './sentence.ts';
import { uiWords } from './words.ts';

type PageProps = {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
};

export function Page({ title, lead, actions, wide, children }: PageProps) {
  return (
    <section className={wide ? 'page wide' : 'page'}>
      <header className="page-head">
        <h1>{title}</h1>
        {actions && <div className="actions no-print">{actions}</div>}
        {lead && <p className="lead">{lead}</p>}
      </header>
      {children}
    </section>
  );
}

export function Section({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function Loading() {
  const words = useLabels(uiWords);
  return (
    <p className="blank loading soft" role="status">
      {words.loading}
    </p>
  );
}

/** Nothing here yet: says what belongs here and what to do next. */
export function EmptyState({ title, text, children }: { readonly title: string; readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="blank">
      <h2>{title}</h2>
      <p>{text}</p>
      {children && <div className="actions">{children}</div>}
    </div>
  );
}

export function ErrorState({ problem, onAgain }: { readonly problem: unknown; readonly onAgain?: () => void }) {
  const words = useLabels(uiWords);
  const locale = useLocale();
  return (
    <div className="blank" role="alert">
      <p>{sentenceOf(problem, locale)}</p>
      {onAgain && (
        <div className="actions">
          <Button onClick={onAgain}>{words.again}</Button>
        </div>
      )}
    </div>
  );
}

type ReadState<Value> = { readonly data: Value | undefined; readonly error: unknown; readonly refetch: () => unknown };

/** Waiting, failed or there: the three states of everything that is read. */
export function Whole<Value>({ of, children }: { readonly of: ReadState<Value>; readonly children: (value: Value) => ReactNode }) {
  if (of.data !== undefined) return children(of.data);
  return of.error ? <ErrorState problem={of.error} onAgain={() => of.refetch()} /> : <Loading />;
}
