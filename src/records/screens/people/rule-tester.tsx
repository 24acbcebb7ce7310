import { Select } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { ageOn, type EligibilityRule, judge, type PersonFacts, type Truth } from '../../rules/people/eligibility.ts';
import { conditionText } from '../../words/people/rule.ts';
import { ruleLabels } from './rule-labels.ts';

/** 试一试: the very rule of the server, asked about somebody made up. */
export function RuleTester({ rule }: { readonly rule: EligibilityRule }) {
  const words = useLabels(ruleLabels);
  const { today } = useWorkplace();
  const [onDay, setOnDay] = useState<CivilDate | null>(today);
  const [known, setFacts] = useState<Omit<PersonFacts, 'onDay'>>({
    birthOn: null,
    sex: null,
    isLocal: null,
    livesAlone: null,
    isAssisted: null,
    consent: null,
  });
  const truths = [
    { value: 'null', label: words.unknown },
    { value: 'true', label: words.yes },
    { value: 'false', label: words.no },
  ];
  const ask = (field: 'isLocal' | 'livesAlone' | 'isAssisted' | 'consent', name: string) => (
    <Field name={name}>
      <Select
        className="full"
        value={String(known[field])}
        options={truths}
        onChange={(it) => setFacts({ ...known, [field]: JSON.parse(it) as boolean | null })}
      />
    </Field>
  );
  return (
    <details>
      <summary>{words.tester}</summary>
      <p className="soft">{words.testerLead}</p>
      <Field name={words.onDay}>
        <DayField value={onDay} onChange={setOnDay} />
      </Field>
      <Field name={words.birthOn}>
        <DayField value={known.birthOn} onChange={(birthOn) => setFacts({ ...known, birthOn })} />
      </Field>
      <Field name={words.about.sex}>
        <Select
          className="full"
          value={known.sex}
          onChange={(sex) => setFacts({ ...known, sex })}
          options={[
            { value: null, label: words.unknown },
            { value: 'f', label: words.female },
            { value: 'm', label: words.male },
          ]}
        />
      </Field>
      {ask('isLocal', words.about.local!)}
      {ask('livesAlone', words.about.alone!)}
      {ask('isAssisted', words.about.assisted!)}
      {ask('consent', words.guardian)}
      {onDay === null ? <p className="notice bad">{words.onDayMissing}</p> : <Verdict rule={rule} facts={{ ...known, onDay }} />}
    </details>
  );
}

/** The answer, and what each condition says. */
function Verdict({ rule, facts }: { readonly rule: EligibilityRule; readonly facts: PersonFacts }) {
  const words = useLabels(ruleLabels);
  const locale = useLocale();
  const { eligible, answers } = judge(rule, facts);
  return (
    <>
      {rule.groups.length === 0 && <p className="notice warn">{words.testerNone}</p>}
      <p className="notice" role="status">
        {words.verdicts[String(eligible)]}
      </p>
      <ul className="plain soft">
        {answers.map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group has no name but its place
          <li key={at}>
            {words.group(at + 1)}：{group.map((it, i) => words.answer(conditionText(rule.groups[at]![i]!, locale), it)).join('；')}
          </li>
        ))}
        {rule.consentUnder14 && <li>{words.guardianSaid(isUnder14(facts), facts.consent)}</li>}
      </ul>
    </>
  );
}

function isUnder14({ birthOn, onDay }: PersonFacts): Truth {
  return birthOn === null ? null : ageOn(birthOn, onDay) < 14;
}
