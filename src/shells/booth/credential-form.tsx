import { type FormEvent, useEffect, useState } from 'react';
import { isCredential } from '#/ballot/rules/belenios/credentials.ts';
import type { boothWords } from '#/ballot/words/booth.ts';
import { inWorker } from './in-worker.ts';

export type Words = (typeof boothWords)['zh-CN'];
type Props = { words: Words; election: string; known: readonly string[]; onCredential: (credential: string) => void };

const WRONG_TRIES = 3;
const PAUSE_SECONDS = 15;

/** As printed: five groups of three. */
function asPrinted(typed: string): string {
  const signs = typed.replace(/[\s-]/g, '');
  return signs.replace(/(.{3})(?=.)/g, '$1-');
}

/** 凭证: from the address behind the code of the slip, or typed. It is compared with the public list on this device; nobody is asked about it. */
export function CredentialForm({ words, election, known, onCredential }: Props) {
  const [typed, setTyped] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(0);
  const [pause, setPause] = useState(0);
  useEffect(() => {
    // The credential leaves the address, so that neither a screenshot nor the history shows it.
    history.replaceState(null, '', location.pathname);
  }, []);
  useEffect(() => {
    if (pause === 0) return;
    const timer = setTimeout(() => setPause(pause - 1), 1_000);
    return () => clearTimeout(timer);
  }, [pause]);

  const miss = (sentence: string) => {
    setFault(sentence);
    setWrong(wrong + 1);
    if ((wrong + 1) % WRONG_TRIES === 0) setPause(PAUSE_SECONDS);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const credential = asPrinted(typed);
    if (!isCredential(credential)) return miss(words.credentialWrong);
    setBusy(true);
    const found = await inWorker({ kind: 'identify', election, credential }, 'identified').catch(() => null);
    setBusy(false);
    if (found === null) return setFault(words.failed);
    if (known.includes(found.publicKey)) onCredential(credential);
    else miss(words.credentialUnknown);
  };
  return (
    <form onSubmit={submit}>
      <label htmlFor="credential">
        <strong>{words.credential}</strong>
        <p className="soft">{words.credentialLead}</p>
      </label>
      <input
        id="credential"
        type="text"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={24}
      />
      <div role="alert">{fault === null ? null : <p className="note bad">{pause > 0 ? words.wait(pause) : fault}</p>}</div>
      <div className="actions">
        <button type="submit" className="main" disabled={isBusy || pause > 0 || typed.trim() === ''}>
          {isBusy ? words.checking : words.enter}
        </button>
      </div>
    </form>
  );
}
