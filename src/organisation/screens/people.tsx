import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCommand, useRead } from '#/ui/data.ts';
import { type Column, DataTable } from '#/ui/data-table.tsx';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { EmptyState, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { HeldPostView, PersonView } from '../rules/views.ts';
import { labels } from './labels.ts';
import { Room } from './tabs.tsx';

/** Everybody on record, with the posts held now and before. */
export default function People() {
  const words = useLabels(labels);
  const people = useRead<readonly PersonView[]>('/organisation/people');
  return (
    <Room title={words.people} lead={words.peopleLead}>
      <Whole of={people}>
        {(rows) => (rows.length === 0 ? <EmptyState title={words.noPeople} text={words.noPeopleText} /> : <PeopleTable rows={rows} />)}
      </Whole>
    </Room>
  );
}

function PeopleTable({ rows }: { readonly rows: readonly PersonView[] }) {
  const words = useLabels(labels);
  const mayManage = useMay('organisation.manage-people');
  const [editing, setEditing] = useState<PersonView | null>(null);
  const edit: Column<PersonView> = {
    title: '',
    text: () => null,
    show: (person) => (
      <Button size="small" onClick={() => setEditing(person)}>
        {words.editPerson}
      </Button>
    ),
  };
  return (
    <>
      <DataTable
        rows={rows}
        keyOf={({ id }) => id}
        fileName={words.people}
        columns={[
          { title: words.personName, text: ({ name }) => name, show: ({ name }) => <span className="nowrap">{name}</span> },
          {
            title: words.heldPosts,
            text: ({ posts }) => posts.map((post) => `${post.unitName} ${post.title} ${post.fromOn}`).join('；'),
            show: ({ posts }) => <HeldPosts posts={posts} />,
          },
          { title: words.phone, text: ({ phone }) => phone || null, onlyWide: true },
          {
            title: words.account,
            text: ({ accountId }) => (accountId === null ? words.noAccount : words.hasAccount),
            show: ({ accountId }) => (accountId === null ? <span className="soft">{words.noAccount}</span> : words.hasAccount),
          },
          ...(mayManage ? [edit] : []),
        ]}
      />
      {editing && <EditPerson person={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function HeldPosts({ posts }: { readonly posts: readonly HeldPostView[] }) {
  const words = useLabels(labels);
  const { district, today } = useWorkplace();
  return (
    <ul className="post-lines">
      {posts.map((post) => (
        <li key={`${post.postId}${post.fromOn}`} className={post.toOn !== null && post.toOn < today ? 'soft' : ''}>
          {post.unitId === null ? (
            post.title
          ) : (
            <Link className="plain-link" to={`/${district}/organisation/units/${post.unitId}`}>
              {post.unitName} {post.title}
            </Link>
          )}{' '}
          <small className="soft nowrap">{post.unitId === null ? '' : words.until(post.fromOn, post.toOn)}</small>
        </li>
      ))}
    </ul>
  );
}

function EditPerson({ person, onClose }: { readonly person: PersonView; readonly onClose: () => void }) {
  const words = useLabels(labels);
  const { message } = App.useApp();
  const set = useCommand<unknown, unknown>('organisation.set-person');
  const [name, setName] = useState(person.name);
  const [phone, setPhone] = useState(person.phone);
  const send = () =>
    set.mutateAsync({ input: { personId: person.id, name: name.trim(), phone: phone.trim() } }).then(() => message.success(words.saved));
  return (
    <FormDialog title={words.editPerson} act={words.saveDetails} onClose={onClose} onSend={send}>
      <Field name={words.personName}>
        <Input value={name} minLength={2} maxLength={30} required autoFocus onChange={({ target }) => setName(target.value)} />
      </Field>
      <Field name={words.phone} hint={words.phoneHint}>
        <Input value={phone} maxLength={20} inputMode="tel" onChange={({ target }) => setPhone(target.value)} />
      </Field>
    </FormDialog>
  );
}
