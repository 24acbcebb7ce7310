import { App, Button, Checkbox, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Section, Whole } from '#/ui/page.tsx';
import { Field, WhyButton } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { MailAddress } from '../rules/channels.ts';
import { channelLabels } from './channel-labels.ts';
import type { Reminders } from './contract.ts';
import { Feeds } from './feeds.tsx';
import './notices.css';
import { useTest } from './use-test.ts';

/** 提醒方式: my mail, and the calendar of my telephone. */
export default function RemindersScreen() {
  const words = useLabels(channelLabels);
  const reminders = useRead<Reminders>('/notices/preference');
  return (
    <Page title={words.reminders} lead={words.remindersLead}>
      <Whole of={reminders}>
        {(it) =>
          it.known ? (
            <>
              <Section title={words.mail}>
                <Mail key={String(it.address)} reminders={it} />
              </Section>
              <Section title={words.calendars}>
                <Feeds feeds={it.feeds} />
              </Section>
            </>
          ) : (
            <EmptyState title={words.notKnown} text={words.notKnownText} />
          )
        }
      </Whole>
    </Page>
  );
}

function Mail({ reminders }: { readonly reminders: Reminders }) {
  const words = useLabels(channelLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const set = useCommand<unknown, unknown>('notices.set-preference');
  const test = useTest('notices.test-mail');
  const [address, setAddress] = useState('');
  const [wantsMail, setWantsMail] = useState(reminders.wantsMail);
  const isTyped = address.trim() !== '';
  const isWrong = isTyped && !MailAddress.safeParse(address).success;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isWrong) return;
    set
      .mutateAsync({ input: { wantsMail, ...(isTyped && { address: address.trim() }) } })
      .then(() => message.success(words.saved))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  };
  return (
    <form className="narrow" onSubmit={save}>
      <Field name={words.address} hint={reminders.address === null ? words.addressHint : words.addressKept(reminders.address)}>
        <Input
          type="email"
          autoComplete="email"
          value={address}
          status={isWrong ? 'error' : ''}
          onChange={({ target }) => {
            setAddress(target.value);
            if (reminders.address === null) setWantsMail(true);
          }}
        />
      </Field>
      <p>
        <Checkbox checked={wantsMail} onChange={({ target }) => setWantsMail(target.checked)}>
          {words.mailOn}
        </Checkbox>
      </p>
      <WhyButton type="primary" htmlType="submit" loading={set.isPending} why={isWrong ? words.address : null}>
        {words.save}
      </WhyButton>{' '}
      {reminders.address !== null && (
        <Button loading={test.busy} onClick={() => test.send({})}>
          {words.test}
        </Button>
      )}
    </form>
  );
}
