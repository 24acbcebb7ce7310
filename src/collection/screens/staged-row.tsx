import { Checkbox, Input, Radio } from 'antd';
import type { ReportContent } from '#/delivery/rules/sending.ts';
import { findingSentence, wordsOf as wordsOfDelivery } from '#/delivery/words/refusals.ts';
import { number } from '#/kernel/format.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { VALUE_KIND_WORDS } from '../rules/form.ts';
import { distinctCandidates, isAcceptable, type StagedCandidate, type StagedRow } from '../rules/staging.ts';
import { changeSentence, problemSentence } from '../words/rows.ts';
import type { BatchView } from './contract.ts';
import { chosenOf, corrects, type Decision, findingsOf } from './decisions.ts';
import { labels } from './labels.ts';

export type StagedRowProps = {
  readonly row: StagedRow;
  readonly view: BatchView;
  readonly decision: Decision;
  readonly onDecide: (decision: Decision) => void;
};

const QUIET = ['silent', 'empty', 'same', 'taken'];

/** One promise of the merged table: last and now, what is odd, and the tick that makes a report of it. */
export function StagedRowCard({ row, view, decision, onDecide }: StagedRowProps) {
  const words = useLabels(labels);
  const choices = distinctCandidates(row.candidates);
  const mayTake = isAcceptable(row) && view.batch.state === 'open';
  const chosen = chosenOf(row, decision);
  const shown = chosen ?? (choices.length === 1 ? choices[0]! : null);
  return (
    <article className={QUIET.includes(row.state) ? 'staged quiet' : 'staged'}>
      <header>
        <span className="no">{row.row.locked.no}</span>
        <b>{row.row.locked.promise}</b>
        <span className={`state ${row.state}`}>
          {row.state === 'silent' && row.earlier !== null ? words.heardOtherwise : words.states[row.state]}
        </span>
      </header>
      <p className="figures">
        <span>
          <small className="soft">{words.lastTime}</small> {row.row.locked.last}
        </span>
        <span>
          <small className="soft">{words.thisTime}</small> <b>{shown?.content ? said(shown.content, words.nothing) : words.nothing}</b>{' '}
          {shown?.content && <Difference content={shown.content} last={row.row.lastValue} />}
        </span>
      </p>
      {row.state === 'choose' && (
        <Radio.Group
          className="choices"
          disabled={!mayTake}
          value={decision.digest}
          onChange={({ target }) => onDecide({ ...decision, digest: target.value, isTaken: true })}
        >
          {choices.map((it) => (
            <Radio key={it.digest} value={it.digest} disabled={it.content === null}>
              {it.content ? said(it.content, words.nothing) : words.states.refused} <small className="soft">{it.fileName}</small>
            </Radio>
          ))}
        </Radio.Group>
      )}
      {(row.state === 'choose' && chosen === null ? choices : shown ? [shown] : []).map((it) => (
        <Remarks key={it.digest} candidate={it} row={row} view={view} />
      ))}
      {mayTake && <Asked row={row} view={view} decision={decision} onDecide={onDecide} />}
      {mayTake && (
        <Checkbox
          checked={decision.isTaken && chosen !== null}
          disabled={chosen === null || chosen.content === null || isImpossible(row, decision, view)}
          onChange={({ target }) => onDecide({ ...decision, isTaken: target.checked })}
        >
          {words.accept}
        </Checkbox>
      )}
    </article>
  );
}

function isImpossible(row: StagedRow, { digest }: Decision, { checks }: BatchView): boolean {
  const check = digest === null ? null : checks[`${row.promiseId} ${digest}`];
  return check !== null && check !== undefined && check.kind !== 'open-findings';
}

