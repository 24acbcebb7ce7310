import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { clock } from '#/ui/clock.ts';
import { useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Whole } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { mayReset } from '../rules/account.ts';
import type { AccountView } from '../rules/views.ts';
import { ROLE_LABELS } from '../words/labels.ts';
import { type AccountAct, AccountDialog, OpenAccount } from './account-dialogs.tsx';
import { accountLabels } from './account-labels.ts';
import { CloseSetup } from './close-setup.tsx';
import { Room } from './tabs.tsx';

/** Who can log in: open, reset, lock, and print the slips that are handed over. */
export default function Accounts() {
  const words = useLabels(accountLabels);
  const mayManage = useMay('organisation.manage-accounts');
  const [isOpening, setOpening] = useState(false);
  const accounts = useRead<readonly AccountView[]>('/organisation/accounts');
  const start = mayManage && (
    <Button type="primary" onClick={() => setOpening(true)}>
      {words.open}
    </Button>
  );
  return (
    <Room title={words.accounts} lead={words.accountsLead} actions={start}>
      <Whole of={accounts}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={words.noAccounts} text={words.noAccountsText}>
              {start}
            </EmptyState>
          ) : (
            <AccountTable rows={rows} />
          )
        }
      </Whole>
      {isOpening && <OpenAccount onClose={() => setOpening(false)} />}
    </Room>
  );
}

export type AccountState = 'setup' | 'fresh' | 'ready' | 'locked' | 'closed';

export function stateOf(account: AccountView): AccountState {
  if (account.closedAt !== null) return 'closed';
  if (account.lockedAt !== null) return 'locked';
  if (account.isSetup) return 'setup';
  return account.hasSlip ? 'fresh' : 'ready';
}

function AccountTable({ rows }: { readonly rows: readonly AccountView[] }) {
  const words = useLabels(accountLabels);
  const locale = useLocale();
  const mayPrint = useMay('organisation.print-slips');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState<{ readonly act: AccountAct; readonly account: AccountView } | null>(null);
  const setup = rows.find((it) => it.isSetup && it.closedAt === null);
  const choose = (id: string, isChosen: boolean) => setChosen(isChosen ? [...chosen, id] : chosen.filter((it) => it !== id));
  const mayReset = useMayReset();
  const withSlip = rows.filter((it) => it.hasSlip && mayReset(it)).map(({ id }) => id);
  const printed = chosen.filter((id) => withSlip.includes(id));
  const rolesOf = ({ roles }: AccountView) => roles.map((role) => ROLE_LABELS[locale][role]).join('、');
  return (
    <>
      <DataTable
        rows={rows}
        keyOf={({ id }) => id}
        fileName={words.accounts}
        tools={mayPrint && withSlip.length > 0 && <SlipTools all={withSlip} chosen={printed} onChoose={setChosen} />}
        columns={[
          {
            title: words.person,
            text: ({ name }) => name,
            show: (account) => (
              <span className="nowrap">
                {mayPrint && (
                  <Checkbox
                    aria-label={`${words.choose} ${account.name}`}
                    className="chooser"
                    disabled={!withSlip.includes(account.id)}
                    checked={printed.includes(account.id)}
                    onChange={({ target }) => choose(account.id, target.checked)}
                  />
                )}
                {account.name}
              </span>
            ),
          },
          { title: words.username, text: ({ username }) => username, show: ({ username }) => <code>{username}</code> },
          {
            title: words.roles,
            text: rolesOf,
            show: (account) => rolesOf(account) || <span className="soft">{words.noRoles}</span>,
            onlyWide: true,
          },
          { title: words.state, text: (account) => words.states[stateOf(account)], show: (account) => <State account={account} /> },
          { title: words.totp, text: ({ hasTotp }) => (hasTotp ? words.hasTotp : words.noTotp), onlyWide: true },
          {
            title: words.lastSeen,
            text: ({ lastSeenAt }) => (lastSeenAt === null ? words.never : clock(lastSeenAt)),
            onlyWide: true,
          },
          { title: '', text: () => null, show: (account) => <Acts account={account} onAct={(act) => setAsking({ act, account })} /> },
        ]}
      />
      {setup && <CloseSetup setup={setup} accounts={rows} />}
      {asking && <AccountDialog {...asking} onClose={() => setAsking(null)} />}
    </>
  );
}

type SlipToolsProps = {
  readonly all: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (accounts: readonly string[]) => void;
};

function SlipTools({ all, chosen, onChoose }: SlipToolsProps) {
  const words = useLabels(accountLabels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  return (
    <>
      <Checkbox
        checked={chosen.length === all.length}
        indeterminate={chosen.length > 0 && chosen.length < all.length}
        onChange={({ target }) => onChoose(target.checked ? all : [])}
      >
        {words.states.fresh}
      </Checkbox>
      <Button
        type="primary"
        disabled={chosen.length === 0}
        title={chosen.length === 0 ? words.slipsNone : undefined}
        onClick={() => navigate(`/${district}/organisation/slips?accounts=${chosen.join(',')}`)}
      >
        {words.slips(chosen.length)}
      </Button>
    </>
  );
}

function State({ account }: { readonly account: AccountView }) {
  const words = useLabels(accountLabels);
  const state = stateOf(account);
  return <span className={`nowrap account-${state}`}>{words.states[state]}</span>;
}

/** Who resets whose password, and prints whose slip, is decided by roles (三员分立); a button that would always be refused is not shown. */
function useMayReset(): (account: AccountView) => boolean {
  const { post } = useWorkplace();
  return ({ roles }) => mayReset({ actor: post?.roles ?? [], here: roles, elsewhere: [] }).ok;
}

type ActsProps = { readonly account: AccountView; readonly onAct: (act: AccountAct) => void };

function Acts({ account, onAct }: ActsProps) {
  const words = useLabels(accountLabels);
  const { account: me } = useWorkplace();
  const [mayReset, mayLock] = [useMayReset(), useMay('organisation.lock-accounts')];
  if (account.id === me.id) return <span className="soft">{words.yourself}</span>;
  if (account.closedAt !== null) return null;
  return (
    <span className="row-acts">
      {mayReset(account) && account.lockedAt === null && (
        <Button size="small" onClick={() => onAct('reset')}>
          {words.reset}
        </Button>
      )}
      {mayLock && !account.isSetup && (
        <Button size="small" onClick={() => onAct(account.lockedAt === null ? 'lock' : 'unlock')}>
          {account.lockedAt === null ? words.lock : words.unlock}
        </Button>
      )}
    </span>
  );
}
