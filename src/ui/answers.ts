import { type ComponentType, createContext, useContext } from 'react';
import type { DutyFacts } from '#/kernel/duty.ts';
import type { Labels } from './locale.tsx';

/** 当场办理: what a stage gives to My week, so that what it asks for is answered where it is read. */
export type Answer = {
  readonly kind: string;
  /** One tap, beside the line. */
  readonly quick?: () => Promise<{ readonly default: ComponentType<AnswerProps> }>;
  /** A form that opens below the line, and what the button that opens it says. */
  readonly panel?: { readonly act: Labels<string>; readonly load: () => Promise<{ readonly default: ComponentType<AnswerProps> }> };
};

export type AnswerProps = { readonly facts: DutyFacts; readonly onAnswered: () => void };

export const AnswersContext = createContext<readonly Answer[]>([]);

export function useAnswer(kind: string): Answer | undefined {
  return useContext(AnswersContext).find((it) => it.kind === kind);
}
