import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCommand, useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Section, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { cardLabels } from './card-labels.ts';
import type { CardList } from './contract.ts';
import { Disruptions } from './disruptions.tsx';
import './publication.css';

/** 办事卡: each promise with its card, and the address that codes lead to. */
export default function Cards() {
  const words = useLabels(cardLabels);
  const { district } = useWorkplace();
  const mayPrepare = useMay('publication.prepare');
  const list = useRead<CardList>('/publication/cards');
  return (
    <Page title={words.cards} lead={words.cardsLead}>
      <Whole of={list}>
        {({ promises, address }) =>
          promises.length === 0 ? (
            <EmptyState title={words.noCards} text={words.noCardsText} />
          ) : (
            <>
              <DataTable
                rows={promises}
                keyOf={({ promiseId }) => promiseId}
                fileName={words.cards}
                columns={[
                  { title: words.no, text: ({ year, no }) => `${year} · ${no}`, width: 100 },
                  {
                    title: words.promise,
                    text: ({ promise }) => promise,
                    show: ({ promiseId, promise }) => (
                      <Link className="plain-link" to={`/${district}/cards/${promiseId}`}>
                        {promise}
                      </Link>
                    ),
                  },
                  { title: words.who, text: ({ card }) => card?.card.who ?? words.missing, onlyWide: true },
                  { title: words.phone, text: ({ card }) => card?.card.phone ?? '', onlyWide: true },
                  { title: words.edited, text: ({ card }) => card?.edited.on ?? words.missing },
                ]}
              />
              {mayPrepare && <Address of={address} />}
            </>
          )
        }
      </Whole>
      <Disruptions />
    </Page>
  );
}

function Address({ of }: { readonly of: string | null }) {
  const words = useLabels(cardLabels);
  const locale = useLocale();
  const set = useCommand<unknown, unknown>('publication.set-site-address');
  const [address, setAddress] = useState(of ?? '');
  const [said, setSaid] = useState<string | null>(null);
  const send = () =>
    set
      .mutateAsync({ input: { address } })
      .then(() => setSaid(words.saved))
      .catch((problem: unknown) => setSaid(sentenceOf(problem, locale)));
  return (
    <Section title={words.address}>
      <Field name={words.address} hint={words.addressHint}>
        <Input value={address} onChange={({ target }) => setAddress(target.value)} placeholder="https://" inputMode="url" />
      </Field>
      <Button loading={set.isPending} disabled={!/^https?:\/\/[^/\s]+\/?$/.test(address.trim())} onClick={send}>
        {words.save}
      </Button>
      {said && (
        <p className="notice" role="status">
          {said}
        </p>
      )}
    </Section>
  );
}
