import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { wordsOf } from '#/platform/session/words.ts';
import { isRefused } from '#/ui/api.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field, SecrecyBand } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { uiWords } from '#/ui/words.ts';
import { labels } from './labels.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { arrivedAs, ProviderButton } from './provider.tsx';
import { sessionApi } from './session-api.ts';

type LogInProps = { readonly again?: boolean; readonly username?: string; readonly onEntered: () => Promise<void> };

export function LogIn({ again, username: known = '', onEntered }: LogInProps) {
  const words = useLabels(labels);
  const common = useLabels(uiWords);
  return (
    <div className={again ? 'door over' : 'door'} {...(again && { role: 'dialog', 'aria-modal': true })}>
      <SecrecyBand />
      <main>
        <p className="seal">{common.product}</p>
        <h1>{again ? words.logInAgain : words.workspace}</h1>
        <p className="soft">{again ? common.sessionEnded : words.logInLead}</p>
        <LogInForm known={known} onEntered={onEntered} />
        <LanguageSwitch />
      </main>
    </div>
  );
}

function LogInForm({ known, onEntered }: { readonly known: string; readonly onEntered: () => Promise<void> }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const [username, setUsername] = useState(known);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(arrivedAs().asksCode ? '' : null);
  const [fault, setFault] = useState<string | null>(() => {
    const { refusal } = arrivedAs();
    return refusal && wordsOf(refusal, locale);
  });
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFault(null);
    try {
      const answer = code === null ? await sessionApi.logIn(username.trim(), password) : await sessionApi.code(code.replace(/\s/g, ''));
      if (answer.needsTotp) setCode('');
      else await onEntered();
    } catch (problem) {
      if (isRefused(problem) && problem.refusal.kind === 'log-in-again') setCode(null);
      setFault(sentenceOf(problem, locale));
    }
    setBusy(false);
  };
  return (
    <form onSubmit={send}>
      {code === null ? (
        <NameAndPassword known={known} username={username} password={password} onUsername={setUsername} onPassword={setPassword} />
      ) : (
        <Field name={words.code} hint={words.codeHint}>
          <Input
            name="code"
            autoComplete="one-time-code"
            inputMode="numeric"
            value={code}
            onChange={({ target }) => setCode(target.value)}
            autoFocus
            required
            size="large"
          />
        </Field>
      )}
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
      <Button type="primary" htmlType="submit" loading={busy} block size="large">
        {code === null ? words.logIn : words.next}
      </Button>
      {code === null && <ProviderButton onFault={setFault} />}
    </form>
  );
}

type NameAndPasswordProps = {
  readonly known: string;
  readonly username: string;
  readonly password: string;
  readonly onUsername: (text: string) => void;
  readonly onPassword: (text: string) => void;
};

function NameAndPassword({ known, username, password, onUsername, onPassword }: NameAndPasswordProps) {
  const words = useLabels(labels);
  return (
    <>
      <Field name={words.username}>
        <Input
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={username}
          onChange={({ target }) => onUsername(target.value)}
          autoFocus={!known}
          required
          size="large"
        />
      </Field>
      <Field name={words.password}>
        <Input.Password
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={({ target }) => onPassword(target.value)}
          autoFocus={Boolean(known)}
          required
          size="large"
        />
      </Field>
    </>
  );
}
