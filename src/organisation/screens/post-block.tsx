import { App, Button, Dropdown, Input, Select } from 'antd';
import { useState } from 'react';
import { useCommand, useRead } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { useMay } from '#/ui/session.ts';
import { type Holding, POST_KINDS, type PostKind } from '../rules/post.ts';
import type { PostView, UnitView } from '../rules/views.ts';
import { POST_KIND_LABELS, ROLE_LABELS } from '../words/labels.ts';
import { AppointDialog, ReleaseDialog } from './appoint.tsx';
import { labels } from './labels.ts';
import { type PostAct, PostDialog } from './post-dialogs.tsx';

type PostBlockProps = { readonly post: PostView; readonly all: readonly UnitView[] };

/** One post: what it may do, who holds it since when, who stands in, who held it before. */
export function PostBlock({ post, all }: PostBlockProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const [mayManage, mayRoles] = [useMay('organisation.manage-posts'), useMay('organisation.manage-roles')];
  const [asking, setAsking] = useState<PostAct | 'appoint' | 'release' | null>(null);
  const close = () => setAsking(null);
  const { holder } = post;
  const more: { readonly key: PostAct; readonly label: string }[] = [
    ...(mayManage ? [{ key: 'stand-in' as const, label: words.setStandIn }] : []),
    ...(mayManage ? [{ key: 'change' as const, label: words.editPost }] : []),
    ...(mayRoles ? [{ key: 'roles' as const, label: words.changeRoles }] : []),
    ...(mayManage ? [{ key: 'activate' as const, label: post.isActive ? words.deactivatePost : words.activatePost }] : []),
  ];
  return (
    <article className={post.isActive ? 'post' : 'post off'}>
      <header>
        <h3>{post.title}</h3>
        <span className="soft">{post.isActive ? post.roles.map((role) => ROLE_LABELS[locale][role]).join('、') : words.postInactive}</span>
      </header>
      <p className="holding">
        {holder ? <b>{holder.personName}</b> : <em>{words.vacant}</em>}{' '}
        {holder && <span className="soft">{words.since(holder.fromOn)}</span>}
        {post.standInTitle && (
          <span className="soft">
            {' '}
            · {words.standIn} {post.standInTitle}
          </span>
        )}
      </p>
      <div className="acts no-print">
        {mayManage && post.isActive && (
          <Button size="small" onClick={() => setAsking('appoint')}>
            {holder ? words.replace : words.appoint}
          </Button>
        )}
        {mayManage && holder && (
          <Button size="small" onClick={() => setAsking('release')}>
            {words.release}
          </Button>
        )}
        {more.length > 0 && (
          <Dropdown trigger={['click']} menu={{ items: more, onClick: ({ key }) => setAsking(key as PostAct) }}>
            <Button size="small">{words.more}</Button>
          </Dropdown>
        )}
      </div>
      <History postId={post.id} />
      {asking === 'appoint' && <AppointDialog post={post} onClose={close} />}
      {asking === 'release' && holder && <ReleaseDialog post={post} holder={holder} onClose={close} />}
      {asking !== null && asking !== 'appoint' && asking !== 'release' && <PostDialog act={asking} post={post} all={all} onClose={close} />}
    </article>
  );
}

/** Read when it is opened. */
function History({ postId }: { readonly postId: string }) {
  const words = useLabels(labels);
  const [isOpen, setOpen] = useState(false);
  const holdings = useRead<readonly Holding[]>(isOpen ? `/organisation/posts/${postId}/holders` : null);
  return (
    <details className="past-holders" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.history}</summary>
      {isOpen && (
        <Whole of={holdings}>
          {(rows) =>
            rows.length === 0 ? (
              <p className="soft">{words.noHistory}</p>
            ) : (
              <ul>
                {rows
                  .toSorted((a, b) => b.fromOn.localeCompare(a.fromOn))
                  .map((it) => (
                    <li key={it.id}>
                      {it.personName} <span className="soft">{words.until(it.fromOn, it.toOn)}</span>
                    </li>
                  ))}
              </ul>
            )
          }
        </Whole>
      )}
    </details>
  );
}

export function AddPost({ unitId, onClose }: { readonly unitId: string; readonly onClose: () => void }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const create = useCommand<unknown, unknown>('organisation.create-post');
  const [kind, setKind] = useState<PostKind>('liaison');
  const [title, setTitle] = useState('');
  const send = () =>
    create
      .mutateAsync({ input: { unitId, kind, ...(title.trim() && { title: title.trim() }) } })
      .then(() => message.success(words.postAdded));
  return (
    <FormDialog title={words.addPost} act={words.addPost} onClose={onClose} onSend={send}>
      <Field name={words.postKind}>
        <Select
          className="full"
          value={kind}
          onChange={setKind}
          options={POST_KINDS.filter((it) => it !== 'setup').map((value) => ({ value, label: POST_KIND_LABELS[locale][value] }))}
        />
      </Field>
      <Field name={words.postTitle} hint={words.postTitleHint}>
        <Input
          value={title}
          maxLength={40}
          placeholder={POST_KIND_LABELS[locale][kind]}
          onChange={({ target }) => setTitle(target.value)}
        />
      </Field>
    </FormDialog>
  );
}
