import { App, Button, Modal, Select } from 'antd';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';
import { endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';
import { longDate } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Loading, Page, Section, Whole } from '#/ui/page.tsx';
import { SecrecyBand, WhyButton } from '#/ui/parts.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList, type YearListLine } from '#/ui/year-list.tsx';
import { BulletinSettingsForm } from './bulletin-settings.tsx';
import { BulletinTexts, type OnUnsaved } from './bulletin-texts.tsx';
import { Circulation } from './circulation.tsx';
import type { BulletinView } from './contract.ts';
import { Corrections } from './corrections.tsx';
import { IssuedList } from './issued-list.tsx';
import { labels } from './labels.ts';
import { DocumentLeftOut } from './left-out.tsx';
import { LetterPreview } from './letter-preview.tsx';
import './supervision.css';

/** The month's bulletin: figures from the board, words open to the office, and the page as it will print. */
export default function BulletinScreen() {
  const words = useLabels(labels);
  const { today } = useWorkplace();
  const list = useYearList();
  const [query, setQuery] = useSearchParams();
  const last = list.list && list.list.year < yearOf(today) ? 12 : monthOf(today);
  const month = Math.min(Number(query.get('month')) || last, last);
  const view = useRead<BulletinView>(list.query && `/supervision/bulletin?${list.query}&month=${month}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  const months = Array.from({ length: last }, (_, index) => ({ value: index + 1, label: words.monthName(index + 1) }));
  const choose = (next: number) => setQuery({ ...Object.fromEntries(query), month: String(next) });
  return (
    <Page
      title={words.bulletin}
      lead={words.bulletinLead}
      actions={
        <>
          <ListChoice of={list} />
          <Select aria-label={words.month} value={month} options={months} onChange={choose} />
        </>
      }
    >
      {list.list ? <Whole of={view}>{(it) => <BulletinPage key={month} view={it} list={list.list!} month={month} />}</Whole> : <NoList />}
      {list.list && (
        <div className="no-print">
          <IssuedList list={list.list} onChoose={choose} />
        </div>
      )}
    </Page>
  );
}

type BulletinPageProps = { readonly view: BulletinView; readonly list: YearListLine; readonly month: number };

function BulletinPage({ view, list, month }: BulletinPageProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { bulletin } = view;
  const isOpen = bulletin?.state === 'prepared' && view.document === null;
  const isContradicted = view.blocks.some(({ findings }) => findings.some(({ kind }) => kind === 'contradicts'));
  const which = { year: list.year, list: list.kind, month, kind: 'bulletin', postId: null } as const;
  const mayReadInside = useMay('supervision.read-documents');
  const [unsaved, setUnsaved] = useState<readonly string[]>([]);
  const onUnsaved = useCallback<OnUnsaved>(
    (block, isUnsaved) => setUnsaved((before) => [...before.filter((it) => it !== block), ...(isUnsaved ? [block] : [])]),
    [],
  );
  return (
    <>
      <p className="soft no-print">
        {bulletin?.state === 'issued' && bulletin.issuedOn
          ? words.issued(longDate(bulletin.issuedOn, locale), bulletin.issuedBy ?? '')
          : bulletin
            ? words.preparing
            : words.notPrepared}
      </p>
      <Acts view={view} list={list} month={month} />
      <Circulation
        which={which}
        why={isOpen && unsaved.length > 0 ? words.saveFirst : isContradicted ? words.unsettled : null}
        isIssued={bulletin?.state === 'issued'}
      />
      {bulletin?.state === 'issued' && mayReadInside && <Corrections list={list} month={month} bulletinId={bulletin.id} />}
      <DocumentLeftOut which={which} lines={view.content.items} />
      {isOpen && (
        <div className="no-print">
          <Section title={words.texts}>
            <BulletinTexts view={view} onUnsaved={onUnsaved} />
          </Section>
        </div>
      )}
      {isOpen && <BulletinSettingsForm view={view} list={list} month={month} />}
      <Section title={words.preview}>
        <LetterPreview letter={view.letter} />
      </Section>
    </>
  );
}

function Acts({ view: { bulletin, document, content }, list, month }: BulletinPageProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const { message } = App.useApp();
  const may = useMay('supervision.bulletin');
  const prepare = useCommand<unknown, unknown>('supervision.prepare-bulletin');
  const issue = useCommand<unknown, unknown>('supervision.issue-bulletin');
  const [isAsking, setAsking] = useState(false);
  const isRunning = content.asOf < endOfMonth(list.year, month);
  const complain = (problem: unknown) => message.error(sentenceOf(problem, locale), 8);
  const download = (file = 'bulletin.docx') =>
    api
      .download(`/supervision/${file}?year=${list.year}&kind=${list.kind}&month=${month}`)
      .then(({ blob, name }) => saveFile(name, blob))
      .catch(complain);
  const send = () =>
    issue
      .mutateAsync({ input: { bulletinId: bulletin!.id }, base: { [bulletin!.id]: bulletin!.version } })
      .then(() => setAsking(false))
      .catch(complain);
  return (
    <>
      <SecrecyBand inline />
      <p className="acts no-print">
        <Button type={bulletin?.state === 'issued' ? 'primary' : 'default'} onClick={() => download()}>
          {bulletin?.state === 'issued' ? words.download : words.downloadDraft}
        </Button>
        <Button onClick={() => download('bulletin-annex.xlsx')}>{words.excel}</Button>
        {may && !bulletin && (
          <Button
            type="primary"
            loading={prepare.isPending}
            onClick={() => prepare.mutateAsync({ input: { year: list.year, kind: list.kind, month } }).catch(complain)}
          >
            {words.prepare}
          </Button>
        )}
        {may && bulletin?.state === 'prepared' && (
          <WhyButton type="primary" why={document?.state === 'signed' ? null : words.signFirst} onClick={() => setAsking(true)}>
            {words.issue}
          </WhyButton>
        )}
      </p>
      <Modal
        open={isAsking}
        title={words.issueTitle}
        okText={words.issue}
        confirmLoading={issue.isPending}
        onOk={send}
        onCancel={() => setAsking(false)}
      >
        <p>{words.issueText}</p>
        {isRunning && <p className="notice warn">{words.running(longDate(content.asOf, locale))}</p>}
      </Modal>
    </>
  );
}
