import { useCallback, useEffect, useRef, useState } from 'react';
import { failure, isRefused } from '#/ui/api.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { Draft } from '../rules/draft.ts';
import type { StoredDraft } from './contract.ts';

const SAVE_AFTER_MS = 900;
const TRY_AGAIN_MS = 8_000;
const KEPT_STEPS = 60;

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'conflict' };

/** The draft on the screen, saved to the server shortly after each change; what is not saved yet survives a reload of this tab. */
export function useDraft(stored: StoredDraft) {
  const { api } = useWorkplace();
  const place = `luoshi-kept:draft:${stored.programmeId}`;
  const { draft, change, undo } = useHistory(() => unsaved(place, stored.version) ?? stored.draft);
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: null });
  const [attempt, setAttempt] = useState(0);
  const version = useRef(stored.version);
  const written = useRef(stored.draft);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<void>>(Promise.resolve());

  const save = useCallback(
    async (next: Draft) => {
      setState({ kind: 'saving' });
      try {
        const answer = await api.run<{ readonly version: number }>(
          'programme.save-draft',
          { programmeId: stored.programmeId, draft: next },
          { base: { [stored.programmeId]: version.current } },
        );
        version.current = answer.version;
        written.current = next;
        sessionStorage.removeItem(place);
        setState({ kind: 'saved', at: new Date().toTimeString().slice(0, 5) });
      } catch (problem) {
        if (isRefused(problem) && problem.refusal.kind === 'changed-since') return setState({ kind: 'conflict' });
        setState({ kind: 'unsaved' });
        timer.current = setTimeout(() => setAttempt((count) => count + 1), TRY_AGAIN_MS);
      }
    },
    [api, place, stored.programmeId],
  );
  const queue = useCallback(
    (next: Draft) => {
      running.current = running.current.then(() => save(next));
    },
    [save],
  );

  useEffect(() => {
    if (draft === written.current || attempt < 0) return;
    keep(place, version.current, draft);
    setState((before) => (before.kind === 'conflict' ? before : { kind: 'unsaved' }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => queue(draft), SAVE_AFTER_MS);
    return () => clearTimeout(timer.current);
  }, [draft, attempt, place, queue]);

  /** Waits until everything is on the server and answers its version; fails when the last change did not arrive. */
  const settle = useCallback(async () => {
    clearTimeout(timer.current);
    if (draft !== written.current) queue(draft);
    await running.current;
    if (draft !== written.current) throw failure(0, 'offline');
    return version.current;
  }, [draft, queue]);
  return { draft, change, undo, state, settle };
}

/** The draft as it changes, and the way back. */
function useHistory(first: () => Draft) {
  const [draft, setDraft] = useState<Draft>(first);
  const [past, setPast] = useState<readonly Draft[]>([]);
  const change = useCallback((next: Draft | ((before: Draft) => Draft)) => {
    setDraft((before) => {
      const after = typeof next === 'function' ? next(before) : next;
      if (after !== before) setPast((steps) => [...steps.slice(-KEPT_STEPS), before]);
      return after;
    });
  }, []);
  const undo = useCallback(() => {
    setPast((steps) => {
      const last = steps.at(-1);
      if (last) setDraft(last);
      return steps.slice(0, -1);
    });
  }, []);
  return { draft, change, undo: past.length > 0 ? undo : null };
}

function keep(place: string, version: number, draft: Draft): void {
  try {
    sessionStorage.setItem(place, JSON.stringify({ version, draft }));
  } catch {
    // No room: the server copy made a moment later is the safety.
  }
}

function unsaved(place: string, version: number): Draft | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null') as { version: number; draft: Draft } | null;
    return kept && kept.version === version ? kept.draft : null;
  } catch {
    return null;
  }
}
