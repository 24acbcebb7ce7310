import type { Role } from '#/kernel/role.ts';
import type { Project } from '#/programme/rules/programme.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { Report } from '../rules/report.ts';
import { mayReportFor } from '../rules/review.ts';

/** Whether the post that is acted under may report and plan for a project: what the server would refuse is not offered. */
export function useSpeaksFor(project: Project): boolean {
  const { post } = useWorkplace();
  return post !== null && mayReportFor(project, { unitId: post.unitId, roles: post.roles as readonly Role[] });
}

/** What somebody entered himself another has to review; the setup account excepted. */
export function useIsOwnEntry({ submitterId }: Pick<Report, 'submitterId'>): boolean {
  const { account, post } = useWorkplace();
  return submitterId === account.id && !(post?.roles.includes('setup') ?? false);
}
