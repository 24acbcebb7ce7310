import { App, Button, Dropdown, Input } from 'antd';
import { useState } from 'react';
import { newId } from '#/kernel/id.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { uiWords } from '#/ui/words.ts';
import type { DraftProject } from '../rules/draft.ts';
import type { DraftProblem } from '../rules/draft-check.ts';
import {
  addPromise,
  changeProject,
  changePromise,
  removePromise,
  setObjectFromSelection,
  setPromiseFromSelection,
  setQuantityFromSelection,
  splitItem,
} from '../rules/draft-edit.ts';
import { labels } from './labels.ts';
import { type MarkAct, MarkedText } from './marked-text.tsx';
import { wordsOfProblem } from './problem-words.ts';
import { PromiseCard } from './promise-card.tsx';
import { readPhrase } from './read-phrase.ts';
import { SplitDialog } from './split-dialog.tsx';
import type { StepProps } from './step.ts';
import { WithoutNumber } from './without-number.tsx';

type BlockProps = {
  readonly project: DraftProject;
  readonly change: StepProps['change'];
  readonly openId: string | null;
  readonly onOpen: (promiseId: string | null) => void;
  readonly problems: readonly DraftProblem[];
};

/** One row of the list: left the words as printed, right what they promise. */
export function ProjectBlock({ project, change, openId, onOpen, problems }: BlockProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const [isWriting, setWriting] = useState(false);
  const mark = (act: MarkAct, marked: { start: number; end: number }, promiseId: string | null) => {
    const freshId = newId();
    if (act === 'promise') onOpen(freshId);
    change((draft) => {
      if (act === 'promise') return setPromiseFromSelection(draft, project.id, { ...marked, id: freshId }, readPhrase);
      if (!promiseId) return draft;
      if (act === 'object') return setObjectFromSelection(draft, promiseId, marked);
      const next = setQuantityFromSelection(draft, promiseId, marked, readPhrase);
      if (next === draft) message.warning(words.noQuantity);
      return next;
    });
  };
  const add = () => change((draft) => addPromise(draft, project.id));
  return (
    <article className="project-block" id={`project-${project.id}`}>
      <ProjectHead project={project} change={change} />
      <div className="sides">
        <div>
          {project.text === '' || isWriting ? (
            <GrowText
              autoFocus={isWriting}
              placeholder={words.projectText}
              value={project.text}
              onFocus={() => setWriting(true)}
              onBlur={() => setWriting(false)}
              onText={(text) => change((draft) => changeProject(draft, project.id, (it) => ({ ...it, text })))}
            />
          ) : (
            <MarkedText project={project} activeId={openId} onPick={onOpen} onMark={mark} />
          )}
          <AlsoRead project={project} change={change} />
        </div>
        <div>
          {project.promises.map((promise) => (
            <PromiseCard
              key={promise.id}
              promise={promise}
              isOpen={openId === promise.id}
              onToggle={() => onOpen(openId === promise.id ? null : promise.id)}
              onChange={(part) => change((draft) => changePromise(draft, promise.id, part))}
              onRemove={() => change((draft) => removePromise(draft, promise.id))}
            />
          ))}
          {project.promises.length === 0 && <WithoutNumber project={project} change={change} onOpen={onOpen} />}
          {problems
            .filter(({ code }) => code !== 'target-undecided')
            .map((problem) => (
              <p className="fault" key={`${problem.code}${problem.promiseId}`}>
                {wordsOfProblem(problem, locale)}
              </p>
            ))}
          {project.promises.length > 0 && (
            <Button size="small" type="text" onClick={add}>
              + {words.addPromise}
            </Button>
          )}
        </div>
      </div>
    </article>
  );
}

function ProjectHead({ project, change }: Pick<BlockProps, 'project' | 'change'>) {
  const words = useLabels(labels);
  const common = useLabels(uiWords);
  const { modal } = App.useApp();
  const [isSplitting, setSplitting] = useState(false);
  const items = [
    { key: 'split', label: words.split },
    { key: 'remove', label: words.removeProject },
  ];
  const askRemove = () =>
    modal.confirm({
      title: words.removeProjectAsk,
      okText: common.remove,
      cancelText: common.cancel,
      onOk: () => change((draft) => ({ ...draft, projects: draft.projects.filter(({ id }) => id !== project.id) })),
    });
  return (
    <header>
      <span className="no">{project.no}</span>
      <Input
        variant="borderless"
        aria-label={words.projectName}
        value={project.name}
        onChange={({ target }) => change((draft) => changeProject(draft, project.id, (it) => ({ ...it, name: target.value })))}
      />
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => (key === 'split' ? setSplitting(true) : askRemove()) }}>
        <Button size="small" type="text" aria-label={words.moreActs}>
          ⋯
        </Button>
      </Dropdown>
      {isSplitting && (
        <SplitDialog
          text={project.text}
          onCancel={() => setSplitting(false)}
          onSplit={(at, names) => {
            change((draft) => splitItem(draft, project.id, at, names));
            setSplitting(false);
          }}
        />
      )}
    </header>
  );
}

/** Figures that say something else (benefit, scope, breakdown), each one click away from being a promise. */
function AlsoRead({ project, change }: Pick<BlockProps, 'project' | 'change'>) {
  const words = useLabels(labels);
  const others = project.phrases.filter(({ start }) => !project.promises.some((promise) => promise.start === start));
  if (others.length === 0) return null;
  return (
    <p className="also-read">
      {words.alsoRead}：
      {others.map(({ start, end, kind }) => (
        <Button
          key={start}
          size="small"
          type="text"
          title={words.makePromise}
          onClick={() => change((draft) => setPromiseFromSelection(draft, project.id, { start, end }, readPhrase))}
        >
          {project.text.slice(start, end)}（{words.phraseKinds[kind]}）
        </Button>
      ))}
    </p>
  );
}
