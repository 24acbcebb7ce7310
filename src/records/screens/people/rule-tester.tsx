import { Select } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { type EligibilityRule, judge, type PersonFacts } from '../../rules/people/eligibility.ts';
import { ruleLabels } from './rule-labels.ts';

/** 试一试: the very rule of the server, asked about somebody made up. */
export function RuleTester({ rule }: { readonly rule: EligibilityRule }) {
  const words = useLabels(ruleLabels);
  const { today } = useWorkplace();
  const [facts, setFacts] = useState<PersonFacts>({
    onDay: today,
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
        value={String(facts[field])}
        options={truths}
        onChange={(it) => setFacts({ ...facts, [field]: JSON.parse(it) as boolean | null })}
      />
    </Field>
  );
  const { eligible } = judge(rule, facts);
  return (
    <details>
      <summary>{words.tester}</summary>
      <p className="soft">{words.testerLead}</p>
      <Field name={words.onDay}>
        <DayField value={facts.onDay} onChange={(onDay) => onDay && setFacts({ ...facts, onDay })} />
      </Field>
      <Field name={words.birthOn}>
        <DayField value={facts.birthOn as CivilDate | null} onChange={(birthOn) => setFacts({ ...facts, birthOn })} />
      </Field>
      <Field name={words.about.sex}>
        <Select
          className="full"
          value={facts.sex}
          onChange={(sex) => setFacts({ ...facts, sex })}
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
      {ask('consent', words.consent)}
      <p className="notice" role="status">
        {words.verdicts[String(eligible)]}
      </p>
    </details>
  );
}
