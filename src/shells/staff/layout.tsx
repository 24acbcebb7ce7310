import { MenuOutlined, UserOutlined } from '@ant-design/icons';
import { Drawer, Dropdown, Select } from 'antd';
import { useState } from 'react';
import { NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { longDate } from '#/kernel/format.ts';
import { demoKind } from '#/organisation/rules/district.ts';
import { demoWords } from '#/organisation/words/demo.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { mayEnter, type Screen } from '#/ui/screen.ts';
import { type Post, useWorkplace } from '#/ui/session.ts';
import { uiWords } from '#/ui/words.ts';
import type { PostChoice } from './account.tsx';
import { labels } from './labels.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { forPhone, grouped, MENU } from './menu.ts';
import type { Me } from './session-api.ts';

type LayoutProps = {
  readonly me: Me;
  readonly posts: readonly Post[];
  readonly onPost: (postId: string | null) => void;
  readonly onLeave: () => void;
};
const ON_PHONE = 4;

export function Layout(props: LayoutProps) {
  const words = useLabels(labels);
  const { post } = useWorkplace();
  const menu = MENU.filter((screen) => mayEnter(screen, post?.permissions));
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <DemoBand />
      <TopBar {...props} />
      <nav className="side no-print" aria-label={words.menu}>
        <MenuGroups menu={menu} />
      </nav>
      <main id="content">
        <Outlet context={{ posts: props.posts, onPost: props.onPost } satisfies PostChoice} />
      </main>
      <PhoneBar menu={menu} />
    </div>
  );
}

function DemoBand() {
  const common = useLabels(uiWords);
  const locale = useLocale();
  const { isDemo, today, district } = useWorkplace();
  if (!isDemo) return null;
  return (
    <p className="band">
      {demoWords[locale][demoKind(district)]} · <span className="nowrap">{common.demoDay(longDate(today, locale))}</span>
    </p>
  );
}

function TopBar({ me, posts, onPost, onLeave }: LayoutProps) {
  const words = useLabels(labels);
  const common = useLabels(uiWords);
  const { account, district, districtName, post } = useWorkplace();
  const navigate = useNavigate();
  const choices =
    posts.length > 1
      ? posts.map((it) => ({ key: `post:${it.postId}`, label: `${it.unitName} ${it.title}${it.standsIn ? words.standsIn : ''}` }))
      : [];
  const items = [
    ...choices,
    ...(choices.length ? [{ type: 'divider' as const }] : []),
    { key: 'account', label: words.myAccount },
    { key: 'leave', label: words.logOut },
  ];
  const choose = (key: string) => {
    if (key === 'leave') return onLeave();
    if (key === 'account') return navigate(`/${district}/account`);
    onPost(key.slice('post:'.length));
  };
  return (
    <header className="top no-print">
      <b>{common.product}</b>
      {me.districts.length > 1 ? (
        <Select
          aria-label={words.district}
          variant="borderless"
          value={district}
          popupMatchSelectWidth={false}
          options={me.districts.map((it) => ({ value: it.district, label: it.name }))}
          onChange={(next) => navigate(`/${next}`)}
        />
      ) : (
        <span>{districtName}</span>
      )}
      <span className="end">
        <LanguageSwitch />
        <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
          <button type="button" className="who">
            <UserOutlined /> <span>{account.name}</span> <small>{post ? post.title : ''}</small>
          </button>
        </Dropdown>
      </span>
    </header>
  );
}

type MenuLinkProps = {
  readonly screen: Screen;
  readonly menu: readonly Screen[];
  readonly onPick?: () => void;
  readonly withIcon?: boolean;
};

/** A place stands out alone: `orders` does not while `orders/measures`, a place of its own, is open. */
function MenuLink({ screen, menu, onPick, withIcon }: MenuLinkProps) {
  const title = useLabels(withIcon ? screen.menu!.short : screen.title);
  const { district } = useWorkplace();
  const { pathname } = useLocation();
  const isInner = menu.some(({ path }) => path.startsWith(`${screen.path}/`) && pathname.startsWith(`/${district}/${path}`));
  return (
    <NavLink
      to={`/${district}/${screen.path}`}
      onClick={onPick}
      aria-current={isInner ? 'false' : 'page'}
      className={({ isActive }) => (isActive && !isInner ? 'active' : '')}
    >
      {withIcon && <span aria-hidden="true">{screen.menu!.icon}</span>}
      {title}
    </NavLink>
  );
}

function MenuGroups({ menu, onPick }: { readonly menu: readonly Screen[]; readonly onPick?: () => void }) {
  const words = useLabels(labels);
  return grouped(menu).map(([group, screens]) => (
    <section key={group} aria-label={words.groups[group]}>
      <p aria-hidden="true">{words.groups[group]}</p>
      {screens.map((screen) => (
        <MenuLink key={screen.path} screen={screen} menu={menu} {...(onPick && { onPick })} />
      ))}
    </section>
  ));
}

/** The bar at the bottom of a phone: four rooms, the rest in a drawer. */
function PhoneBar({ menu }: { readonly menu: readonly Screen[] }) {
  const words = useLabels(labels);
  const [isOpen, setOpen] = useState(false);
  const { pathname } = useLocation();
  const bar = forPhone(menu, ON_PHONE);
  const rest = menu.filter((it) => !bar.includes(it));
  return (
    <nav className="phone-bar no-print" aria-label={words.menu}>
      {bar.map((screen) => (
        <MenuLink key={screen.path} screen={screen} menu={menu} withIcon />
      ))}
      {rest.length > 0 && (
        <button
          type="button"
          onClick={() => setOpen(true)}
          aria-expanded={isOpen}
          className={rest.some(({ path }) => pathname.includes(`/${path}`)) ? 'active' : ''}
        >
          <span aria-hidden="true">
            <MenuOutlined />
          </span>
          {words.more}
        </button>
      )}
      <Drawer open={isOpen} onClose={() => setOpen(false)} placement="bottom" title={words.menu} size="default">
        <div className="drawer-menu">
          <MenuGroups menu={rest} onPick={() => setOpen(false)} />
        </div>
      </Drawer>
    </nav>
  );
}
