import { furthestStage, STAGES_OF_WORK } from '#/programme/rules/parse/stage-words.ts';

const BY_NAME = new Map<string, boolean>(STAGES_OF_WORK.map((it) => [it.name, it.beforeOutput]));

/** 阶段与产出: whether work at this stage can have produced nothing yet; null for words that the list of stages does not know. */
export function stageLiesBeforeOutput(stage: string): boolean | null {
  return BY_NAME.get(stage) ?? furthestStage(stage)?.beforeOutput ?? null;
}
