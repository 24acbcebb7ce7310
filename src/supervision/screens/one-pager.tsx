import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Sheet } from '#/kernel/sheet.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Loading, Page, Section, Whole } from '#/ui/page.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { SheetPage } from '#/ui/sheet.tsx';
import { ListChoice, NoList, type YearListLine } from '#/ui/year-list.tsx';
import { Circulation } from './circulation.tsx';
import type { LineChoice, ReadersView, Which } from './circulation-contract.ts';
import { LaterChanges, type Stand } from './later-changes.tsx';
import { DocumentLeftOut } from './left-out.tsx';
import { pageLabels } from './page-labels.ts';
import { SheetActs } from './sheet-acts.tsx';
import './supervision.css';
import { MonthChoice, useListMonth } from './use-month.tsx';

/** `GET /supervision/one-pager` */
type OnePagerView = Stand & {
  readonly sheet: Sheet;
  readonly isFrozen: boolean;
  readonly level: number;
  readonly overflows: boolean;
  readonly decision: { readonly text: string | null; readonly writtenBy: string } | null;
  readonly standing: string;
  readonly lines: readonly LineChoice[];
  readonly projectCount: number;
};

/** 一页纸: one sheet for each overseeing leader. */
export default function OnePagerScreen() {
  const words = useLabels(pageLabels);
  const place = useListMonth();
  const { list, month } = place;
  const readers = useRead<ReadersView>(list.query && `/supervision/readers?${list.query}&month=${month}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  return (
    <Page
      title={words.onePager}
      lead={words.onePagerLead}
      actions={
        <>
          <ListChoice of={list} />
          {list.list && <MonthChoice of={place} />}
        </>
      }
    >
      {list.list ? <Whole of={readers}>{(it) => <ForLeaders readers={it} place={place} list={list.list!} />}</Whole> : <NoList />}
    </Page>
  );
}

type ForLeadersProps = { readonly readers: ReadersView; readonly place: ReturnType<typeof useListMonth>; readonly list: YearListLine };

function ForLeaders({ readers: { leaders, notOverseen }, place, list }: ForLeadersProps) {
  const words = useLabels(pageLabels);
  const { district } = useWorkplace();
  const chosen = leaders.find(({ id }) => id === place.get('post')) ?? leaders.toSorted((a, b) => b.projects - a.projects)[0];
  if (chosen === undefined) {
    return (
      <EmptyState title={words.noLeaders} text={words.noLeadersText}>
        <Link to={`/${district}/organisation`}>{words.toUnits}</Link>
      </EmptyState>
    );
  }
  const options = leaders.map(({ id, title, holder, projects }) => ({
    value: id,
    label: `${title}${holder ? `（${holder}）` : ''} · ${projects}`,
  }));
  return (
    <>
      <p className="acts no-print">
        <Select
          aria-label={words.leader}
          value={chosen.id}
          options={options}
          onChange={(id) => place.set('post', id)}
          popupMatchSelectWidth={false}
        />
        {notOverseen.length > 0 && (
          <span className="soft">
            {words.notOverseen(notOverseen.join('、'))} <Link to={`/${district}/programmes/${list.id}`}>{words.toList}</Link>
          </span>
        )}
      </p>
      {chosen.projects === 0 ? (
        <EmptyState title={words.none} text={words.noneText}>
          <Link to={`/${district}/programmes/${list.id}`}>{words.toList}</Link>
        </EmptyState>
      ) : (
        <LeadersPage
          key={`${chosen.id} ${place.month}`}
          which={{ year: list.year, list: list.kind, month: place.month, kind: 'one-pager', postId: chosen.id }}
        />
      )}
    </>
  );
}

function LeadersPage({ which }: { readonly which: Which }) {
  const words = useLabels(pageLabels);
  const query = `year=${which.year}&kind=${which.list}&month=${which.month}&postId=${which.postId}`;
  const view = useRead<OnePagerView>(`/supervision/one-pager?${query}`);
  return (
    <Whole of={view}>
      {(it) => (
        <>
          <div className="no-print">
            {it.isFrozen && <p className="notice">{words.frozen}</p>}
            {!it.isFrozen && it.overflows && <p className="notice bad">{words.overflows}</p>}
            {!it.isFrozen && !it.overflows && it.level > 0 && <p className="soft">{words.shortened}</p>}
          </div>
          {!it.isFrozen && <LaterChanges figuresFrozenOn={it.figuresFrozenOn} changes={it.changes} />}
          <SheetActs path={`/supervision/one-pager.docx?${query}`} />
          {!it.isFrozen && <Decision key={it.decision?.text ?? ''} view={it} which={which} />}
          <SheetPage sheet={it.sheet} />
          <Circulation which={which} />
          <DocumentLeftOut which={which} lines={it.lines} />
        </>
      )}
    </Whole>
  );
}

function Decision({ view, which }: { readonly view: OnePagerView; readonly which: Which }) {
  const words = useLabels(pageLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const may = useMay('supervision.bulletin');
  const word = useCommand<unknown, unknown>('supervision.word-decision');
  const worded = view.decision?.text ?? null;
  const [text, setText] = useState(worded ?? view.standing);
  const save = (next: string | null) =>
    word
      .mutateAsync({ input: { ...which, text: next } })
      .then(() => message.success(words.saved))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  if (!may) return null;
  return (
    <div className="no-print">
      <Section title={words.decision}>
        <p className="soft">
          {words.decisionLead} {worded !== null && view.decision && words.wordedBy(view.decision.writtenBy)}
        </p>
        <GrowText value={text} maxLength={300} onText={setText} aria-label={words.decision} />
        <p className="acts">
          <Button
            size="small"
            type="primary"
            disabled={text.trim().length < 2 || text === (worded ?? view.standing)}
            loading={word.isPending}
            onClick={() => save(text)}
          >
            {words.save}
          </Button>
          {worded !== null && (
            <Button size="small" onClick={() => save(null)}>
              {words.standing}
            </Button>
          )}
        </p>
      </Section>
    </div>
  );
}
