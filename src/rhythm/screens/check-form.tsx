import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { shortDate } from '#/kernel/format.ts';
import { clock } from '#/ui/clock.ts';
import { useCommand } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useKept } from '#/ui/kept.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field, LightBadge } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { AskedBecause, AskedProject, CheckLine } from '../rules/check.ts';
import { checkLabels } from './check-labels.ts';
import type { CheckAnswer } from './contract.ts';

type FormProps = { readonly of: CheckAnswer; readonly unitId: string };
type Filed = { readonly isLate: boolean };

/** One tap for the whole unit, or a few words for each project; everything is filled in beforehand. */
export function CheckForm({ of, unitId }: FormProps) {
  const words = useLabels(checkLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const mayFile = useMay('rhythm.check');
  const { week, asked, check } = of;
  const [lines, setLines, clear] = useKept<readonly CheckLine[]>(
    `check ${unitId} ${week.year}-${week.week} ${check?.version ?? 0}`,
    firstLines(of),
  );
  const [fault, setFault] = useState<string | null>(null);
  const file = useCommand<unknown, Filed>('rhythm.file-check');
  const send = (input: object) => {
    setFault(null);
    const base = check === null ? {} : { base: { [`check:${unitId}:${week.year}-${week.week}`]: check.version } };
    return file
      .mutateAsync({ input: { ...week, unitId, ...input }, ...base })
      .then(({ isLate }) => {
        clear();
        message.success(isLate ? words.sentLate : words.sent);
      })
      .catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
  };
  const change = (line: CheckLine) => setLines(lines.map((it) => (it.projectId === line.projectId ? line : it)));
  return (
    <div className="check-form">
      {check !== null && <CheckSaid of={of} />}
      {mayFile && (
        <p className="one-tap no-print">
          <Button
            type={check === null ? 'primary' : 'default'}
            size="large"
            loading={file.isPending}
            onClick={() => send({ isUnchanged: true })}
          >
            {words.unchangedAll}
          </Button>
          <span className="soft">{words.unchangedAllHint}</span>
        </p>
      )}
      {check === null && <p className="soft">{words.prefilled}</p>}
      {asked.map((it) => {
        const line = lines.find(({ projectId }) => projectId === it.projectId);
        return line && <CheckItem key={it.projectId} asked={it} line={line} onChange={change} isOff={!mayFile} />;
      })}
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
      {mayFile && asked.length > 0 && (
        <p className="one-tap no-print">
          <Button type="primary" size="large" loading={file.isPending} onClick={() => send({ lines })}>
            {check === null ? words.send : words.correct}
          </Button>
        </p>
      )}
    </div>
  );
}

/** What was said stands as it was said; what is asked anew is filled in beforehand. */
function firstLines({ asked, lines, check }: CheckAnswer): readonly CheckLine[] {
  return asked.map(({ projectId }) => {
    const empty = { projectId, isUnchanged: false, done: '', next: '', problem: '', needs: '' };
    const said = check?.lines.find((it) => it.projectId === projectId);
    return said ?? lines.find((it) => it.projectId === projectId) ?? empty;
  });
}

function CheckSaid({ of: { check } }: { readonly of: CheckAnswer }) {
  const words = useLabels(checkLabels);
  if (check === null) return null;
  const isLate = check.filedOn > check.dueOn;
  return (
    <p className="notice">
      <b>{isLate ? words.sentLate : words.sent}</b> {words.filed(check.filedBy, clock(check.filedAt))}
      {check.onBehalf ? `（${words.onBehalf}）` : ''}
      {check.changedAt !== null && check.changedBy !== null ? `；${words.changed(check.changedBy, clock(check.changedAt))}` : ''}
    </p>
  );
}

type ItemProps = {
  readonly asked: AskedProject;
  readonly line: CheckLine;
  readonly onChange: (line: CheckLine) => void;
  readonly isOff: boolean;
};

function CheckItem({ asked, line, onChange, isOff }: ItemProps) {
  const words = useLabels(checkLabels);
  const { district } = useWorkplace();
  const set = (name: 'done' | 'next' | 'problem' | 'needs') => (text: string) => onChange({ ...line, [name]: text });
  return (
    <fieldset className="check-item" disabled={isOff}>
      <legend>
        {asked.no} {asked.name} <LightBadge light={asked.light} />
      </legend>
      <Because of={asked.because} />
      <Checkbox checked={line.isUnchanged} onChange={({ target }) => onChange({ ...line, isUnchanged: target.checked })}>
        {words.unchanged}
      </Checkbox>
      {!line.isUnchanged && (
        <div className="check-fields">
          {(['done', 'next', 'problem', 'needs'] as const).map((name) => (
            <Field key={name} name={words[name]}>
              <GrowText value={line[name]} onText={set(name)} maxLength={500} aria-label={`${asked.no} ${words[name]}`} />
            </Field>
          ))}
          <Link className="no-print" to={`/${district}/blockers`}>
            {words.blockers}
          </Link>
        </div>
      )}
    </fieldset>
  );
}

export function Because({ of }: { readonly of: readonly AskedBecause[] }) {
  const words = useLabels(checkLabels);
  const locale = useLocale();
  const said = (it: AskedBecause) => {
    if (it.kind === 'light') return null;
    return it.kind === 'gate' ? words.gate(it.name, shortDate(it.dueOn, locale), it.slackDays) : words.blocker(it.title, it.ageDays);
  };
  const texts = of.flatMap((it) => said(it) ?? []);
  if (texts.length === 0) return null;
  return (
    <ul className="because">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
