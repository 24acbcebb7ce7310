import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '#/ui/data.ts';
import { useLabels } from '#/ui/locale.tsx';
import { EmptyState, Loading, Page, Section, Whole } from '#/ui/page.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
import type { PictureLine } from './contract.ts';
import { pictureLabels } from './picture-labels.ts';
import './pictures.css';

const FILTERS = ['open', 'public', 'withheld', 'all'] as const;
type Filter = (typeof FILTERS)[number];
const AT_ONCE = 48;

export type PictureLines = { readonly pictures: readonly PictureLine[] };

export function stateOf({ decision }: Pick<PictureLine, 'decision'>): 'open' | 'public' | 'withheld' {
  return decision?.decision ?? 'open';
}

/** Evidence pictures of a list by project: what is to be done, what goes out, what stays in. */
export default function PicturesScreen() {
  const words = useLabels(pictureLabels);
  const list = useYearList();
  const lines = useRead<PictureLines>(list.list && `/publication/pictures?programmeId=${list.list.id}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  return (
    <Page title={words.title} lead={words.lead} actions={<ListChoice of={list} />}>
      {list.list ? <Whole of={lines}>{({ pictures }) => <Pictures pictures={pictures} />}</Whole> : <NoList />}
    </Page>
  );
}

function Pictures({ pictures }: PictureLines) {
  const words = useLabels(pictureLabels);
  const [chosen, setChosen] = useState<Filter | null>(null);
  const [most, setMost] = useState(AT_ONCE);
  if (pictures.length === 0) return <EmptyState title={words.none} text={words.noneText} />;
  const of = (filter: Filter) => pictures.filter((it) => filter === 'all' || stateOf(it) === filter);
  const filter = chosen ?? (of('open').length > 0 ? 'open' : 'all');
  const shown = of(filter);
  const byProject = Map.groupBy(shown.slice(0, most), (it) => it.projectId);
  return (
    <>
      <Segmented<Filter>
        value={filter}
        onChange={(next) => {
          setChosen(next);
          setMost(AT_ONCE);
        }}
        options={FILTERS.map((value) => ({ value, label: `${words.filters[value]} ${of(value).length}` }))}
      />
      {shown.length === 0 && <p className="notice">{words.noneOfThese}</p>}
      {[...byProject.values()].map((ofProject) => (
        <Section key={ofProject[0]!.projectId} title={`${words.project(ofProject[0]!.projectNo)} ${ofProject[0]!.projectName}`}>
          <ul className="picture-grid">
            {ofProject.map((it) => (
              <Card key={it.sourceDigest} of={it} />
            ))}
          </ul>
        </Section>
      ))}
      {shown.length > most && <Button onClick={() => setMost(most + AT_ONCE)}>{words.more(Math.min(AT_ONCE, shown.length - most))}</Button>}
    </>
  );
}

function Card({ of: it }: { readonly of: PictureLine }) {
  const words = useLabels(pictureLabels);
  const { district } = useWorkplace();
  const { decision } = it;
  const state = stateOf(it);
  const digest = decision?.redactedDigest ?? it.sourceDigest;
  return (
    <li>
      <Link
        to={`/${district}/pictures/${it.projectId}/${it.sourceDigest}`}
        aria-label={words.openPicture(it.projectNo, it.promise ?? '', it.asOf ?? '')}
      >
        <img src={`/api/${district}/files/${digest}?as=small`} alt={decision?.alt ?? ''} loading="lazy" />
      </Link>
      <p>
        <b className={`picture-state ${state}`}>{decision?.atOnce ? words.stopped : words.states[state]}</b>{' '}
        {decision?.caption ?? it.promise}
      </p>
      <p className="soft">{it.isProving ? `${words.asOf} ${it.asOf}` : words.notProving}</p>
    </li>
  );
}
