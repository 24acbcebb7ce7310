import { App, Button, Dropdown } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Markup } from '#/ui/parts.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { WallAnswer } from './contract.ts';
import { labels } from './labels.ts';
import { ProjectChoice } from './project-choice.tsx';
import type { Open } from './steps.ts';

type FootProps = {
  readonly view: WallAnswer;
  readonly query: string;
  readonly open: Open;
  readonly onOpen: (next: Open) => void;
  readonly readAt: number;
  readonly isOffline: boolean;
};

/** Below the drawing: what to open, how old it is, what else can be done with it. On paper only the drawing is left. */
export function WallFoot({ view, query, open, onOpen, readAt, isOffline }: FootProps) {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const time = clockOf(readAt);
  const { paper, printOn } = usePaper();
  return (
    <>
      <footer className="wall-foot no-print">
        <ProjectChoice projects={view.projects} open={open} onOpen={onOpen} />
        <p className={isOffline ? 'wall-age offline' : 'wall-age'} role="status">
          {isOffline ? words.offline(time) : words.updated(time)}
        </p>
        <p className="wall-keys">{words.keys}</p>
        <span className="wall-acts">
          <TakeAway query={query} open={open} onPrint={printOn} />
          <Button onClick={() => document.documentElement.requestFullscreen?.()}>{words.fullScreen}</Button>
          <Button onClick={() => navigate(`/${district}/board`)}>{words.leave}</Button>
        </span>
      </footer>
      <div className={`wall-paper ${paper.toLowerCase()}`}>
        <Markup of={view.sheet} className="wall-markup" />
      </div>
    </>
  );
}

const PAPERS = ['A3', 'A1'] as const;
type Paper = (typeof PAPERS)[number];

/** The sheet for paper lies ready below the screen’s, so that the browser’s own command prints as well; on A3 then. */
function usePaper(): { readonly paper: Paper; readonly printOn: (paper: Paper) => void } {
  const [asked, ask] = useState<{ readonly paper: Paper; readonly times: number }>({ paper: 'A3', times: 0 });
  useEffect(() => {
    if (asked.times > 0) window.print();
  }, [asked]);
  return { paper: asked.paper, printOn: (paper) => ask(({ times }) => ({ paper, times: times + 1 })) };
}

type TakeAwayProps = Pick<FootProps, 'query' | 'open'> & { readonly onPrint: (paper: Paper) => void };

function TakeAway({ query, open: { project, page }, onPrint }: TakeAwayProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const { message } = App.useApp();
  const annex = () =>
    api
      .download(`/wall/sheet.docx?${query}&locale=${locale}&page=${page}${project === null ? '' : `&project=${project}`}`)
      .then(({ name, blob }) => saveFile(name, blob))
      .catch((problem: unknown) => message.error(`${words.wordFailed}：${sentenceOf(problem, locale)}`, 8));
  const items = [
    ...PAPERS.map((it) => ({ key: it, label: words.printOn(it), onClick: () => onPrint(it) })),
    { key: 'word', label: words.word, onClick: annex },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button type="primary">{words.print}</Button>
    </Dropdown>
  );
}

function clockOf(at: number): string {
  const time = new Date(at);
  return `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
}
