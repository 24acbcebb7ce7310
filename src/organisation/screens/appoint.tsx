import { App, Checkbox, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useCommand, useRead } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { HolderView, PersonView, PostView } from '../rules/views.ts';
import { labels } from './labels.ts';

/** From this day somebody known, or somebody new, holds the post. */
export function AppointDialog({ post, onClose }: { readonly post: PostView; readonly onClose: () => void }) {
  const words = useLabels(labels);
  const { today } = useWorkplace();
  const { message } = App.useApp();
  const mayRead = useMay('organisation.read-people');
  const people = useRead<readonly PersonView[]>(mayRead ? '/organisation/people' : null);
  const appoint = useCommand<unknown, unknown>('organisation.appoint');
  const [isNew, setNew] = useState(!mayRead);
  const [personId, setPerson] = useState<string | null>(null);
  const [fresh, setFresh] = useState<Fresh>({ name: '', phone: '' });
  const [fromOn, setFrom] = useState(today);
  const [replacesHolder, setReplaces] = useState(post.holder !== null);
  const send = () =>
    appoint
      .mutateAsync({ input: { postId: post.id, person: isNew ? fresh : { id: personId }, fromOn, replacesHolder } })
      .then(() => message.success(`${words.appointed}。${words.needsAccount}`, 5));
  return (
    <FormDialog
      title={words.appointTitle(`${post.unitName} ${post.title}`)}
      act={words.appoint}
      why={!isNew && personId === null ? words.chooseFirst : null}
      onClose={onClose}
      onSend={send}
    >
      {mayRead && (
        <Radio.Group
          className="which"
          value={isNew}
          onChange={({ target }) => setNew(target.value as boolean)}
          options={[
            { value: false, label: words.known },
            { value: true, label: words.fresh },
          ]}
        />
      )}
      {isNew ? <NewPerson value={fresh} onChange={setFresh} /> : <KnownPerson value={personId} people={people.data} onChange={setPerson} />}
      <Field name={words.fromOn}>
        <DayField value={fromOn} onChange={(day) => day && setFrom(day)} />
      </Field>
      {post.holder && (
        <Checkbox checked={replacesHolder} onChange={({ target }) => setReplaces(target.checked)}>
          {words.replaces(post.holder.personName, fromOn)}
        </Checkbox>
      )}
    </FormDialog>
  );
}

type Fresh = { readonly name: string; readonly phone: string };

function NewPerson({ value, onChange }: { readonly value: Fresh; readonly onChange: (fresh: Fresh) => void }) {
  const words = useLabels(labels);
  return (
    <>
      <Field name={words.personName}>
        <Input
          value={value.name}
          minLength={2}
          maxLength={30}
          required
          onChange={({ target }) => onChange({ ...value, name: target.value })}
        />
      </Field>
      <Field name={words.phone} hint={words.phoneHint}>
        <Input value={value.phone} maxLength={20} inputMode="tel" onChange={({ target }) => onChange({ ...value, phone: target.value })} />
      </Field>
    </>
  );
}

type KnownProps = {
  readonly value: string | null;
  readonly people: readonly PersonView[] | undefined;
  readonly onChange: (personId: string) => void;
};

function KnownPerson({ value, people, onChange }: KnownProps) {
  const words = useLabels(labels);
  const options = (people ?? []).map((it) => ({ value: it.id, label: [it.name, ...it.posts.slice(0, 1).map(postName)].join(' · ') }));
  return (
    <Field name={words.choosePerson}>
      <Select
        className="full"
        value={value}
        onChange={onChange}
        loading={people === undefined}
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
      />
    </Field>
  );
}

function postName({ unitName, title }: { readonly unitName: string; readonly title: string }): string {
  return `${unitName} ${title}`.trim();
}

type ReleaseProps = { readonly post: PostView; readonly holder: HolderView; readonly onClose: () => void };

export function ReleaseDialog({ post, holder, onClose }: ReleaseProps) {
  const words = useLabels(labels);
  const { today } = useWorkplace();
  const { message } = App.useApp();
  const release = useCommand<unknown, unknown>('organisation.release');
  const [lastDay, setLastDay] = useState(today);
  const send = () => release.mutateAsync({ input: { postId: post.id, lastDay } }).then(() => message.success(words.released));
  return (
    <FormDialog title={words.releaseTitle(holder.personName)} act={words.release} danger onClose={onClose} onSend={send}>
      <p>
        {post.unitName} {post.title} · {words.since(holder.fromOn)}
      </p>
      <p className="soft">{words.releaseLead}</p>
      <Field name={words.lastDay}>
        <DayField value={lastDay} min={holder.fromOn} onChange={(day) => day && setLastDay(day)} />
      </Field>
    </FormDialog>
  );
}
