import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useCommand, useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Loading, Page, Whole } from '#/ui/page.tsx';
import { DayField, Field, SecrecyBand } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList, type YearListLine } from '#/ui/year-list.tsx';
import { words as publicationWords } from '../words.ts';
import type { EditionLine } from './contract.ts';
import { labels } from './labels.ts';
import './publication.css';

/** Every edition of the list, newest first, drafts among them. */
export default function EditionsScreen() {
  const words = useLabels(labels);
  const list = useYearList();
  const may = useMay('publication.prepare');
  const [isPreparing, setPreparing] = useState(false);
  const editions = useRead<{ readonly editions: readonly EditionLine[] }>(list.list && `/publication/editions?year=${list.list.year}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  const start = may && list.list && (
    <Button type="primary" onClick={() => setPreparing(true)}>
      {words.prepare}
    </Button>
  );
  return (
    <Page
      title={words.editions}
      lead={words.editionsLead}
      actions={
        <>
          <ListChoice of={list} />
          {start}
        </>
      }
    >
      {list.list ? (
        <Whole of={editions}>{(it) => <Lines lines={it.editions.filter(({ kind }) => kind === list.list!.kind)} start={start} />}</Whole>
      ) : (
        <NoList />
      )}
      {isPreparing && list.list && <Prepare list={list.list} onClose={() => setPreparing(false)} />}
    </Page>
  );
}

function Lines({ lines, start }: { readonly lines: readonly EditionLine[]; readonly start: React.ReactNode }) {
  const words = useLabels(labels);
  const { states, steps } = publicationWords[useLocale()];
  const { district } = useWorkplace();
  if (lines.length === 0)
    return (
      <EmptyState title={words.none} text={words.noneText}>
        {start}
      </EmptyState>
    );
  return (
    <DataTable
      rows={lines}
      keyOf={({ id }) => id}
      fileName={words.editions}
      columns={[
        {
          title: words.editions,
          text: ({ number }) => words.number(number),
          show: (line) => (
            <Link className="plain-link" to={`/${district}/editions/${line.id}`}>
              {words.number(line.number)}
            </Link>
          ),
        },
        { title: words.list, text: ({ title }) => title, onlyWide: true },
        { title: words.asOf, text: ({ asOf }) => asOf },
        { title: words.state, text: ({ state }) => states[state] },
        { title: steps.sign, text: ({ signed }) => (signed ? `${signed.post} ${signed.name} ${signed.on}` : null), onlyWide: true },
      ]}
    />
  );
}

function Prepare({ list, onClose }: { readonly list: YearListLine; readonly onClose: () => void }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { district, today } = useWorkplace();
  const navigate = useNavigate();
  const prepare = useCommand<unknown, { readonly editionId: string }>('publication.prepare-edition');
  const [asOf, setAsOf] = useState(today);
  const [publisher, setPublisher] = useState('');
  const [publisherCode, setPublisherCode] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const send = () =>
    prepare
      .mutateAsync({
        input: {
          year: list.year,
          kind: list.kind,
          asOf,
          ...(publisher.trim() && { publisher }),
          ...(publisherCode.trim() && { publisherCode: publisherCode.trim() }),
        },
      })
      .then(({ editionId }) => navigate(`/${district}/editions/${editionId}`))
      .catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
  return (
    <Modal open title={words.prepare} okText={words.prepare} onOk={send} onCancel={onClose} confirmLoading={prepare.isPending}>
      <p>{words.prepareText}</p>
      <SecrecyBand inline />
      <Field name={words.asOf}>
        <DayField value={asOf} max={today} onChange={(day) => day && setAsOf(day)} />
      </Field>
      <Field name={words.publisher}>
        <Input value={publisher} onChange={({ target }) => setPublisher(target.value)} />
      </Field>
      <Field name={words.publisherCode}>
        <Input value={publisherCode} onChange={({ target }) => setPublisherCode(target.value.toUpperCase())} />
      </Field>
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
    </Modal>
  );
}
