import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { LogInEntry } from '#/platform/session/rules.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { PasswordForm } from './change-password.tsx';
import { EnrolForm } from './enrol-totp.tsx';
import { labels } from './labels.ts';
import { type Me, sessionApi } from './session-api.ts';

/** My account: my log-ins, my password, my second factor. */
export default function AccountScreen() {
  const words = useLabels(labels);
  const me = useQuery({ queryKey: ['me'], queryFn: sessionApi.me, staleTime: Number.POSITIVE_INFINITY });
  return (
    <Page title={words.myAccount}>
      <Whole of={me}>{(it) => <Parts me={it} />}</Whole>
    </Page>
  );
}

function Parts({ me }: { readonly me: Me }) {
  const words = useLabels(labels);
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState<'password' | 'totp' | null>(null);
  const refresh = async () => {
    setOpen(null);
    await queries.refetchQueries({ queryKey: ['me'] });
  };
  return (
    <>
      <p>
        <b>{me.account.name}</b> <span className="soft">{me.account.username}</span>
      </p>
      <Section title={words.myLogIns}>
        <LogIns me={me} />
      </Section>
      <Section title={words.changePassword}>
        {isOpen === 'password' ? (
          <div className="narrow">
            <PasswordForm me={me} onChanged={refresh} />
          </div>
        ) : (
          <Button onClick={() => setOpen('password')}>{words.changePassword}</Button>
        )}
      </Section>
      <Section title={words.enrol}>
        {me.account.hasTotp && <p>{words.totpOn}</p>}
        {!me.account.hasTotp && isOpen === 'totp' && (
          <div className="narrow">
            <EnrolForm csrf={me.csrf} onEnrolled={refresh} />
          </div>
        )}
        {!me.account.hasTotp && isOpen !== 'totp' && <Button onClick={() => setOpen('totp')}>{words.enrol}</Button>}
      </Section>
    </>
  );
}

function LogIns({ me }: { readonly me: Me }) {
  const logIns = useQuery({ queryKey: ['log-ins'], queryFn: sessionApi.logIns });
  return (
    <Whole of={logIns}>
      {(entries) => (
        <ul className="log-ins">
          {entries.map((entry) => (
            <LogInLine key={entry.id} entry={entry} csrf={me.csrf} onEnded={() => logIns.refetch()} />
          ))}
        </ul>
      )}
    </Whole>
  );
}

function LogInLine({ entry, csrf, onEnded }: { readonly entry: LogInEntry; readonly csrf: string; readonly onEnded: () => void }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const end = () =>
    sessionApi
      .endLogIn(csrf, entry.id)
      .then(onEnded)
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale)));
  return (
    <li>
      <span>
        <b>
          {entry.device.browser} {entry.device.system}
        </b>{' '}
        {entry.current && <span className="soft">{words.thisOne}</span>}
        <br />
        <span className="soft">
          {new Date(entry.at).toLocaleString(locale)} · {entry.source}
        </span>
      </span>
      {!entry.current && (
        <Button size="small" onClick={end}>
          {words.endLogIn}
        </Button>
      )}
    </li>
  );
}
