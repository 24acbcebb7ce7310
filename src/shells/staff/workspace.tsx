import { Button } from 'antd';
import { useMemo, useRef } from 'react';
import { createBrowserRouter, Navigate, RouterProvider, useParams } from 'react-router';
import { AnswersContext } from '#/ui/answers.ts';
import { makeApi } from '#/ui/api.ts';
import { useKept } from '#/ui/kept.ts';
import { useLabels } from '#/ui/locale.tsx';
import { EmptyState, Loading } from '#/ui/page.tsx';
import { mayEnter, type Screen } from '#/ui/screen.ts';
import { type Post, useWorkplace, type Workplace, WorkplaceContext } from '#/ui/session.ts';
import { labels } from './labels.ts';
import { Layout } from './layout.tsx';
import { MENU, SCREENS } from './menu.ts';
import { usePage } from './page-loading.ts';
import { ANSWERS } from './screens.ts';
import type { Me } from './session-api.ts';

type WorkspaceProps = { readonly me: Me; readonly onLogInNeeded: () => void; readonly onLeave: () => void };

/** The rooms behind the door. The router is made once; who is in reaches it through a ref-like provider, so that renewing a log-in loses no page. */
export function Workspace(props: WorkspaceProps) {
  const current = useRef(props);
  current.current = props;
  const router = useMemo(
    () =>
      createBrowserRouter(
        routesOf(() => current.current),
        { basename: '/staff' },
      ),
    [],
  );
  return <RouterProvider router={router} />;
}

function routesOf(props: () => WorkspaceProps) {
  const pages = SCREENS.map((screen) => ({
    path: screen.path,
    element: <ScreenPage key={screen.path} screen={screen} />,
    errorElement: <BrokenScreen />,
  }));
  return [
    { path: '/', element: <Entrance props={props} /> },
    // The screen of a meeting room is set to an address without a district.
    { path: '/wall', element: <Entrance props={props} room="wall" /> },
    {
      path: '/:district',
      element: <Place props={props} />,
      children: [{ index: true, element: <FirstScreen /> }, ...pages, { path: '*', element: <NoScreen /> }],
    },
    { path: '*', element: <NoScreen /> },
  ];
}

function Entrance({ props, room = '' }: { readonly props: () => WorkspaceProps; readonly room?: string }) {
  const words = useLabels(labels);
  const [district] = props().me.districts;
  return district ? (
    <Navigate to={`/${district.district}/${room}`} replace />
  ) : (
    <EmptyState title={words.noDistrict} text={words.noDistrictText} />
  );
}

function Place({ props }: { readonly props: () => WorkspaceProps }) {
  const { district: wanted } = useParams();
  const { me, onLeave } = props();
  const district = me.districts.find((it) => it.district === wanted);
  const [postId, choosePost] = useKept<string | null>(`post:${wanted}`, null);
  const post = district?.posts.find((it) => it.postId === postId) ?? district?.posts[0] ?? null;
  const workplace = useMemo((): Workplace | null => {
    if (!district) return null;
    const api = makeApi({
      district: district.district,
      csrf: () => props().me.csrf,
      post: () => post?.postId ?? null,
      onLogInNeeded: () => props().onLogInNeeded(),
    });
    return {
      api,
      account: me.account,
      district: district.district,
      districtName: district.name,
      post,
      today: district.today,
      isDemo: district.demoToday !== null,
    };
  }, [district, post, me.account, props]);
  if (!workplace) return <Navigate to="/" replace />;
  return (
    <WorkplaceContext value={workplace}>
      <AnswersContext value={ANSWERS}>
        <Layout me={me} posts={district?.posts ?? []} onPost={choosePost} onLeave={onLeave} />
      </AnswersContext>
    </WorkplaceContext>
  );
}

/** The first room that the post may enter. */
function FirstScreen() {
  const { district, post } = useWorkplace();
  const first = MENU.find((screen) => isOpenTo(post, screen));
  return first ? <Navigate to={`/${district}/${first.path}`} replace /> : <NoScreen />;
}

function isOpenTo(post: Post | null, screen: Screen): boolean {
  return mayEnter(screen, post?.permissions);
}

function NoScreen() {
  const words = useLabels(labels);
  return <EmptyState title={words.noScreen} text={words.noScreenText} />;
}

function ScreenPage({ screen }: { readonly screen: Screen }) {
  const Content = usePage(screen);
  const { post } = useWorkplace();
  if (!isOpenTo(post, screen)) return <NoScreen />;
  return Content === null ? <Loading /> : <Content />;
}

/** A page that breaks leaves the rest of the workspace standing. */
function BrokenScreen() {
  const words = useLabels(labels);
  return (
    <EmptyState title={words.screenFault} text="">
      <Button onClick={() => location.reload()}>{words.reload}</Button>
    </EmptyState>
  );
}
