import type { CivilDate } from '#/kernel/civil-date.ts';
import { longDate, number } from '#/kernel/format.ts';
import { useLabels, useLocale } from './locale.tsx';
import { paperWords } from './paper-words.ts';

type Figure<Light extends string> = {
  readonly done: number | null;
  readonly target: number | null;
  readonly stage: string | null;
  readonly light: Light;
};

type Change<Light extends string> = {
  readonly promiseId: string;
  readonly no: string;
  readonly promise: string;
  readonly was: Figure<Light>;
  readonly now: Figure<Light>;
  readonly report: { readonly by: string | null; readonly on: CivilDate | null } | null;
};

type FigureChangesProps<Light extends string> = {
  readonly changes: readonly Change<Light>[];
  /** What the paper that is on its way calls its own figures. */
  readonly was: string;
  readonly lights: Readonly<Record<Light, string>>;
};

/** 送审后变动: what each figure was on the frozen paper, what it is now, and whose report moved it. */
export function FigureChanges<Light extends string>({ changes, was: wasWord, lights }: FigureChangesProps<Light>) {
  const words = useLabels(paperWords);
  const locale = useLocale();
  const text = ({ done, target, stage, light }: Figure<Light>) =>
    [
      `${words.done} ${done === null ? (stage ?? '—') : number(done)}`,
      ...(target === null ? [] : [`${words.target} ${number(target)}`]),
      lights[light],
    ].join(' · ');
  return (
    <ul className="paper-lines">
      {changes.map(({ promiseId, no, promise, was, now, report }) => (
        <li key={promiseId}>
          <b>{no}</b> {promise}
          <br />
          {wasWord}：{text(was)} → {words.now}：<b>{text(now)}</b>
          <br />
          <span className="soft">
            {report === null
              ? words.changedOtherwise
              : words.changedBy(report.by ?? '', report.on === null ? '' : longDate(report.on, locale))}
          </span>
        </li>
      ))}
    </ul>
  );
}
