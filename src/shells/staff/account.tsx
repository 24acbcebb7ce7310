import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Radio } from 'antd';
import { useState } from 'react';
import { useOutletContext } from 'react-router';
import type { LogInEntry } from '#/platform/session/rules.ts';
import { clock } from '#/ui/clock.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { type Post, useWorkplace } from '#/ui/session.ts';
import { PasswordForm } from './change-password.tsx';
import { EnrolForm } from './enrol-totp.tsx';
import { labels } from './labels.ts';
import { ProviderLink } from './provider.tsx';
import { type Me, sessionApi } from './session-api.ts';

/** What the frame hands to the page of my account: between which posts I may choose. */
export type PostChoice = { readonly posts: readonly Post[]; readonly onPost: (postId: string | null) => void };

/** My account: as what I act, my log-ins, my password, my second factor. */
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
    await queries.invalidateQueries({ queryKey: ['log-ins'] });
  };
  return (
    <>
      <p>
        <b>{me.account.name}</b> <span className="soft">{me.account.username}</span>
      </p>
      <Posts />
      <Section title={words.myLogIns}>
        <LogIns me={me} />
      </Section>
      <Section title={words.changePassword}>
        {isOpen === 'password' ? (
          <div className="narrow">
            <p className="soft">{words.changeEndsOthers}</p>
            <PasswordForm me={me} onChanged={refresh} />
          </div>
        ) : (
          <Button onClick={() => setOpen('password')}>{words.changePassword}</Button>
        )}
      </Section>
      <ProviderLink me={me} onChanged={refresh} />
      <Section title={words.secondFactor}>
        {me.account.hasTotp && <p>{words.totpOn}</p>}
        {!me.account.hasTotp && <p className="soft">{words.enrolLead}</p>}
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

/** As what I act here; rights follow the post. */
function Posts() {
  const words = useLabels(labels);
  const { post, districtName } = useWorkplace();
  const { posts, onPost } = useOutletContext<PostChoice>();
  const nameOf = ({ unitName, title, standsIn }: Post) => `${unitName} ${title}${standsIn ? words.standsIn : ''}`.trim();
  return (
    <Section title={`${words.myPosts} · ${districtName}`}>
      {posts.length > 1 ? (
        <Radio.Group
          className="my-posts"
          value={post?.postId ?? null}
          onChange={({ target }) => onPost(target.value as string | null)}
          options={posts.map((it) => ({ value: it.postId, label: nameOf(it) }))}
        />
      ) : (
        <p>{post ? nameOf(post) : words.noPost}</p>
      )}
    </Section>
  );
}

function LogIns({ me }: { readonly me: Me }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const logIns = useQuery({ queryKey: ['log-ins'], queryFn: sessionApi.logIns });
  const end = async (ids: readonly string[]) => {
    try {
      for (const id of ids) await sessionApi.endLogIn(me.csrf, id);
      message.success(words.ended);
    } catch (problem) {
      message.error(sentenceOf(problem, locale));
    }
    await logIns.refetch();
  };
  return (
    <Whole of={logIns}>
      {(entries) => {
        const others = entries.filter(({ current }) => !current).map(({ id }) => id);
        return (
          <>
            <ul className="log-ins">
              {entries.map((entry) => (
                <LogInLine key={entry.id} entry={entry} onEnd={() => end([entry.id])} />
              ))}
            </ul>
            {others.length > 1 && (
              <p>
                <Button onClick={() => end(others)}>{words.endOthers(others.length)}</Button>
              </p>
            )}
          </>
        );
      }}
    </Whole>
  );
}

function LogInLine({ entry, onEnd }: { readonly entry: LogInEntry; readonly onEnd: () => void }) {
  const words = useLabels(labels);
  return (
    <li>
      <span>
        <b>{[entry.device.browser, entry.device.system].filter(Boolean).join(' · ') || words.unknownDevice}</b>{' '}
        {entry.current && <span className="soft">{words.thisOne}</span>}
        <br />
        <span className="soft">
          {words.logIn} {clock(entry.at)} · {words.lastSeen} {clock(entry.lastSeenAt)} · {entry.source}
        </span>
      </span>
      {!entry.current && (
        <Button size="small" onClick={onEnd}>
          {words.endLogIn}
        </Button>
      )}
    </li>
  );
}
