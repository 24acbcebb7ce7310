import { App, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCommand, useRead } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { AccountView, PersonView } from '../rules/views.ts';
import { accountLabels } from './account-labels.ts';
import { labels } from './labels.ts';

export type AccountAct = 'reset' | 'lock' | 'unlock';
const COMMANDS = {
  reset: 'organisation.reset-password',
  lock: 'organisation.lock-account',
  unlock: 'organisation.unlock-account',
} as const;

type AccountDialogProps = { readonly act: AccountAct; readonly account: AccountView; readonly onClose: () => void };

/** A reset leads straight to the slip, for the new password stands nowhere else. */
export function AccountDialog({ act, account, onClose }: AccountDialogProps) {
  const words = useLabels(accountLabels);
  const { message } = App.useApp();
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const command = useCommand<unknown, unknown>(COMMANDS[act]);
  const done = { reset: words.wasReset, lock: words.wasLocked, unlock: words.wasUnlocked }[act];
  const send = () =>
    command.mutateAsync({ input: { accountId: account.id } }).then(() => {
      message.success(done);
      if (act === 'reset') navigate(`/${district}/organisation/slips?accounts=${account.id}`);
    });
  return (
    <FormDialog title={`${words[act]} · ${account.name}`} act={words[act]} danger={act !== 'unlock'} onClose={onClose} onSend={send}>
      <p>{act === 'reset' ? words.resetLead(account.name) : act === 'lock' ? words.lockLead(account.name) : account.username}</p>
    </FormDialog>
  );
}

export function OpenAccount({ onClose }: { readonly onClose: () => void }) {
  const people = useRead<readonly PersonView[]>('/organisation/people');
  return <Whole of={people}>{(all) => <OpenForm without={all.filter(({ accountId }) => accountId === null)} onClose={onClose} />}</Whole>;
}

type OpenFormProps = { readonly without: readonly PersonView[]; readonly onClose: () => void };

function OpenForm({ without, onClose }: OpenFormProps) {
  const words = useLabels(accountLabels);
  const { chooseFirst } = useLabels(labels);
  const { message } = App.useApp();
  const create = useCommand<unknown, unknown>('organisation.create-account');
  const [personId, setPerson] = useState<string | null>(null);
  const [username, setUsername] = useState('');
  const name = username.trim().toLowerCase();
  const send = () =>
    create.mutateAsync({ input: { personId, ...(name && { username: name }) } }).then(() => message.success(words.opened, 5));
  const options = without.map(({ id, name: text, posts }) => ({
    value: id,
    label: [text, ...posts.slice(0, 1).map((post) => `${post.unitName} ${post.title}`)].join(' · '),
  }));
  return (
    <FormDialog title={words.open} act={words.open} why={personId === null ? chooseFirst : null} onClose={onClose} onSend={send}>
      {without.length === 0 ? (
        <p className="notice">{words.everybodyHas}</p>
      ) : (
        <Field name={words.forWhom}>
          <Select className="full" value={personId} onChange={setPerson} showSearch={{ optionFilterProp: 'label' }} options={options} />
        </Field>
      )}
      <Field name={words.username} hint={words.usernameHint}>
        <Input
          value={username}
          maxLength={32}
          autoCapitalize="none"
          spellCheck={false}
          autoComplete="off"
          pattern="[A-Za-z0-9][A-Za-z0-9_.\-]{1,31}"
          onChange={({ target }) => setUsername(target.value)}
        />
      </Field>
    </FormDialog>
  );
}
