import { App, InputNumber } from 'antd';
import { useState } from 'react';
import { longDate, number } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { Field, WhyButton } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { DEFAULT_LIGHTS, type LightSettings } from '../rules/lights.ts';
import type { Settings } from './contract.ts';
import './delivery.css';
import { settingLabels } from './setting-labels.ts';
import './settings.css';
import { WhatIf } from './what-if.tsx';

type Name = keyof Omit<LightSettings, 'version'>;
const { version: _, ...DEFAULTS } = DEFAULT_LIGHTS;
const NAMES = Object.keys(DEFAULTS) as readonly Name[];

/** 亮灯标准: the thresholds with their defaults and sources, what a change would do, and every version so far. */
export default function LightSettingsScreen() {
  const words = useLabels(settingLabels);
  const settings = useRead<Settings>('/delivery/settings');
  return (
    <Page title={words.lights} lead={words.lightsLead}>
      <Whole of={settings}>{(it) => <LightsForm key={it.lights.version} settings={it} />}</Whole>
    </Page>
  );
}

function LightsForm({ settings: { lights, lightHistory } }: { readonly settings: Settings }) {
  const words = useLabels(settingLabels);
  const [typed, setTyped] = useState<LightSettings>(lights);
  const thresholds = Object.fromEntries(NAMES.map((name) => [name, typed[name]]));
  const asked = new URLSearchParams(NAMES.map((name) => [name, String(typed[name])])).toString();
  return (
    <>
      <p className="soft">{lights.version === 0 ? words.isDefault : words.version(lights.version)}</p>
      <div className="thresholds">
        {NAMES.map((name) => (
          <Field key={name} name={words.thresholds[name]} hint={words.defaultIs(number(DEFAULT_LIGHTS[name], 2))}>
            <InputNumber
              value={typed[name]}
              min={0}
              step={name.endsWith('Tspi') || name === 'forecastShare' ? 0.05 : 1}
              onChange={(value) => setTyped({ ...typed, [name]: value ?? DEFAULT_LIGHTS[name] })}
            />
          </Field>
        ))}
      </div>
      <p className="soft">{words.defaultSource}</p>
      <WhatIf query={`thresholds=${encodeURIComponent(asked)}`} />
      <SaveLights thresholds={thresholds} />
      <Section title={words.history}>
        <LightHistory history={lightHistory} />
      </Section>
    </>
  );
}

function SaveLights({ thresholds }: { readonly thresholds: Readonly<Record<string, number>> }) {
  const words = useLabels(settingLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const set = useCommand<unknown, unknown>('delivery.set-light-settings');
  const [source, setSource] = useState('');
  const save = () =>
    set
      .mutateAsync({ input: { thresholds, source } })
      .then(() => message.success(words.saved))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <div className="save-setting">
      <Field name={words.source}>
        <GrowText value={source} onText={setSource} placeholder={words.sourceHint} />
      </Field>
      <WhyButton type="primary" loading={set.isPending} why={source.trim().length < 2 ? words.source : null} onClick={save}>
        {words.save}
      </WhyButton>
    </div>
  );
}

/** Who set what, when and on what ground, each version against the one before it. */
function LightHistory({ history }: { readonly history: Settings['lightHistory'] }) {
  const words = useLabels(settingLabels);
  const locale = useLocale();
  if (history.length === 0) return <p className="soft">{words.noHistory}</p>;
  return (
    <ol className="setting-history">
      {history.map(({ settings, source, setBy, setOn }, i) => {
        const before = history[i + 1]?.settings ?? DEFAULT_LIGHTS;
        const changes = NAMES.filter((name) => settings[name] !== before[name]).map((name) =>
          words.fromTo(words.thresholds[name], number(before[name], 2), number(settings[name], 2)),
        );
        return (
          <li key={settings.version}>
            <b>{words.version(settings.version)}</b> · {longDate(setOn, locale)} · {setBy} · {source}
            <p className="soft">{changes.length > 0 ? changes.join('；') : words.unchangedValues}</p>
          </li>
        );
      })}
    </ol>
  );
}
