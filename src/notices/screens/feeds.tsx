import { App, Button, Popconfirm, QRCode } from 'antd';
import { useState } from 'react';
import { longDate } from '#/kernel/format.ts';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { channelLabels } from './channel-labels.ts';
import type { Reminders } from './contract.ts';

/** 日历订阅: the address is made here in the browser and shown once; the server keeps only a digest of it. */
export function Feeds({ feeds }: Pick<Reminders, 'feeds'>) {
  const words = useLabels(channelLabels);
  const locale = useLocale();
  const { district, post } = useWorkplace();
  const { message } = App.useApp();
  const make = useCommand<unknown, unknown>('notices.make-feed');
  const [address, setAddress] = useState<string | null>(null);
  const open = (of: 'person' | 'unit') => {
    const token = newToken();
    make
      .mutateAsync({ input: { of, token } })
      .then(() => setAddress(`${location.origin}/calendar/${district}/${token}.ics`))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  };
  return (
    <>
      <p className="soft">{words.calendarsLead}</p>
      <p className="no-print">
        <Button loading={make.isPending} onClick={() => open('person')}>
          {words.ownCalendar}
        </Button>{' '}
        {post?.unitId && (
          <Button loading={make.isPending} onClick={() => open('unit')}>
            {words.unitCalendar}
          </Button>
        )}
      </p>
      {address !== null && <MadeAddress address={address} />}
      {feeds.length === 0 && <p>{words.noFeeds}</p>}
      <ul className="robot-list">
        {feeds.map((it) => (
          <li key={it.id}>
            <b>{it.unitId === null ? words.isOwn : words.isUnit}</b>
            <span className="soft">{words.madeOn(longDate(it.madeOn, locale))}</span>
            {it.revokedOn === null ? (
              <Revoke feedId={it.id} />
            ) : (
              <span className="soft">{words.revoked(longDate(it.revokedOn, locale))}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function MadeAddress({ address }: { readonly address: string }) {
  const words = useLabels(channelLabels);
  const { message } = App.useApp();
  const copy = () => navigator.clipboard.writeText(address).then(() => message.success(words.copied));
  return (
    <div className="notice">
      <b>{words.calendarMade}</b>
      <p>{words.calendarMadeText}</p>
      <QRCode value={address} type="svg" bordered={false} />
      <p>
        <code className="feed-address">{address}</code>
      </p>
      <Button onClick={copy}>{words.copy}</Button>
    </div>
  );
}

function Revoke({ feedId }: { readonly feedId: string }) {
  const words = useLabels(channelLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const revoke = useCommand<unknown, unknown>('notices.revoke-feed');
  const run = () => revoke.mutateAsync({ input: { feedId } }).catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <Popconfirm title={`${words.revoke}？`} okText={words.revoke} onConfirm={run}>
      <Button size="small" danger loading={revoke.isPending}>
        {words.revoke}
      </Button>
    </Popconfirm>
  );
}

/** 256 random bits. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
