import { App, Button } from 'antd';
import { useState } from 'react';
import { longDate } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { DEFAULT_STEPS, type ReviewSteps, type SettingVersion } from '../rules/settings.ts';
import type { Settings } from './contract.ts';
import { settingLabels } from './setting-labels.ts';
import './settings.css';

/** 审核步数 of each unit, with who set it, when and why. */
export default function ReviewSettingsScreen() {
  const words = useLabels(settingLabels);
  const settings = useRead<Settings>('/delivery/settings');
  return (
    <Page title={words.review} lead={words.reviewLead}>
      <Whole of={settings}>{(it) => <StepsOfUnits settings={it} />}</Whole>
    </Page>
  );
}

const stepsIn = ({ value }: SettingVersion): ReviewSteps => ('steps' in value ? value.steps : DEFAULT_STEPS);

function StepsOfUnits({ settings: { units, history } }: { readonly settings: Settings }) {
  const words = useLabels(settingLabels);
  const locale = useLocale();
  const versions = history.filter(({ name }) => name === 'review-steps');
  const of = (unitId: string) => versions.filter(({ subject }) => subject === unitId).toSorted((a, b) => b.version - a.version);
  const nameOf = (unitId: string) => units.find(({ id }) => id === unitId)?.name ?? '';
  return (
    <>
      <ul className="unit-steps">
        {units.map(({ id, name }) => {
          const [newest] = of(id);
          return <UnitSteps key={id} unitId={id} name={name} steps={newest === undefined ? DEFAULT_STEPS : stepsIn(newest)} />;
        })}
      </ul>
      <Section title={words.history}>
        {versions.length === 0 && <p className="soft">{words.noHistory}</p>}
        <ol className="setting-history">
          {versions.map((it) => {
            const before = of(it.subject).find(({ version }) => version === it.version - 1);
            const from = words.steps[before === undefined ? DEFAULT_STEPS : stepsIn(before)];
            return (
              <li key={`${it.subject}${it.version}`}>
                {words.fromTo(nameOf(it.subject), from, words.steps[stepsIn(it)])} · {longDate(it.setOn, locale)} · {it.setBy}
                <span className="soft"> · {it.reason}</span>
              </li>
            );
          })}
        </ol>
      </Section>
    </>
  );
}

type UnitStepsProps = { readonly unitId: string; readonly name: string; readonly steps: ReviewSteps };

function UnitSteps({ unitId, name, steps }: UnitStepsProps) {
  const words = useLabels(settingLabels);
  const { message } = App.useApp();
  const set = useCommand<unknown, unknown>('delivery.set-review-steps');
  const [isAsking, setAsking] = useState(false);
  const other = steps === 1 ? 2 : 1;
  return (
    <li>
      <b>{name}</b>
      <span>{words.steps[steps]}</span>
      <Button size="small" onClick={() => setAsking(true)}>
        {words.setTo(words.steps[other])}
      </Button>
      <ReasonDialog
        open={isAsking}
        title={`${name}：${words.setTo(words.steps[other])}`}
        act={words.setTo(words.steps[other])}
        hint={words.reasonHint}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) =>
          set.mutateAsync({ input: { unitId, steps: other, reason } }).then(() => {
            message.success(words.saved);
            setAsking(false);
          })
        }
      />
    </li>
  );
}
