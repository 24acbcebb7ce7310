import { App, Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { ROLES } from '#/kernel/role.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import type { PostView, UnitView } from '../rules/views.ts';
import { ROLE_LABELS } from '../words/labels.ts';
import { labels } from './labels.ts';

export type PostAct = 'stand-in' | 'change' | 'roles' | 'activate';

type PostDialogProps = {
  readonly act: PostAct;
  readonly post: PostView;
  readonly all: readonly UnitView[];
  readonly onClose: () => void;
};

export function PostDialog({ act, ...rest }: PostDialogProps) {
  switch (act) {
    case 'stand-in':
      return <StandIn {...rest} />;
    case 'change':
      return <Change {...rest} />;
    case 'roles':
      return <Roles {...rest} />;
    case 'activate':
      return <Activate {...rest} />;
  }
}

type ActProps = Omit<PostDialogProps, 'act'>;
const NONE = '';

function StandIn({ post, all, onClose }: ActProps) {
  const words = useLabels(labels);
  const { message } = App.useApp();
  const set = useCommand<unknown, unknown>('organisation.set-stand-in');
  const [chosen, setChosen] = useState(post.standInPostId ?? NONE);
  const others = all.flatMap(({ posts }) => posts).filter(({ id, isActive }) => isActive && id !== post.id);
  const own = others.filter(({ unitId }) => unitId === post.unitId);
  const nameOf = (it: PostView) => `${it.unitName} ${it.title}${it.holder ? ` · ${it.holder.personName}` : ''}`;
  const options = [
    { value: NONE, label: words.standInNone },
    ...[...own, ...others.filter((it) => !own.includes(it))].map((it) => ({ value: it.id, label: nameOf(it) })),
  ];
  const send = () =>
    set
      .mutateAsync({ input: { postId: post.id, standInPostId: chosen === NONE ? null : chosen } })
      .then(() => message.success(words.saved));
  return (
    <FormDialog title={`${words.setStandIn} · ${post.title}`} act={words.setStandIn} onClose={onClose} onSend={send}>
      <p className="soft">{words.standInLead}</p>
      <Field name={words.standIn}>
        <Select className="full" value={chosen} onChange={setChosen} showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Field>
    </FormDialog>
  );
}

function Change({ post, onClose }: ActProps) {
  const words = useLabels(labels);
  const { message } = App.useApp();
  const change = useCommand<unknown, unknown>('organisation.change-post');
  const [title, setTitle] = useState(post.title);
  const [sortOrder, setSortOrder] = useState(post.sortOrder);
  const send = () =>
    change
      .mutateAsync({ input: { postId: post.id, title: title.trim(), sortOrder, isActive: post.isActive } })
      .then(() => message.success(words.saved));
  return (
    <FormDialog title={words.editPost} act={words.saveDetails} onClose={onClose} onSend={send}>
      <Field name={words.postTitle}>
        <Input value={title} maxLength={40} required autoFocus onChange={({ target }) => setTitle(target.value)} />
      </Field>
      <Field name={words.order}>
        <InputNumber min={0} max={9999} precision={0} value={sortOrder} onChange={(order) => setSortOrder(order ?? 0)} />
      </Field>
    </FormDialog>
  );
}

function Activate({ post, onClose }: ActProps) {
  const words = useLabels(labels);
  const { message } = App.useApp();
  const change = useCommand<unknown, unknown>('organisation.change-post');
  const act = post.isActive ? words.deactivatePost : words.activatePost;
  const send = () =>
    change
      .mutateAsync({ input: { postId: post.id, title: post.title, sortOrder: post.sortOrder, isActive: !post.isActive } })
      .then(() => message.success(words.saved));
  return (
    <FormDialog title={act} act={act} onClose={onClose} onSend={send}>
      <p>{post.title}</p>
    </FormDialog>
  );
}

/** A post that is given carries at most four roles; `setup` comes only with its account. */
function Roles({ post, onClose }: ActProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const change = useCommand<unknown, unknown>('organisation.change-post-roles');
  const [roles, setRoles] = useState<readonly string[]>(post.roles);
  const send = () => change.mutateAsync({ input: { postId: post.id, roles } }).then(() => message.success(words.saved));
  return (
    <FormDialog title={`${words.changeRoles} · ${post.title}`} act={words.saveDetails} onClose={onClose} onSend={send}>
      <p className="soft">{words.rolesLead}</p>
      <Checkbox.Group
        className="role-boxes"
        value={[...roles]}
        onChange={setRoles}
        options={ROLES.filter((it) => it !== 'setup').map((value) => ({ value, label: ROLE_LABELS[locale][value] }))}
      />
    </FormDialog>
  );
}
