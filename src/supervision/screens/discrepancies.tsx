import { App, Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { longDate } from '#/kernel/format.ts';
import { newId } from '#/kernel/id.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useKept } from '#/ui/kept.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Loading, Page, Section, Whole } from '#/ui/page.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList, type YearListLine } from '#/ui/year-list.tsx';
import type { Discrepancy } from '../rules/discrepancies/discrepancy.ts';
import { discrepancyWords } from '../words/discrepancies.ts';
import { words as supervisionWords } from '../words/labels.ts';
import type { DiscrepanciesView } from './contract.ts';
import { labels } from './labels.ts';
import './supervision.css';

/** What cannot all be true, and what cannot be checked: computed, each with a way to settle it. */
export default function DiscrepanciesScreen() {
  const words = useLabels(labels);
  const list = useYearList();
  const found = useRead<DiscrepanciesView>(list.query && `/supervision/discrepancies?${list.query}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  return (
    <Page title={words.discrepancies} lead={words.discrepanciesLead} actions={<ListChoice of={list} />}>
      {list.list ? <Whole of={found}>{(it) => <Found view={it} list={list.list!} />}</Whole> : <NoList />}
    </Page>
  );
}

function Found({ view, list }: { readonly view: DiscrepanciesView; readonly list: YearListLine }) {
  const words = useLabels(labels);
  const locale = useLocale();
  return (
    <>
      <p className="soft">
        {words.asOf(longDate(view.asOf, locale))} · {words.count(view.discrepancies.length)}
      </p>
      {view.discrepancies.length === 0 && <EmptyState title={words.none} text={words.noneText} />}
      <ol className="discrepancies">
        {view.discrepancies.map((it) => (
          <DiscrepancyLine key={`${JSON.stringify(it.facts)}${it.place?.promiseId ?? it.place?.projectId ?? ''}`} of={it} />
        ))}
      </ol>
      <Statements view={view} list={list} />
    </>
  );
}

function DiscrepancyLine({ of }: { readonly of: Discrepancy }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { district } = useWorkplace();
  const said = discrepancyWords(of, locale);
  const { place } = of;
  return (
    <li className={`severity-${of.severity}`}>
      <p className="severity">
        {supervisionWords[locale].severities[of.severity]}
        {place && (
          <>
            {' · '}
            <b>{place.no}</b>{' '}
            {place.promiseId ? (
              <Link className="plain-link" to={`/${district}/promises/${place.promiseId}`}>
                {place.promise ?? place.project}
              </Link>
            ) : (
              place.project
            )}
            {place.leadUnit ? ` · ${place.leadUnit}` : ''}
          </>
        )}
      </p>
      <p className="sentence">{said.sentence}</p>
      <p className="soft">
        {words.settle}：{said.settle}
      </p>
    </li>
  );
}

function Statements({ view, list }: { readonly view: DiscrepanciesView; readonly list: YearListLine }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const may = useMay('supervision.record-statement');
  const withdraw = useCommand<unknown, unknown>('supervision.withdraw-statement');
  return (
    <Section title={words.statements}>
      {view.statements.length === 0 && <p className="soft">{words.noStatements}</p>}
      <ul className="statements">
        {view.statements.map(({ id, text, source, publishedOn }) => (
          <li key={id}>
            “{text}”{' '}
            <span className="soft">
              {source} · {longDate(publishedOn, locale)}
            </span>
            {may && (
              <Popconfirm
                title={words.withdrawSure}
                okText={words.withdraw}
                onConfirm={() =>
                  withdraw
                    .mutateAsync({ input: { statementId: id } })
                    .catch((problem: unknown) => message.error(sentenceOf(problem, locale)))
                }
              >
                <Button size="small" type="link">
                  {words.withdraw}
                </Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {may && <RecordStatement list={list} />}
    </Section>
  );
}

function RecordStatement({ list }: { readonly list: YearListLine }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { today } = useWorkplace();
  const { message } = App.useApp();
  const record = useCommand<unknown, unknown>('supervision.record-statement');
  const [typed, setTyped, forget] = useKept(`statement:${list.id}`, { text: '', source: '' });
  const [publishedOn, setPublishedOn] = useState<CivilDate>(today);
  // Kept until it went through: sending again after a lost answer records it once.
  const [id, setId] = useState(newId);
  const send = () =>
    record
      .mutateAsync({ input: { id, year: list.year, kind: list.kind, ...typed, publishedOn } })
      .then(() => {
        forget();
        setId(newId());
      })
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale)));
  return (
    <details className="record">
      <summary>{words.addStatement}</summary>
      <Field name={words.statementText}>
        <GrowText rows={2} maxLength={2000} value={typed.text} onText={(text) => setTyped({ ...typed, text })} />
      </Field>
      <Field name={words.statementSource}>
        <Input value={typed.source} maxLength={200} onChange={({ target }) => setTyped({ ...typed, source: target.value })} />
      </Field>
      <Field name={words.publishedOn}>
        <DayField value={publishedOn} max={today} onChange={(day) => day && setPublishedOn(day)} />
      </Field>
      <Button type="primary" loading={record.isPending} disabled={typed.text.trim().length < 2 || !typed.source.trim()} onClick={send}>
        {words.record}
      </Button>
    </details>
  );
}
