import { useQuery } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { PROVIDER_REFUSALS, type ProviderRefusal } from '#/platform/session/rules.ts';
import { wordsOf } from '#/platform/session/words.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { labels } from './labels.ts';
import { type Me, sessionApi } from './session-api.ts';

type Arrival = 'code' | 'linked' | ProviderRefusal;

/** What the address says of a way over the identity platform; read once, so that it is gone from the address afterwards. */
const arrival: Arrival | null = readArrival();

function readArrival(): Arrival | null {
  const said = new URLSearchParams(location.search).get('log-in');
  if (said === null) return null;
  history.replaceState(history.state, '', location.pathname);
  if (said === 'code' || said === 'linked') return said;
  const kind = PROVIDER_REFUSALS.find((it) => it === said);
  return kind === undefined ? null : { kind };
}

/** For the log-in page: whether the person has come back for our own code, or why the platform's way ended. */
export function arrivedAs(): { readonly asksCode: boolean; readonly refusal: ProviderRefusal | null } {
  return { asksCode: arrival === 'code', refusal: typeof arrival === 'object' ? arrival : null };
}

/** For somebody who set out to link the own account and is inside again. */
export function useArrival(me: Me | undefined): void {
  const { message } = App.useApp();
  const words = useLabels(labels);
  const locale = useLocale();
  const isInside = me !== undefined;
  useEffect(() => {
    if (!isInside || arrival === null || arrival === 'code') return;
    if (arrival === 'linked') message.success(words.linked);
    else message.error(wordsOf(arrival, locale), 12);
  }, [isInside, message, words, locale]);
}

/** The way over the identity platform, where the installation has one. */
export function ProviderButton({ onFault }: { readonly onFault: (sentence: string) => void }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const ways = useQuery({ queryKey: ['ways'], queryFn: sessionApi.ways, staleTime: Number.POSITIVE_INFINITY });
  const provider = ways.data?.provider;
  if (!provider) return null;
  const go = async () => {
    setBusy(true);
    try {
      location.assign((await sessionApi.goToProvider()).url);
    } catch (problem) {
      onFault(sentenceOf(problem, locale));
      setBusy(false);
    }
  };
  return (
    <>
      <p className="or soft">{words.or}</p>
      <Button block size="large" loading={busy} onClick={go}>
        {words.logInThrough(provider.name ?? words.provider)}
      </Button>
    </>
  );
}

type LinkProps = { readonly me: Me; readonly onChanged: () => Promise<void> };

/** On the page of my account: whom I am at the platform, linked once by myself. */
export function ProviderLink({ me, onChanged }: LinkProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const [isAsking, setAsking] = useState(false);
  const [password, setPassword] = useState('');
  if (me.provider === null) return null;
  const link = async () => location.assign((await sessionApi.link(me.csrf, password)).url);
  const act = async () => {
    if (!me.provider?.isLinked) return setAsking(true);
    try {
      await sessionApi.unlink(me.csrf);
      message.success(words.unlinked);
      await onChanged();
    } catch (problem) {
      message.error(sentenceOf(problem, locale));
    }
  };
  return (
    <Section title={me.provider.name ?? words.provider}>
      <p className="soft">{me.provider.isLinked ? words.isLinked : words.isNotLinked}</p>
      <Button onClick={act}>{me.provider.isLinked ? words.unlink : words.link}</Button>
      {isAsking && (
        <FormDialog title={words.link} act={words.linkGo} onClose={() => setAsking(false)} onSend={link}>
          <Field name={words.password} hint={words.linkPassword}>
            <Input.Password
              value={password}
              autoComplete="current-password"
              required
              onChange={({ target }) => setPassword(target.value)}
            />
          </Field>
        </FormDialog>
      )}
    </Section>
  );
}
