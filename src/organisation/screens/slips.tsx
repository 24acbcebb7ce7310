import { App, Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { uiWords } from '#/ui/words.ts';
import type { AccountSlipView } from '../rules/views.ts';
import { accountLabels } from './account-labels.ts';
import './organisation.css';

/** Two columns of slips on A4, to be cut along the dashes. */
export default function Slips() {
  const words = useLabels(accountLabels);
  const { district } = useWorkplace();
  const [query] = useSearchParams();
  const accounts = query.get('accounts') ?? '';
  const slips = useRead<readonly AccountSlipView[]>(accounts === '' ? null : `/organisation/account-slips?accounts=${accounts}`);
  const empty = (
    <EmptyState title={words.slipsEmpty} text={words.slipsEmptyText}>
      <Link to={`/${district}/organisation/accounts`}>{words.toAccounts}</Link>
    </EmptyState>
  );
  if (accounts === '') return empty;
  return <Whole of={slips}>{(rows) => (rows.length === 0 ? empty : <Sheet rows={rows} accounts={accounts} />)}</Whole>;
}

function Sheet({ rows, accounts }: { readonly rows: readonly AccountSlipView[]; readonly accounts: string }) {
  const words = useLabels(accountLabels);
  const common = useLabels(uiWords);
  const locale = useLocale();
  const { message } = App.useApp();
  const { api, district, districtName } = useWorkplace();
  const address = `${location.origin}/staff/${district}`;
  const save = () =>
    api
      .download(`/organisation/account-slips/page?accounts=${accounts}&address=${encodeURIComponent(address)}`)
      .then(({ blob, name }) => saveFile(name, blob))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  const actions = (
    <>
      <Button onClick={save}>{words.saveSlips}</Button>
      <Button type="primary" onClick={() => print()}>
        {words.print}
      </Button>
    </>
  );
  return (
    <Page title={words.slipsTitle} lead={words.slipsLead} actions={actions}>
      <p className="no-print">
        <Link to={`/${district}/organisation/accounts`}>{words.toAccounts}</Link>
      </p>
      <div className="slips" lang="zh-CN">
        {rows.map((slip) => (
          <article key={slip.accountId}>
            <h2>
              {common.product} · {districtName}
            </h2>
            <dl>
              <dt>{words.person}</dt>
              <dd>{slip.name}</dd>
              <dt>{words.posts}</dt>
              <dd>{slip.posts || '—'}</dd>
              <dt>{words.address}</dt>
              <dd>{address}</dd>
              <dt>{words.username}</dt>
              <dd className="code">{slip.username}</dd>
              <dt>{words.password}</dt>
              <dd className="code">{slip.password}</dd>
            </dl>
            <p>
              {words.handOver} {common.secrecy}
            </p>
          </article>
        ))}
      </div>
    </Page>
  );
}
