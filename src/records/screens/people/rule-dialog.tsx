import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { type Condition, type EligibilityRule, openAge, swappedAges } from '../../rules/people/eligibility.ts';
import { ruleText } from '../../words/people/rule.ts';
import type { ShownKind } from './contract.ts';
import { labels } from './labels.ts';
import { ruleLabels } from './rule-labels.ts';
import { RuleTester } from './rule-tester.tsx';
import { useVersion, VersionChoice } from './version-choice.tsx';

const FRESH: Readonly<Record<Condition['about'], Condition>> = {
  age: { about: 'age', least: 7, most: 60 },
  born: { about: 'born', from: '2011-11-10' },
  sex: { about: 'sex', is: 'f' },
  local: { about: 'local' },
  alone: { about: 'alone' },
  assisted: { about: 'assisted' },
};

/** 资格规则 as a form: groups of conditions, no code; tried before it is saved. */
export function RuleDialog({ kind, onClose }: { readonly kind: ShownKind; readonly onClose: () => void }) {
  const words = useLabels(ruleLabels);
  const common = useLabels(labels);
  const set = useCommand<unknown, unknown>('records.set-eligibility');
  const [rule, setRule] = useState<EligibilityRule>(kind.rules.at(-1)?.rule ?? { groups: [[FRESH.age]], consentUnder14: kind.isSensitive });
  const version = useVersion(kind.rules.at(-1));
  const [reason, setReason] = useState('');
  const setGroup = (at: number, group: readonly Condition[]) =>
    setRule({ ...rule, groups: rule.groups.flatMap((it, i) => (i !== at ? [it] : group.length === 0 ? [] : [[...group]])) });
  const empty = [...(version.isDayMissing ? [common.beginsOn] : []), ...(reason.trim().length < 2 ? [common.reason] : [])];
  const faultOf = useRuleFault();
  return (
    <FormDialog
      title={words.title(kind.name)}
      act={common.save}
      why={faultOf(rule) ?? (empty.length > 0 ? common.missing(empty) : null)}
      onClose={onClose}
      onSend={() => set.mutateAsync({ input: { serviceKindId: kind.id, rule, ...version.input, reason } })}
    >
      <p className="soft">{words.lead}</p>
      <div className="records-groups">
        {rule.groups.map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group has no name but its place
          <fieldset key={at}>
            <legend>{words.group(at + 1)}</legend>
            {group.map((condition, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name but its place
              <div key={i} className="actions">
                <ConditionForm of={condition} onChange={(it) => setGroup(at, group.with(i, it))} />
                <Button size="small" onClick={() => setGroup(at, group.toSpliced(i, 1))}>
                  {words.remove}
                </Button>
              </div>
            ))}
            <Button size="small" onClick={() => setGroup(at, [...group, FRESH.age])}>
              {words.addCondition}
            </Button>
          </fieldset>
        ))}
      </div>
      {rule.groups.length === 0 && <p className="notice warn">{words.everybody}</p>}
      <Button size="small" onClick={() => setRule({ ...rule, groups: [...rule.groups, [FRESH.age]] })}>
        {words.addGroup}
      </Button>
      <p>
        <Checkbox checked={rule.consentUnder14} onChange={({ target }) => setRule({ ...rule, consentUnder14: target.checked })}>
          {words.consent}
        </Checkbox>
      </p>
      <RuleTester rule={rule} />
      <PastRules kind={kind} />
      <VersionChoice {...version} first={words.first} />
      <Field name={common.reason} hint={common.reasonHint}>
        <Input value={reason} onChange={({ target }) => setReason(target.value)} aria-label={common.reason} />
      </Field>
    </FormDialog>
  );
}

/** Why a rule cannot be what was meant. */
function useRuleFault(): (rule: EligibilityRule) => string | null {
  const words = useLabels(ruleLabels);
  return (rule) => {
    const open = openAge(rule);
    if (open !== null) return words.openAge(open);
    const [swapped] = swappedAges(rule);
    return swapped === undefined ? null : words.swapped(swapped.group, swapped.least, swapped.most);
  };
}

/** What was the rule before, also what was put right the same day. */
function PastRules({ kind: { pastRules } }: { readonly kind: ShownKind }) {
  const words = useLabels(ruleLabels);
  const locale = useLocale();
  if (pastRules.length === 0) return null;
  return (
    <details>
      <summary>{words.past(pastRules.length)}</summary>
      <ul className="records-imports">
        {pastRules.toReversed().map(({ versionNo, from, rule, reason, setBy, setOn, replacedBy }) => (
          <li key={versionNo} className={replacedBy === null ? '' : 'soft'}>
            {words.pastRule({ versionNo, from, text: ruleText(rule, locale), reason, by: setBy, on: setOn })}
            {replacedBy !== null && words.replacedBy(replacedBy)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function ConditionForm({ of, onChange }: { readonly of: Condition; readonly onChange: (it: Condition) => void }) {
  const words = useLabels(ruleLabels);
  const options = Object.entries(words.about).map(([value, label]) => ({ value, label }));
  return (
    <span>
      <Select
        value={of.about}
        options={options}
        onChange={(about) => onChange(FRESH[about as Condition['about']])}
        style={{ minWidth: 140 }}
      />{' '}
      {of.about === 'age' && (
        <>
          <InputNumber
            aria-label={words.least}
            prefix={words.least}
            value={of.least}
            min={0}
            max={120}
            onChange={(least) => onChange({ ...of, least })}
          />{' '}
          <InputNumber
            aria-label={words.most}
            prefix={words.most}
            value={of.most}
            min={0}
            max={120}
            onChange={(most) => onChange({ ...of, most })}
          />
        </>
      )}
      {of.about === 'born' && <DayField value={of.from as CivilDate} onChange={(from) => from && onChange({ ...of, from })} small />}
      {of.about === 'sex' && (
        <Select
          value={of.is}
          onChange={(is) => onChange({ ...of, is })}
          options={[
            { value: 'f', label: words.female },
            { value: 'm', label: words.male },
          ]}
        />
      )}
    </span>
  );
}
