import { Button } from 'antd';
import { longDate } from '#/kernel/format.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { LightBadge } from '#/ui/parts.tsx';
import type { WallAnswer, WallProject } from './contract.ts';
import { labels } from './labels.ts';
import { ALL, type Open } from './steps.ts';

type ListProps = { readonly view: WallAnswer; readonly open: Open; readonly onOpen: (next: Open) => void };

/** 手机上的挂图: what the drawing says of each project as lines of words; the drawing itself lies below and scrolls in its own box. */
export function PhoneList({ view: { title, asOf, demo, projects }, open, onOpen }: ListProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const shown = projects.find(({ id }) => id === open.project);
  return (
    <div className="wall-list no-print">
      {demo && <p className="soft">{demo}</p>}
      <h2>{title}</h2>
      <p className="soft">{words.asOf(longDate(asOf, locale))}</p>
      {shown !== undefined && <Button onClick={() => onOpen(ALL)}>{words.back}</Button>}
      <ul>
        {(shown === undefined ? projects : [shown]).map((it) => (
          <li key={it.id}>
            <Line of={it} onOpen={shown === undefined ? () => onOpen({ project: it.id, page: 1 }) : null} />
          </li>
        ))}
      </ul>
      <p className="soft">{words.swipe}</p>
    </div>
  );
}

function Line({ of, onOpen }: { readonly of: WallProject; readonly onOpen: (() => void) | null }) {
  const words = useLabels(labels);
  const { no, name, light, line } = of;
  const title = (
    <b>
      {no} {name}
    </b>
  );
  return (
    <>
      <span className="wall-line-head">
        {onOpen === null ? (
          title
        ) : (
          <button type="button" onClick={onOpen}>
            {title}
          </button>
        )}
        <LightBadge light={light} />
      </span>
      <span className={line.isLate ? 'late' : ''}>{line.next || words.notPlanned}</span>
      <small>
        {line.unit} · {line.reported}
        {line.overrun && <b className="late"> {line.overrun}</b>}
      </small>
    </>
  );
}
