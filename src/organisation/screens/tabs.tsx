import type { ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useLabels } from '#/ui/locale.tsx';
import { Page } from '#/ui/page.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { labels } from './labels.ts';
import './organisation.css';

const TABS = [
  { path: 'organisation', name: 'units', permission: 'organisation.read' },
  { path: 'organisation/people', name: 'people', permission: 'organisation.read-people' },
  { path: 'organisation/accounts', name: 'accounts', permission: 'organisation.read-accounts' },
  { path: 'organisation/import', name: 'import', permission: 'organisation.import' },
  { path: 'organisation/district', name: 'district', permission: 'organisation.manage-district' },
] as const;

type RoomProps = { readonly title: string; readonly lead?: string; readonly actions?: ReactNode; readonly children: ReactNode };

/** A page of this stage with the way to the others. */
export function Room({ title, lead, actions, children }: RoomProps) {
  const words = useLabels(labels);
  const { district, post } = useWorkplace();
  const { pathname } = useLocation();
  const isUnit = pathname.includes('/organisation/units/');
  const tabs = TABS.filter(({ permission }) => post?.permissions.includes(permission));
  return (
    <Page title={title} lead={lead} actions={actions}>
      {tabs.length > 1 && (
        <nav className="tabs no-print" aria-label={words.units}>
          {tabs.map(({ path, name }) => (
            <NavLink key={path} to={`/${district}/${path}`} end className={name === 'units' && isUnit ? 'active' : undefined}>
              {words.tabs[name]}
            </NavLink>
          ))}
        </nav>
      )}
      {children}
    </Page>
  );
}