/** The figure as the form says it, its kind with it; a stage or a line of text where there is none. */
function said({ value, denominator, measureUnit, valueKind, stage, stepsDone, text }: ReportContent, nothing: string): string {
  const figure = value === null ? '' : `${number(value, 4)}${denominator === null ? '' : ` / ${number(denominator, 4)}`} ${measureUnit}`;
  const kind = value === null || valueKind === null || denominator !== null ? '' : `（${VALUE_KIND_WORDS[valueKind]}）`;
  const steps = stepsDone.length > 0 ? `✓ ${stepsDone.length}` : '';
  return [`${figure}${kind}`, steps, stage ?? '', figure === '' && stage === null ? text : ''].filter(Boolean).join(' · ') || nothing;
}

function Difference({ content, last }: { readonly content: ReportContent; readonly last: number | null }) {
  if (content.value === null || last === null || content.denominator !== null) return null;
  const by = content.valueKind === 'this-period' ? content.value : content.value - last;
  return <small className={by < 0 ? 'falls' : 'soft'}>{by > 0 ? `+${number(by, 4)}` : number(by, 4)}</small>;
}

function Remarks({ candidate, row, view }: { readonly candidate: StagedCandidate; readonly row: StagedRow; readonly view: BatchView }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { content, problems, changes, evidenceList, matchedByWords, fileName, sheet, rowNumber } = candidate;
  const attached = view.files.filter((it) => it.kind === 'evidence' && it.promiseId === row.promiseId).length;
  const refusal = view.checks[`${row.promiseId} ${candidate.digest}`] ?? null;
  return (
    <div className="remarks">
      {problems.map((it) => (
        <p key={`${it.field} ${it.kind}`} className="notice bad">
          {problemSentence(it, locale)}
        </p>
      ))}
      {refusal !== null && refusal.kind !== 'open-findings' && <p className="notice bad">{wordsOfDelivery(refusal, locale)}</p>}
      {changes.length > 0 && (
        <div className="notice warn">
          <b>{words.changes}</b>
          {changes.map((it) => (
            <p key={it.field}>{changeSentence(it, locale)}</p>
          ))}
        </div>
      )}
      {content?.text && <p>{content.text}</p>}
      {content?.behindReason && (
        <p>
          <small className="soft">{words.behind}</small> {content.behindReason}
        </p>
      )}
      {evidenceList !== '' && (
        <p>
          <small className="soft">{words.evidenceList}</small> {evidenceList}
        </p>
      )}
      <p className="soft">
        <small>
          {words.from(fileName, sheet, rowNumber)}
          {matchedByWords && ` · ${words.byWords}`}
          {attached > 0 && ` · ${words.evidenceFiles(attached)}`}
        </small>
      </p>
    </div>
  );
}

/** Reasons that stay in the record: for each remark that passes, and for taking the place of what stands. */
function Asked({ row, view, decision, onDecide }: StagedRowProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const findings = findingsOf(row, decision, view);
  const isCorrection = corrects(row, decision);
  if (findings.length === 0 && !isCorrection) return null;
  const { earlier } = row;
  return (
    <div className="notice warn">
      {isCorrection && earlier && (
        <div className="finding">
          <span>
            {words.earlierIs(
              `${earlier.value === null ? (earlier.stage ?? earlier.text) : number(earlier.value, 4)} ${earlier.measureUnit}`,
              earlier.asOf,
            )}
          </span>
          <Input
            aria-label={words.correctionReason}
            placeholder={words.correctionReason}
            value={decision.correction}
            onChange={({ target }) => onDecide({ ...decision, correction: target.value, isTaken: true })}
          />
        </div>
      )}
      {findings.length > 0 && <b>{words.findings}</b>}
      {findings.map((finding) => (
        <div key={finding.check} className="finding">
          <span>{findingSentence(finding, locale)}</span>
          <Input
            aria-label={words.findingReason}
            placeholder={words.findingReason}
            value={decision.reasons[finding.check] ?? ''}
            onChange={({ target }) =>
              onDecide({ ...decision, reasons: { ...decision.reasons, [finding.check]: target.value }, isTaken: true })
            }
          />
        </div>
      ))}
    </div>
  );
}
