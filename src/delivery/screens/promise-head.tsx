import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ProgrammePromise, Project } from '#/programme/rules/programme.ts';
import { useWorkplace } from '#/ui/session.ts';
import { promiseName } from './standing.tsx';

type PromiseHeadProps = { readonly promise: ProgrammePromise; readonly projects: readonly Project[]; readonly children: ReactNode };

/** Over what waits for a decision: the number of the project, the promise as the way to its page, and what else is said of it. */
export function PromiseHead({ promise, projects, children }: PromiseHeadProps) {
  const { district } = useWorkplace();
  return (
    <header>
      <span className="no">{projects.find(({ id }) => id === promise.projectId)!.no}</span>
      <Link className="plain-link" to={`/${district}/promises/${promise.id}`}>
        {promiseName(promise)}
      </Link>
      <small className="soft">{children}</small>
    </header>
  );
}
