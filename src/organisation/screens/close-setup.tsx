import { App, Input } from 'antd';
import { useState } from 'react';
import { ADMINISTRATORS } from '#/kernel/role.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { Field, WhyButton } from '#/ui/parts.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { AccountView } from '../rules/views.ts';
import { ROLE_LABELS } from '../words/labels.ts';
import { accountLabels } from './account-labels.ts';

type CloseSetupProps = { readonly setup: AccountView; readonly accounts: readonly AccountView[] };

/** Ends the first hour for good, once all three administrators can log in. */
export function CloseSetup({ setup, accounts }: CloseSetupProps) {
  const words = useLabels(accountLabels);
  const locale = useLocale();
  const may = useMay('organisation.lock-accounts');
  const [isAsking, setAsking] = useState(false);
  const holders = accounts.filter((it) => it.id !== setup.id && it.closedAt === null && it.lockedAt === null);
  const roles = ADMINISTRATORS.map((role) => ({ role, isThere: holders.some((it) => it.roles.includes(role)) }));
  const missing = roles.filter(({ isThere }) => !isThere).map(({ role }) => ROLE_LABELS[locale][role]);
  if (!may) return null;
  return (
    <Section title={words.closeSetup}>
      <p className="soft">{words.closeLead}</p>
      <p>{words.closeFirst}</p>
      <ul className="admins">
        {roles.map(({ role, isThere }) => (
          <li key={role} className={isThere ? 'there' : 'lacking'}>
            <i aria-hidden="true">{isThere ? '◆' : '○'}</i>{' '}
            {isThere ? words.closeHas(ROLE_LABELS[locale][role]) : words.closeLacks(ROLE_LABELS[locale][role])}
          </li>
        ))}
      </ul>
      <WhyButton danger why={missing.length > 0 ? missing.map(words.closeLacks).join('；') : null} onClick={() => setAsking(true)}>
        {words.closeSetup}
      </WhyButton>
      {isAsking && <CloseDialog setup={setup} onClose={() => setAsking(false)} />}
    </Section>
  );
}

function CloseDialog({ setup, onClose }: { readonly setup: AccountView; readonly onClose: () => void }) {
  const words = useLabels(accountLabels);
  const { account } = useWorkplace();
  const { message } = App.useApp();
  const close = useCommand<unknown, unknown>('organisation.close-setup-account', { keepReads: account.id === setup.id });
  const [typed, setTyped] = useState('');
  const isSure = typed.trim().toLowerCase() === setup.username;
  const isOwn = account.id === setup.id;
  const send = () =>
    close.mutateAsync({ input: { accountId: setup.id } }).then(() => {
      message.success(words.wasClosed);
      if (isOwn) location.assign('/staff/');
    });
  return (
    <FormDialog
      title={words.closeSetup}
      act={words.closeAct}
      danger
      why={isSure ? null : words.closeTyped(setup.username)}
      onClose={onClose}
      onSend={send}
    >
      <p>{words.closeLead}</p>
      {isOwn && <p className="notice warn">{words.closeOwn}</p>}
      <Field name={words.closeTyped(setup.username)}>
        <Input value={typed} autoComplete="off" autoCapitalize="none" onChange={({ target }) => setTyped(target.value)} autoFocus />
      </Field>
    </FormDialog>
  );
}
