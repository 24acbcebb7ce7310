import type { Reader } from '#/platform/db.ts';
import type { Site } from '../rules/site.ts';
import { stageBySteps } from '../rules/step.ts';
import { loadSteps } from '../store/steps.ts';

/** The stage of a site that is being written: what its steps say, where it has any. */
export async function settledStage(reader: Reader, site: Site): Promise<Site> {
  const book = await loadSteps(reader, site.projectId);
  const stage = book.steps.length === 0 ? null : stageBySteps(book, site.id, reader.today);
  return stage === null ? site : { ...site, stage };
}
