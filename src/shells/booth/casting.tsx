import { useEffect, useRef, useState } from 'react';
import type { CastRefusal } from '#/ballot/rules/box.ts';
import { boxSentence } from '#/ballot/words/box.ts';
import type { Locale } from '#/kernel/format.ts';
import { askBox } from './box-api.ts';
import type { Words } from './credential-form.tsx';
import type { Kept } from './kept.ts';
import { Code, grouped } from './parts.tsx';

type Props = {
  words: Words;
  locale: Locale;
  district: string;
  election: string;
  kept: Kept;
  onKept: (kept: Kept | null) => void;
};

const PAUSES_MS = [500, 2_000, 5_000];

/** 投出: the same bytes again and again until the box has answered. What the deputy sees is 尚未记录 or the tracker, never anything between. */
export function Casting({ words, locale, district, election, kept, onKept }: Props) {
  const [isUnanswered, setUnanswered] = useState(false);
  const [refusal, setRefusal] = useState<CastRefusal | 'unknown' | null>(null);
  const [turn, setTurn] = useState(0);
  const tries = useRef(0);
  const { ballot, tracker } = kept;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` sends once more.
  useEffect(() => {
    if (ballot === null) return;
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => setTurn((it) => it + 1);
    void askBox<{ tracker: string }>(district, 'cast', { election, ballot }).then((answer) => {
      if (!isCurrent) return;
      if (answer.kind === 'ok') return onKept({ ballot: null, tracker: answer.value.tracker });
      if (answer.kind === 'refused') return setRefusal(answer.refusal);
      if (answer.kind === 'unknown-election') return setRefusal('unknown');
      setUnanswered(true);
      timer = setTimeout(again, PAUSES_MS[Math.min(tries.current++, PAUSES_MS.length - 1)]);
    });
    addEventListener('online', again);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      removeEventListener('online', again);
    };
  }, [ballot, district, election, turn]);

  if (ballot === null) return <Recorded {...{ words, district, election, tracker }} />;
  if (refusal !== null)
    return (
      <>
        <p className="note bad" role="alert">
          {refusal === 'unknown' ? words.noElection : boxSentence(refusal, locale)}
        </p>
        <div className="actions">
          <button type="button" onClick={() => onKept(null)}>
            {words.change}
          </button>
        </div>
      </>
    );
  return (
    <>
      <p className={isUnanswered ? 'note wait' : ''} role="status">
        {isUnanswered ? words.notRecorded : words.casting}
      </p>
      <progress aria-label={words.casting} />
      {isUnanswered ? (
        <div className="actions">
          <button type="button" className="main" onClick={() => setTurn(turn + 1)}>
            {words.castNow}
          </button>
        </div>
      ) : null}
      <h2>{words.tracker}</h2>
      <p className="tracker">{grouped(tracker)}</p>
    </>
  );
}

function Recorded({ words, district, election, tracker }: Pick<Props, 'words' | 'district' | 'election'> & { tracker: string }) {
  const [isCopied, setCopied] = useState(false);
  const [found, setFound] = useState<string | null>(null);
  const lookUp = async () => {
    const answer = await askBox<{ recorded: boolean }>(district, 'find-tracker', { election, tracker });
    setFound(answer.kind === 'ok' ? (answer.value.recorded ? words.inBox : words.notInBox) : words.noNetwork);
  };
  const copy = () => void navigator.clipboard?.writeText(tracker).then(() => setCopied(true));
  return (
    <>
      <p className="note good" role="status">
        <strong>✓ {words.recorded}</strong>　{words.recordedLead}
      </p>
      <h2>{words.tracker}</h2>
      <p className="tracker">{grouped(tracker)}</p>
      <Code text={tracker} label={words.tracker} />
      <div className="actions">
        <button type="button" onClick={copy}>
          {isCopied ? words.copied : words.copy}
        </button>
        <button type="button" onClick={() => void lookUp()}>
          {words.lookUp}
        </button>
      </div>
      <p role="status">{found}</p>
      <p className="soft">{words.forget}</p>
      <p>
        <a href="/verify">{words.verifyPage}</a>
      </p>
    </>
  );
}
