import { Button, InputNumber, Select } from 'antd';
import { LINK_TYPES } from '#/kernel/schedule/network.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { uiWords } from '#/ui/words.ts';
import type { ActivityLink, ProjectNetwork } from '../rules/activity.ts';
import { linkNames } from '../words/schedule.ts';
import { scheduleLabels } from './schedule-labels.ts';

type LinkProps = {
  readonly network: ProjectNetwork;
  readonly of: string;
  readonly links: readonly ActivityLink[];
  readonly onChange: (links: readonly ActivityLink[]) => void;
};

/** 搭接: what an activity follows, in which way, after how many days. */
export function LinkRows({ network, of, links, onChange }: LinkProps) {
  const words = useLabels(scheduleLabels);
  const common = useLabels(uiWords);
  const names = linkNames[useLocale()];
  const set = (at: number, change: Partial<ActivityLink>) => onChange(links.map((it, i) => (i === at ? { ...it, ...change } : it)));
  const others = network.activities.filter(({ id }) => id !== of).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="field">
      <span className="name">{words.after}</span>
      {links.map((link, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row without a choice yet has no other name
        <div className="link-row" key={at}>
          <Select
            aria-label={words.after}
            showSearch={{ optionFilterProp: 'label' }}
            value={link.from || null}
            onChange={(from: string) => set(at, { from })}
            options={others}
          />
          <Select
            aria-label={words.linkType}
            value={link.type}
            onChange={(type) => set(at, { type })}
            options={LINK_TYPES.map((value) => ({ value, label: names[value] }))}
          />
          <InputNumber
            aria-label={words.lag}
            title={words.lag}
            suffix={words.lagUnit}
            min={-1000}
            max={1000}
            value={link.lag}
            onChange={(lag) => set(at, { lag: lag ?? 0 })}
          />
          <Button onClick={() => onChange(links.filter((_, i) => i !== at))}>{common.remove}</Button>
        </div>
      ))}
      {others.length > 0 && (
        <Button size="small" onClick={() => onChange([...links, { from: '', to: of, type: 'FS', lag: 0, lagCalendar: null }])}>
          {words.addLink}
        </Button>
      )}
    </div>
  );
}
