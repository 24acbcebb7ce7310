import type { Decision } from '../rules/decision.ts';
import type { Meeting } from '../rules/meeting.ts';
import { decisionSource } from '../words/papers.ts';

/** 议定事项 as the source of an order: which meeting said so, about which project. */
export function sourceOf(meeting: Meeting, { projectId }: Pick<Decision, 'projectId'>) {
  return { sourceKind: 'meeting', sourceId: meeting.id, sourceText: decisionSource(meeting), subjectProjectId: projectId } as const;
}
