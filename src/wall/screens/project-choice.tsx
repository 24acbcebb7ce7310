import { useLabels } from '#/ui/locale.tsx';
import { LightBadge } from '#/ui/parts.tsx';
import type { WallProject } from './contract.ts';
import { labels } from './labels.ts';
import { ALL, type Open } from './steps.ts';

type ChoiceProps = { readonly projects: readonly WallProject[]; readonly open: Open; readonly onOpen: (next: Open) => void };

/** For the finger and the mouse what the number keys are for the keyboard. */
export function ProjectChoice({ projects, open, onOpen }: ChoiceProps) {
  const words = useLabels(labels);
  const pages = projects.find(({ id }) => id === open.project)?.pages ?? 1;
  return (
    <nav className="wall-choice" aria-label={words.projects}>
      <button type="button" className="wall-choice-one" aria-current={open.project === null} onClick={() => onOpen(ALL)}>
        {words.all}
      </button>
      {projects.map(({ id, no, name, light }) => (
        <button
          key={id}
          type="button"
          className="wall-choice-one"
          aria-label={words.open(no, name)}
          aria-current={open.project === id}
          title={words.open(no, name)}
          onClick={() => onOpen({ project: id, page: 1 })}
        >
          <b>{no}</b> <LightBadge light={light} />
        </button>
      ))}
      {pages > 1 && (
        <span className="wall-page">
          <button type="button" disabled={open.page === 1} onClick={() => onOpen({ ...open, page: open.page - 1 })}>
            {words.pageBefore}
          </button>{' '}
          {words.page(open.page, pages)}{' '}
          <button type="button" disabled={open.page === pages} onClick={() => onOpen({ ...open, page: open.page + 1 })}>
            {words.pageAfter}
          </button>
        </span>
      )}
    </nav>
  );
}
