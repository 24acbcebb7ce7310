import { Button, InputNumber, Select } from 'antd';
import { LINK_TYPES } from '#/kernel/schedule/network.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { following, type TemplateLink, type TemplateStep } from '../rules/template.ts';
import { linkNames } from '../words/schedule.ts';
import './schedule.css';
import { labels } from './template-labels.ts';

type Steps = readonly Pick<TemplateStep, 'name'>[];
type LinksProps = {
  readonly steps: readonly TemplateStep[];
  readonly at: number;
  readonly onChange: (after: readonly TemplateLink[]) => void;
};

/** Which earlier steps a step goes by, in which way, and after how many of its own working days. */
export function TemplateLinks({ steps, at, onChange }: LinksProps) {
  const words = useLabels(labels);
  const names = linkNames[useLocale()];
  const { after } = steps[at]!;
  const set = (i: number, change: Partial<TemplateLink>) => onChange(after.map((it, j) => (i === j ? { ...it, ...change } : it)));
  const earlier = steps.slice(0, at).map((it, i) => ({ value: i, label: `${i + 1}. ${it.name}` }));
  return (
    <div className="field">
      <span className="name">{words.after}</span>
      {after.map((link, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same until they are corrected
        <div className="link-row" key={i}>
          <Select aria-label={words.after} value={link.step} onChange={(step) => set(i, { step })} options={earlier} />
          <Select
            aria-label={words.linkType}
            value={link.type}
            onChange={(type) => set(i, { type })}
            options={LINK_TYPES.map((value) => ({ value, label: names[value] }))}
          />
          <InputNumber
            aria-label={words.lag}
            title={words.lag}
            suffix={words.dayUnit}
            min={-1000}
            max={1000}
            value={link.lag}
            onChange={(lag) => set(i, { lag: lag ?? 0 })}
          />
          <Button onClick={() => onChange(after.toSpliced(i, 1))}>{words.dropLink}</Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...after, following(at - 1)])}>
        {words.addLink}
      </Button>
    </div>
  );
}

/** Said where a step does more than follow the one before it. */
export function LinkNote({ steps, at, after }: { readonly steps: Steps; readonly at: number; readonly after: TemplateStep['after'] }) {
  const words = useLabels(labels);
  const names = linkNames[useLocale()];
  const isPlain = after.length === 1 && after[0]!.step === at - 1 && after[0]!.type === 'FS' && after[0]!.lag === 0;
  if (at === 0 || isPlain) return null;
  if (after.length === 0) return <small className="soft"> {words.goesByNone}</small>;
  return (
    <small className="soft"> {after.map(({ step, type, lag }) => words.goesBy(steps[step]!.name, names[type], lag)).join('；')}</small>
  );
}
