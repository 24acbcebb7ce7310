import type { CivilDate } from '#/kernel/civil-date.ts';
import type { ProjectNetwork } from '../rules/activity.ts';
import type { TemplateVersion, WorkTemplate } from '../rules/template.ts';

/** `GET /planning/templates` */
export type TemplatesAnswer = {
  readonly templates: readonly WorkTemplate[];
  readonly versions: readonly TemplateVersion[];
  readonly calendars: ProjectNetwork['calendars'];
  readonly today: CivilDate;
};
