import { following, type TemplateLink, type TemplateStep } from './template.ts';

type Linked = Pick<TemplateStep, 'after'>;

/** Puts a step behind another: it follows that one, and the next step, where it simply followed, follows the new one. */
export function withStepAfter<Step extends Linked>(steps: readonly Step[], at: number, step: Step): readonly Step[] {
  const relinked = (after: readonly TemplateLink[], i: number) =>
    after.map((it): TemplateLink => {
      const wasPlain = i === at + 1 && it.step === at && it.type === 'FS' && it.lag === 0;
      return it.step > at || wasPlain ? { ...it, step: it.step + 1 } : it;
    });
  const moved = steps.map((it, i) => ({ ...it, after: relinked(it.after, i) }));
  return moved.toSpliced(at + 1, 0, { ...step, after: [following(at)] });
}

/** Takes a step out: what went by it goes by what came before it. */
export function withoutStep<Step extends Linked>(steps: readonly Step[], at: number): readonly Step[] {
  const before = steps[at]!.after;
  const isSame = (a: TemplateLink, b: TemplateLink) => a.step === b.step && a.type === b.type;
  return steps.toSpliced(at, 1).map((it) => {
    const all = it.after.flatMap((one) => (one.step === at ? before : [one]));
    const once = all.filter((one, i) => all.findIndex((other) => isSame(one, other)) === i);
    return { ...it, after: once.map((one) => (one.step > at ? { ...one, step: one.step - 1 } : one)) };
  });
}
