import { Button, Input, QRCode } from 'antd';
import { type FormEvent, useState } from 'react';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field, SecrecyBand } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { labels } from './labels.ts';
import { type Me, sessionApi, type TotpEnrolment } from './session-api.ts';

type EnrolProps = { readonly me: Me; readonly onEnrolled: () => Promise<void>; readonly onLeave: () => void };

export function EnrolTotp({ me, onEnrolled, onLeave }: EnrolProps) {
  const words = useLabels(labels);
  return (
    <div className="door">
      <SecrecyBand />
      <main>
        <h1>{words.enrol}</h1>
        <p className="soft">{words.enrolLead}</p>
        <EnrolForm csrf={me.csrf} onEnrolled={onEnrolled} />
        <Button type="text" size="small" onClick={onLeave}>
          {words.logOut}
        </Button>
      </main>
    </div>
  );
}

export function EnrolForm({ csrf, onEnrolled }: { readonly csrf: string; readonly onEnrolled: () => Promise<void> }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [enrolment, setEnrolment] = useState<TotpEnrolment | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    try {
      if (!enrolment) return setEnrolment(await sessionApi.enrol(csrf, password));
      await sessionApi.confirmCode(csrf, code.replace(/\s/g, ''));
      await onEnrolled();
    } catch (problem) {
      setFault(sentenceOf(problem, locale));
    }
  };
  return (
    <form onSubmit={send}>
      {enrolment ? (
        <>
          <QRCode value={enrolment.uri} type="svg" bordered={false} />
          <p className="soft">{words.secretKey}</p>
          <p>
            <code className="secret">{grouped(new URL(enrolment.uri).searchParams.get('secret') ?? '')}</code>
          </p>
          <p className="soft">{words.backupCodes}</p>
          <pre className="codes">{enrolment.backupCodes.join('\n')}</pre>
          <Field name={words.code}>
            <Input
              inputMode="numeric"
              autoComplete="one-time-code"
              value={code}
              onChange={({ target }) => setCode(target.value)}
              required
              size="large"
            />
          </Field>
        </>
      ) : (
        <Field name={words.password}>
          <Input.Password
            autoComplete="current-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
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
      <Button type="primary" htmlType="submit" block size="large">
        {enrolment ? words.next : words.enrolStart}
      </Button>
    </form>
  );
}

/** In fours, as it is read aloud and typed; authenticators ignore the blanks. */
function grouped(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
