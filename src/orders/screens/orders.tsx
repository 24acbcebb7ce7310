import { App, Button, Input, Pagination, Segmented, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { SHOWS } from '../rules/filter.ts';
import { numberText, SOURCE_KINDS } from '../rules/order.ts';
import { labels } from '../words/labels.ts';
import type { Choices, RegisterRow, RegisterView } from './contract.ts';
import { IssueForm } from './issue-form.tsx';
import { DueMark, SlipMark, StateMark } from './marks.tsx';
import { screenLabels } from './screen-labels.ts';
import './orders.css';

/** 督办事项: the register, filtered, page by page; a unit sees its own. */
export default function OrdersScreen() {
  const words = useLabels(screenLabels);
  const mayIssue = useMay('orders.issue');
  const [query] = useSearchParams();
  const [isOpen, setOpen] = useState(false);
  const choices = useRead<Choices>(mayIssue ? '/orders/choices' : null);
  const register = useRead<RegisterView>(`/orders/list?${query}`);
  return (
    <Page
      title={words.title}
      lead={mayIssue ? words.lead : words.ownLead}
      actions={<Actions onIssue={mayIssue ? () => setOpen(true) : null} />}
      wide
    >
      <Whole of={register}>{(view) => <Register view={view} choices={choices.data ?? null} />}</Whole>
      {isOpen && choices.data && <IssueForm choices={choices.data} onClose={() => setOpen(false)} />}
    </Page>
  );
}

function Actions({ onIssue }: { readonly onIssue: (() => void) | null }) {
  const words = useLabels(screenLabels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const { message } = App.useApp();
  const [query] = useSearchParams();
  const mayIssue = useMay('orders.issue');
  const save = (as: 'register' | 'province') => () => {
    const asked = new URLSearchParams(query);
    asked.delete('page');
    asked.set('as', as);
    return api.download(`/orders/register.xlsx?${asked}`).then(
      ({ blob, name }) => saveFile(name, blob),
      (problem: unknown) => message.error(sentenceOf(problem, locale), 8),
    );
  };
  return (
    <>
      {onIssue && (
        <Button type="primary" onClick={onIssue}>
          {words.issue}
        </Button>
      )}
      <Button onClick={save('register')}>{words.exportRegister}</Button>
      {mayIssue && <Button onClick={save('province')}>{words.exportProvince}</Button>}
      <Button className="only-wide" onClick={() => window.print()}>
        {words.print}
      </Button>
    </>
  );
}

type RegisterProps = { readonly view: RegisterView; readonly choices: Choices | null };

function Register({ view, choices }: RegisterProps) {
  const words = useLabels(screenLabels);
  const [query, setQuery] = useSearchParams();
  const show = (query.get('show') ?? 'open') as keyof typeof view.counts;
  const isFiltered = [...query.keys()].some((it) => it !== 'page' && it !== 'show');
  return (
    <>
      <Filters view={view} choices={choices} />
      {view.rows.length === 0 &&
        (view.counts.all === 0 && !isFiltered ? (
          <EmptyState title={words.none} text={words.noneText} />
        ) : (
          <p className="soft">{words.noneFound}</p>
        ))}
      <ol className="orders">
        {view.rows.map((row) => (
          <OrderLine key={row.id} row={row} />
        ))}
      </ol>
      {view.counts[show] > view.pageSize && (
        <nav aria-label={words.paging} className="no-print">
          <Pagination
            current={view.page}
            pageSize={view.pageSize}
            total={view.counts[show]}
            showSizeChanger={false}
            showTotal={words.pages}
            onChange={(page) => setQuery({ ...Object.fromEntries(query), page: String(page) })}
          />
        </nav>
      )}
    </>
  );
}

function Filters({ view, choices }: RegisterProps) {
  const words = useLabels(screenLabels);
  const named = useLabels(labels);
  const [query, setQuery] = useSearchParams();
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(query);
    next.delete('page');
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, value);
    setQuery(next, { replace: true });
  };
  const shows = SHOWS.filter((it) => it !== 'withdrawn' || view.counts.withdrawn > 0);
  return (
    <div className="order-tools no-print">
      <div className="shows">
        <Segmented
          aria-label={words.title}
          value={query.get('show') ?? 'open'}
          onChange={(it) => set('show', it)}
          options={shows.map((it) => ({ value: it, label: `${words.shows[it]} ${view.counts[it]}` }))}
        />
      </div>
      <Input.Search
        allowClear
        aria-label={words.search}
        placeholder={words.search}
        defaultValue={query.get('text') ?? ''}
        onSearch={(it) => set('text', it.trim())}
      />
      {choices && (
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          aria-label={words.unit}
          placeholder={words.anyUnit}
          value={query.get('unitId') ?? undefined}
          onChange={(it?: string) => set('unitId', it)}
          options={choices.units.map((it) => ({ value: it.id, label: it.name }))}
        />
      )}
      <Select
        allowClear
        aria-label={words.source}
        placeholder={words.anySource}
        value={query.get('sourceKind') ?? undefined}
        onChange={(it?: string) => set('sourceKind', it)}
        options={SOURCE_KINDS.map((it) => ({ value: it, label: named.sources[it] }))}
      />
      <Select
        allowClear
        aria-label={words.kind}
        placeholder={words.anyKind}
        value={query.get('kind') ?? undefined}
        onChange={(it?: string) => set('kind', it)}
        options={view.kinds.map((it) => ({ value: it.code, label: it.name }))}
      />
    </div>
  );
}

function OrderLine({ row }: { readonly row: RegisterRow }) {
  const words = useLabels(screenLabels);
  const { district } = useWorkplace();
  return (
    <li className="order-line">
      <div className="number">
        <span className="order-number">{numberText(row)}</span> <StateMark order={row} />
      </div>
      <div className="matter">
        <Link className="matter-link" to={`/${district}/orders/${row.id}`}>
          {row.matter}
        </Link>
        <p className="soft unit-line">
          {row.unitName}
          {row.unitNow !== row.unitName && `（${words.renamed(row.unitNow)}）`}
          {row.postTitle && ` · ${row.postTitle}`}
        </p>
      </div>
      <div className="marks">
        <DueMark order={row} />
        {row.isUrgent && <span className="slip-mark red">! {words.urgent}</span>}
        <SlipMark urged={row.urged} demanded={row.demanded} />
      </div>
    </li>
  );
}
