import type { Role } from '#/kernel/role.ts';
import type { Project } from '#/programme/rules/programme.ts';
import { useWorkplace } from '#/ui/session.ts';
import { mayReportFor } from '../rules/review.ts';

/** Whether the post that is acted under may report and plan for a project: what the server would refuse is not offered. */
export function useSpeaksFor(project: Project): boolean {
  const { post } = useWorkplace();
  return post !== null && mayReportFor(project, { unitId: post.unitId, roles: post.roles as readonly Role[] });
}
