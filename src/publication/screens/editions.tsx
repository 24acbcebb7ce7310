import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Loading, Page, Whole } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
import type { EditionLine, Step } from '../rules/edition.ts';
import { words as publicationWords } from '../words.ts';
import { labels } from './labels.ts';
import { EditionLeftOut } from './left-out.tsx';
import { PrepareDialog } from './prepare-dialog.tsx';
import { publicPath } from './public-path.ts';
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
      {list.list && <EditionLeftOut list={list.list} />}
      {isPreparing && list.list && (
        <PrepareDialog list={{ year: list.list.year, kind: list.list.kind }} onClose={() => setPreparing(false)} />
      )}
    </Page>
  );
}

function Lines({ lines, start }: { readonly lines: readonly EditionLine[]; readonly start: React.ReactNode }) {
  const words = useLabels(labels);
  const { states } = publicationWords[useLocale()];
  const { stepNames } = words;
  const { district } = useWorkplace();
  const by = (step: Step | null) => (step === null ? null : `${step.name} ${step.on}`);
  const current = inForce(lines);
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
        { title: words.list, text: ({ title }) => title, show: ({ title }) => <span className="list-title">{title}</span>, onlyWide: true },
        { title: words.asOf, text: ({ asOf }) => asOf },
        {
          title: words.state,
          text: (line) => (line.id === current?.id ? `${states[line.state]} · ${words.inForce}` : states[line.state]),
          show: (line) => (line.id === current?.id ? <b className="in-force">{words.inForce}</b> : states[line.state]),
        },
        {
          title: stepNames.prepare,
          text: ({ prepared }) => by(prepared),
          show: ({ prepared }) => <StepLines of={prepared} />,
          onlyWide: true,
        },
        {
          title: stepNames.review,
          text: ({ reviewed }) => by(reviewed),
          show: ({ reviewed }) => <StepLines of={reviewed} />,
          onlyWide: true,
        },
        { title: stepNames.sign, text: ({ signed }) => by(signed), show: ({ signed }) => <StepLines of={signed} />, onlyWide: true },
        {
          title: stepNames.publish,
          text: ({ published }) => by(published),
          show: ({ published }) => <StepLines of={published} />,
          onlyWide: true,
        },
        {
          title: '',
          text: () => null,
          show: (line) =>
            line.number === null ? (
              <Link to={`/${district}/editions/${line.id}`}>{words.open}</Link>
            ) : (
              <a href={publicPath(district, line, line.id === current?.id ? null : line.number)} target="_blank" rel="noreferrer">
                {words.publicPage}
              </a>
            ),
        },
      ]}
    />
  );
}

/** 现行: the published edition that speaks of the latest day; of two for one day, the later one. */
function inForce(lines: readonly EditionLine[]): EditionLine | undefined {
  return lines
    .filter(({ state }) => state === 'published')
    .toSorted((a, b) => b.asOf.localeCompare(a.asOf) || (b.number ?? 0) - (a.number ?? 0))[0];
}

function StepLines({ of }: { readonly of: Step | null }) {
  if (of === null) return <span className="soft">—</span>;
  return (
    <>
      {of.name}
      <br />
      <small className="soft nowrap">{of.on}</small>
    </>
  );
}
