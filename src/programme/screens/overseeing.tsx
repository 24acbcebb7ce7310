import { App, Select } from 'antd';
import { Link } from 'react-router';
import { longDate } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { type Overseeing, overseerOn } from '../rules/overseeing.ts';
import type { Programme } from '../rules/programme.ts';

const zh = {
  overseer: '分管领导',
  nobody: '未定',
  choose: '选区领导岗位',
  saved: '已记录，自今天起',
  noPosts: '还没有区领导岗位。',
  toUnits: '到“单位和岗位”设一个',
  since: (day: string, by: string) => `自 ${day} 起（${by} 记）`,
  vacant: '暂缺',
};
const en: typeof zh = {
  overseer: 'Overseeing leader',
  nobody: 'not set',
  choose: 'Choose a leader’s post',
  saved: 'Recorded, from today on',
  noPosts: 'There is no leader’s post yet.',
  toUnits: 'Set one up under “Units and posts”',
  since: (day, by) => `since ${day} (set by ${by})`,
  vacant: 'vacant',
};
const labels = { 'zh-CN': zh, en };

type LeaderPost = { readonly id: string; readonly title: string; readonly isActive: boolean; readonly holder: string | null };
/** `GET /programme/overseeing` */
export type OverseeingView = { readonly history: readonly Overseeing[]; readonly posts: readonly LeaderPost[] };

/** Only of a frozen list: the projects of a draft are not kept yet. */
export function useOverseeing({ id, state }: Programme): OverseeingView | null {
  return useRead<OverseeingView>(state === 'frozen' ? `/programme/overseeing?programmeId=${id}` : null).data ?? null;
}

/** Which leader's post oversees a project, since when, and a choice for those who may set it. */
export function OverseeingLine({ projectId, view }: { readonly projectId: string; readonly view: OverseeingView }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { today, district } = useWorkplace();
  const { message } = App.useApp();
  const may = useMay('programme.set-overseeing-leader');
  const set = useCommand<unknown, unknown>('programme.set-overseeing-leader');
  const present = overseerOn(view.history, projectId, today);
  const post = view.posts.find(({ id }) => id === present?.postId);
  const choose = (postId: string | undefined) =>
    set
      .mutateAsync({ input: { projectId, postId: postId ?? null } })
      .then(() => message.success(words.saved))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  const options = view.posts.filter((it) => it.isActive || it.id === post?.id).map((it) => ({ value: it.id, label: nameOf(it, words) }));
  const showsChoice = may && options.length > 0;
  return (
    <p className="overseeing">
      <span className="soft">{words.overseer}：</span>
      {showsChoice ? (
        <Select
          size="small"
          allowClear
          aria-label={words.overseer}
          placeholder={words.choose}
          value={post?.id ?? null}
          options={options}
          loading={set.isPending}
          onChange={choose}
          popupMatchSelectWidth={false}
        />
      ) : (
        (post && nameOf(post, words)) || words.nobody
      )}
      {present?.postId && <span className="soft"> {words.since(longDate(present.fromOn, locale), present.setBy)}</span>}
      {may && options.length === 0 && (
        <span className="soft">
          {' '}
          {words.noPosts}
          <Link to={`/${district}/organisation`}>{words.toUnits}</Link>
        </span>
      )}
    </p>
  );
}

function nameOf({ title, holder }: LeaderPost, words: typeof zh): string {
  return `${title}（${holder ?? words.vacant}）`;
}
