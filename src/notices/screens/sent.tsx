import { Button } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { longDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Section, Whole } from '#/ui/page.tsx';
import type { MessageState } from '../rules/message.ts';
import type { NoticeReason } from '../rules/send-reason.ts';
import type { ShownDuty } from '../rules/views.ts';
import { reasonWords, stateWords } from '../words/sending.ts';
import { channelLabels } from './channel-labels.ts';
import './notices.css';

type SentLine = {
  readonly id: string;
  readonly purpose: 'notice' | 'test';
  readonly madeOn: CivilDate;
  readonly person: string | null;
  readonly robot: string | null;
  readonly lines: number;
  readonly state: MessageState;
  readonly reason: NoticeReason | null;
};
type Evening = {
  readonly madeOn: CivilDate;
  readonly persons: number;
  readonly lines: number;
  readonly unreached: readonly { readonly unit: string | null; readonly dueOn: CivilDate; readonly said: ShownDuty['said'] | null }[];
};

/** 发出记录 and the evenings, for the office. */
export default function SentScreen() {
  const words = useLabels(channelLabels);
  const [before, setBefore] = useState<string | null>(null);
  const sent = useRead<{ readonly messages: readonly SentLine[]; readonly hasMore: boolean }>(
    `/notices/sent${before === null ? '' : `?before=${before}`}`,
  );
  const evenings = useRead<{ readonly evenings: readonly Evening[] }>('/notices/evenings');
  return (
    <Page title={words.sent} lead={words.sentLead} wide>
      <Whole of={sent}>
        {({ messages, hasMore }) => (
          <>
            <Messages messages={messages} />
            {hasMore && <Button onClick={() => setBefore(messages.at(-1)!.id)}>{words.older}</Button>}
          </>
        )}
      </Whole>
      <Section title={words.evenings}>
        <Whole of={evenings}>{(it) => <Evenings evenings={it.evenings} />}</Whole>
      </Section>
    </Page>
  );
}

function Messages({ messages }: { readonly messages: readonly SentLine[] }) {
  const words = useLabels(channelLabels);
  const locale = useLocale();
  return (
    <DataTable
      rows={messages}
      keyOf={({ id }) => id}
      fileName={words.sent}
      empty={<EmptyState title={words.noSent} text={words.noSentText} />}
      columns={[
        { title: words.sentOn, text: ({ madeOn }) => longDate(madeOn, locale) },
        {
          title: words.sentTo,
          text: ({ person, robot, purpose }) => `${person ?? robot ?? ''}${purpose === 'test' ? `（${words.isTest}）` : ''}`,
        },
        { title: words.sentLines, text: ({ lines }) => lines, align: 'right' },
        { title: words.sentState, text: ({ state }) => stateWords[locale][state] },
        { title: words.sentReason, text: ({ reason }) => (reason === null ? '' : reasonWords[locale][reason]), onlyWide: true },
      ]}
    />
  );
}

function Evenings({ evenings }: { readonly evenings: readonly Evening[] }) {
  const words = useLabels(channelLabels);
  const locale = useLocale();
  if (evenings.length === 0) return <p className="soft">{words.noEvenings}</p>;
  return (
    <ul className="inbox-list">
      {evenings.map((it) => (
        <li key={it.madeOn}>
          {words.evening(longDate(it.madeOn, locale), it.persons, it.lines)}
          {it.unreached.length > 0 && (
            <>
              <p className="late">{words.unreached}</p>
              <ul className="notice-lines">
                {it.unreached.map((line, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines of one evening never change
                  <li key={i}>
                    {line.unit} {line.said?.[locale].what}
                  </li>
                ))}
              </ul>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
