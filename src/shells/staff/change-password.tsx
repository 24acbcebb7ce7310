import { App, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { passwordFaults } from '#/kernel/password.ts';
import { wordsOfPasswordFault } from '#/platform/session/words.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field, SecrecyBand } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { labels } from './labels.ts';
import { type Me, sessionApi } from './session-api.ts';

type ChangePasswordProps = { readonly me: Me; readonly onChanged: () => Promise<void>; readonly onLeave: () => void };

/** The first log-in ends here until the printed password is replaced. */
export function ChangePassword({ me, onChanged, onLeave }: ChangePasswordProps) {
  const words = useLabels(labels);
  return (
    <div className="door">
      <SecrecyBand />
      <main>
        <h1>{words.changePassword}</h1>
        <p className="soft">{words.changeLead}</p>
        <PasswordForm me={me} onChanged={onChanged} />
        <Button type="text" size="small" onClick={onLeave}>
          {words.logOut}
        </Button>
      </main>
    </div>
  );
}

export function PasswordForm({ me, onChanged }: { readonly me: Pick<Me, 'csrf' | 'account'>; readonly onChanged: () => Promise<void> }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const [typed, setTyped] = useState({ old: '', fresh: '', again: '' });
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const faults = typed.fresh ? passwordFaults(typed.fresh, me.account.username).map((it) => wordsOfPasswordFault(it, locale)) : [];
  const isDifferent = typed.again !== '' && typed.again !== typed.fresh;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (faults.length > 0 || typed.fresh !== typed.again) return;
    setBusy(true);
    setFault(null);
    try {
      await sessionApi.changePassword(me.csrf, typed.old, typed.fresh);
      message.success(words.changed);
      await onChanged();
    } catch (problem) {
      setFault(sentenceOf(problem, locale));
    }
    setBusy(false);
  };
  const box = (part: keyof typeof typed, autoComplete: string) => (
    <Input.Password
      autoComplete={autoComplete}
      value={typed[part]}
      onChange={({ target }) => setTyped({ ...typed, [part]: target.value })}
      required
      size="large"
    />
  );
  return (
    <form onSubmit={send}>
      <Field name={words.oldPassword}>{box('old', 'current-password')}</Field>
      <Field name={words.newPassword} fault={faults.join(locale === 'en' ? '; ' : '；') || null}>
        {box('fresh', 'new-password')}
      </Field>
      <Field name={words.newPasswordAgain} fault={isDifferent ? words.notSame : null}>
        {box('again', 'new-password')}
      </Field>
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
      <Button type="primary" htmlType="submit" loading={busy} block size="large">
        {words.changePassword}
      </Button>
    </form>
  );
}
