import { Alert, Button, Steps } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useRead } from '#/ui/data.ts';
import { useLabels } from '#/ui/locale.tsx';
import { Page, Whole } from '#/ui/page.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { Draft, KnownUnit } from '../rules/draft.ts';
import { validateDraft } from '../rules/draft-check.ts';
import { CheckStep } from './check-step.tsx';
import type { StoredDraft } from './contract.ts';
import { CountingStep } from './counting-step.tsx';
import { FreezeStep } from './freeze-step.tsx';
import { FrozenEnd } from './frozen-end.tsx';
import { labels } from './labels.ts';
import './programme.css';
import { ProgressStep } from './progress-step.tsx';
import { ReadStep } from './read-step.tsx';
import { UnitsStep } from './units-step.tsx';
import { type SaveState, useDraft } from './use-draft.ts';

const LAST = 5;

/** The list wizard: read → check → counting rules → units → progress → preview and freeze. */
export default function Wizard() {
  const { programmeId } = useParams();
  const words = useLabels(labels);
  const [frozen, setFrozen] = useState<Draft | null>(null);
  if (!programmeId)
    return (
      <Page title={words.newList} lead={words.readLead}>
        <WizardSteps at={0} />
        <ReadStep />
      </Page>
    );
  if (frozen)
    return (
      <Page title={frozen.title}>
        <WizardSteps at={LAST} />
        <FrozenEnd draft={frozen} />
      </Page>
    );
  return <Reading programmeId={programmeId} onFrozen={setFrozen} />;
}

type ReadingProps = { readonly programmeId: string; readonly onFrozen: (draft: Draft) => void };

/** Gone as soon as the list is frozen, so that nobody asks for a draft that no longer is. */
function Reading({ programmeId, onFrozen }: ReadingProps) {
  const stored = useRead<StoredDraft>(`/programme/draft?programmeId=${programmeId}`);
  return (
    <Whole of={stored}>
      {(it) => <Checking key={it.programmeId} stored={it} onTakeTheirs={() => stored.refetch()} onFrozen={onFrozen} />}
    </Whole>
  );
}

type CheckingProps = {
  readonly stored: StoredDraft;
  readonly onTakeTheirs: () => void;
  readonly onFrozen: (draft: Draft) => void;
};

function Checking({ stored, onTakeTheirs, onFrozen }: CheckingProps) {
  const words = useLabels(labels);
  const { today } = useWorkplace();
  const [query, setQuery] = useSearchParams();
  const { draft, change, undo, state, settle } = useDraft(stored);
  // A list that prints no title gets the usual one.
  useEffect(() => {
    if (draft.title === '') change((before) => ({ ...before, title: words.listTitle(before.year) }));
  }, [draft.title, change, words]);
  const units = useRead<readonly KnownUnit[]>('/organisation/units').data ?? NO_UNITS;
  const problems = useMemo(() => validateDraft(draft, today), [draft, today]);
  const at = Math.min(LAST, Math.max(1, Number(query.get('step') ?? 1)));
  const go = (step: number, projectId?: string | null) => {
    setQuery(projectId ? { step: String(step), at: projectId } : { step: String(step) });
    if (!projectId) window.scrollTo(0, 0);
  };
  const step = { programmeId: stored.programmeId, draft, change, units };
  return (
    <Page title={draft.title || words.newList} actions={<Saving state={state} undo={undo} />}>
      <WizardSteps at={at} onGo={go} />
      {state.kind === 'conflict' && (
        <Alert
          type="warning"
          title={words.changedElsewhere}
          action={<Button onClick={() => discardAnd(stored.programmeId, onTakeTheirs)}>{words.takeTheirs}</Button>}
        />
      )}
      {at === 1 && <CheckStep {...step} problems={problems} />}
      {at === 2 && <CountingStep {...step} />}
      {at === 3 && <UnitsStep {...step} />}
      {at === 4 && <ProgressStep {...step} settle={settle} onReadAnew={() => discardAnd(stored.programmeId, onTakeTheirs)} />}
      {at === LAST && <FreezeStep {...step} problems={problems} settle={settle} onGo={go} onFrozen={onFrozen} />}
      <footer className="wizard-foot no-print">
        {at > 1 && <Button onClick={() => go(at - 1)}>{words.back}</Button>}
        {at < LAST && (
          <Button type="primary" onClick={() => go(at + 1)}>
            {words.next}：{words.steps[at + 1]}
          </Button>
        )}
      </footer>
    </Page>
  );
}

const NO_UNITS: readonly KnownUnit[] = [];

function discardAnd(programmeId: string, then: () => void): void {
  sessionStorage.removeItem(`luoshi-kept:draft:${programmeId}`);
  then();
  location.reload();
}

function WizardSteps({ at, onGo }: { readonly at: number; readonly onGo?: (step: number) => void }) {
  const words = useLabels(labels);
  const items = words.steps.map((title, index) => ({ title, disabled: index === 0 || !onGo }));
  const row = useRef<HTMLDivElement>(null);
  // On a phone the row is longer than the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step that shines changes with `at`
  useEffect(() => {
    const active = row.current?.querySelector<HTMLElement>('.ant-steps-item-active');
    if (active) row.current!.scrollLeft = active.offsetLeft - 16;
  }, [at]);
  return (
    <div className="wizard-steps no-print" ref={row}>
      <Steps current={at} size="small" responsive={false} items={items} onChange={onGo ? (step) => step > 0 && onGo(step) : undefined} />
    </div>
  );
}

function Saving({ state, undo }: { readonly state: SaveState; readonly undo: (() => void) | null }) {
  const words = useLabels(labels);
  const text = state.kind === 'saved' ? (state.at ? words.saved(state.at) : '') : state.kind === 'saving' ? words.saving : words.notSaved;
  return (
    <>
      <span className="soft save-state" role="status">
        {text}
      </span>
      <Button disabled={!undo} onClick={undo ?? undefined}>
        {words.undo}
      </Button>
    </>
  );
}
