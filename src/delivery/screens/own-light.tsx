import type { CivilDate } from '#/kernel/civil-date.ts';
import { number } from '#/kernel/format.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { standingIfAdopted } from '../rules/preview.ts';
import { isOtherMeasure, type ReportContent } from '../rules/sending.ts';
import { stageLiesBeforeOutput } from '../rules/stage.ts';
import type { Light } from '../rules/standing.ts';
import type { PromiseDetail } from './contract.ts';
import type { PartProps } from './report-parts.tsx';
import { reviewLabels } from './review-labels.ts';
import { Badge } from './standing.tsx';

type OwnLightProps = PartProps & { readonly content: ReportContent; readonly corrects: string | null };

/** 若采用，灯色为…: the unit sees its own light before anybody else, and says beside it why it is behind and until when. */
export function OwnLight({ detail, content, corrects, typed, set }: OwnLightProps) {
  const words = useLabels(reviewLabels);
  const { today } = useWorkplace();
  const own = ownStanding(detail, content, corrects, today);
  if (own === null) return null;
  const { light, done } = own;
  const isBehind = isBehindLight(light);
  return (
    <div className="own-light">
      <p>
        {words.ifAdopted} <Badge light={light} /> {done !== null && <small className="soft">{words.done(number(done))}</small>}
      </p>
      {isBehind && (
        <>
          <Field name={words.behindAsk}>
            <GrowText
              rows={2}
              placeholder={words.behindHint}
              value={typed.behindReason ?? ''}
              onText={(behindReason) => set({ behindReason })}
            />
          </Field>
          <Field name={words.untilAsk}>
            <DayField
              value={typed.behindUntil ?? null}
              min={today}
              onChange={(behindUntil) => set({ behindUntil })}
              label={words.untilAsk}
            />
          </Field>
        </>
      )}
    </div>
  );
}

/** What the report would make of the promise; null as long as it says nothing. */
export function ownStanding(detail: PromiseDetail, content: ReportContent, corrects: string | null, today: CivilDate) {
  return saysSomething(content) ? standingIfAdopted(detail.board, waitingFrom(content, detail, corrects), today) : null;
}

export const isBehindLight = (light: Light | undefined) => light === 'red' || light === 'yellow';

function saysSomething({ value, valueKind, stage, stepsDone, text }: ReportContent): boolean {
  return value !== null ? valueKind !== null : stage !== null || stepsDone.length > 0 || text !== '';
}

/** Whatever was sent before it on the same day is older. */
const LAST_OF_ITS_DAY = '9999-12-31T00:00:00.000Z';

/** What the server will store of it, as far as a light looks at it. */
function waitingFrom(content: ReportContent, { standing }: PromiseDetail, corrects: string | null) {
  return {
    ...content,
    id: 'waiting',
    beforeOutput: content.stage !== null && stageLiesBeforeOutput(content.stage) === true,
    inMeasure: content.inMeasure && !isOtherMeasure(content, standing.promise),
    submittedAt: LAST_OF_ITS_DAY,
    unitId: null,
    supersedes: corrects,
  };
}
