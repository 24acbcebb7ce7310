import { Button } from 'antd';
import { lazy, Suspense, useId, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { type CivilDate, daysBetween } from '#/kernel/civil-date.ts';
import { type Locale, shortDate } from '#/kernel/format.ts';
import { type Answer, type AnswerProps, useAnswer } from '#/ui/answers.ts';
import { type Labels, useLabels, useLocale } from '#/ui/locale.tsx';
import { Loading } from '#/ui/page.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { ShownDuty } from '../rules/views.ts';
import { labels } from './labels.ts';

type DutyLineProps = { readonly duty: ShownDuty; readonly mayAnswer: boolean };

/** One thing owed: what, why, by when; answered below the line where its stage has a form for that, else on the page that it leads to. */
export function DutyLine({ duty, mayAnswer }: DutyLineProps) {
  const locale = useLocale();
  const { today } = useWorkplace();
  const answer = useAnswer(duty.kind);
  const panelId = useId();
  const [isOpen, setOpen] = useState(false);
  const { what, why } = duty.said[locale];
  return (
    <li className={`duty ${duty.time}`}>
      <div className="duty-line">
        <span className="duty-what">
          <b>{what}</b>
          <small>{why}</small>
        </span>
        <span className="duty-when">{whenWord(duty, today, locale)}</span>
        {mayAnswer && (
          <span className="duty-acts no-print">
            {answer?.quick && <Quick load={answer.quick} facts={duty.facts} />}
            {answer?.panel ? (
              <Button aria-expanded={isOpen} aria-controls={panelId} onClick={() => setOpen(!isOpen)}>
                <PanelWord isOpen={isOpen} act={answer.panel.act} />
              </Button>
            ) : (
              !answer?.quick && <GoThere link={duty.link} />
            )}
          </span>
        )}
      </div>
      {isOpen && answer?.panel && (
        <div className="duty-panel" id={panelId}>
          <Panel load={answer.panel.load} facts={duty.facts} onAnswered={() => setOpen(false)} />
        </div>
      )}
    </li>
  );
}

function PanelWord({ isOpen, act }: { readonly isOpen: boolean; readonly act: Labels<string> }) {
  const words = useLabels(labels);
  const word = useLabels(act);
  return isOpen ? words.closePanel : word;
}

function GoThere({ link }: Pick<ShownDuty, 'link'>) {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  return <Link to={`/${district}/${link}`}>{words.go}</Link>;
}

type Load = NonNullable<Answer['quick']>;
const made = new WeakMap<Load, ReturnType<typeof lazy>>();

/** Each form is loaded when it is first opened, and kept. */
function useLoaded(load: Load) {
  return useMemo(() => {
    const known = made.get(load) ?? lazy(load as never);
    made.set(load, known);
    return known as unknown as React.ComponentType<AnswerProps>;
  }, [load]);
}

function Panel({ load, ...props }: AnswerProps & { readonly load: Load }) {
  const Content = useLoaded(load);
  return (
    <Suspense fallback={<Loading />}>
      <Content {...props} />
    </Suspense>
  );
}

function Quick({ load, facts }: { readonly load: Load; readonly facts: ShownDuty['facts'] }) {
  const Content = useLoaded(load);
  return (
    <Suspense fallback={null}>
      <Content facts={facts} onAnswered={() => {}} />
    </Suspense>
  );
}

type When = Pick<ShownDuty, 'dueOn' | 'urgency' | 'meets'>;

/** By when; of a meeting, at which hour. */
export function whenWord({ dueOn, urgency, meets }: When, today: CivilDate, locale: Locale): string {
  const words = labels[locale];
  const late = daysBetween(dueOn, today);
  if (late > 0) return words.late(late);
  if (meets !== undefined) return `${shortDate(dueOn, locale)} ${meets.from}`;
  if (urgency === 'at-once') return words.atOnce;
  return late === 0 ? words.today : words.by(shortDate(dueOn, locale));
}
