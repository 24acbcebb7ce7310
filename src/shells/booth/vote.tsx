import { createRoot } from 'react-dom/client';
import './booth.css';
import { useCallback, useEffect, useState } from 'react';
import type { Choice } from '#/ballot/rules/belenios/ballot.ts';
import { Election, readMessage } from '#/ballot/rules/belenios/structures.ts';
import type { BoxState } from '#/ballot/rules/box.ts';
import { askBox } from './box-api.ts';
import { Casting } from './casting.tsx';
import { CredentialForm } from './credential-form.tsx';
import { inWorker } from './in-worker.ts';
import { type Kept, keep, readKept } from './kept.ts';
import { Paper } from './paper.tsx';
import { Frame, useBoothLocale } from './parts.tsx';
import { Sealing } from './sealing.tsx';

type Shown = {
  readonly election: string;
  readonly credentials: readonly string[];
  readonly state: BoxState;
  readonly form: 'tick' | 'approve';
};

const [, , district = '', electionUuid = ''] = location.pathname.split('/');
const ASK_AGAIN_MS = 5_000;

/** 投票页: slip → marks → review → encrypted → cast or challenged → tracker. */
function Vote() {
  const { locale, words, toggle } = useBoothLocale();
  const [shown, setShown] = useState<Shown | 'offline' | 'unknown' | null>(null);
  const [credential, setCredential] = useState<string | null>(null);
  const [choices, setChoices] = useState<readonly Choice[] | null>(null);
  const [isSealing, setSealing] = useState(false);
  const [kept, setKept] = useState<Kept | null>(() => readKept(electionUuid));

  const load = useCallback(async () => {
    const answer = await askBox<Shown>(district, 'show-election', { election: electionUuid });
    setShown(answer.kind === 'ok' ? answer.value : answer.kind === 'unknown-election' ? 'unknown' : 'offline');
  }, []);
  const isWaiting = shown === 'offline' || (shown !== null && typeof shown === 'object' && shown.state === 'ready');
  useEffect(() => void load(), [load]);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => void load(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isWaiting, load]);

  const remember = (it: Kept | null) => {
    keep(electionUuid, it);
    setKept(it);
  };
  const seal = (it: readonly Choice[]) => {
    setChoices(it);
    setSealing(true);
  };
  const election = shown !== null && typeof shown === 'object' ? readMessage(Election, shown.election) : null;
  const body = () => {
    if (kept !== null)
      return <Casting words={words} locale={locale} district={district} election={electionUuid} kept={kept} onKept={remember} />;
    if (shown === null) return <p>{words.loading}</p>;
    if (shown === 'unknown') return <p className="note bad">{words.noElection}</p>;
    if (shown === 'offline')
      return (
        <p className="note wait" role="status">
          {words.noNetwork}
        </p>
      );
    if (shown.state === 'ready')
      return (
        <p className="note wait" role="status">
          {words.notYet}
        </p>
      );
    if (shown.state === 'abandoned') return <p className="note bad">{words.abandoned}</p>;
    if (shown.state !== 'open') return <p className="note">{words.closed}</p>;
    if (credential === null)
      return <CredentialForm words={words} election={shown.election} known={shown.credentials} onCredential={setCredential} />;
    if (isSealing && choices !== null)
      return (
        <Sealing
          {...{ words, election: shown.election, questions: election!.questions, credential, choices, district }}
          onBack={() => setSealing(false)}
          onCast={(it) => remember(it)}
        />
      );
    return <Paper words={words} questions={election!.questions} form={shown.form} kept={choices} onSeal={seal} />;
  };
  return (
    <Frame title={election?.name ?? words.loading} other={words.other} onOther={toggle}>
      {body()}
    </Frame>
  );
}

// The worker is fetched while there is a network: the browser keeps it, and a ballot can be made without.
void inWorker({ kind: 'ready' }, 'ready').catch(() => {});
createRoot(document.getElementById('root')!).render(<Vote />);
