import { Button } from 'antd';
import { useState } from 'react';
import { useRead } from '#/ui/data.ts';
import { useLabels } from '#/ui/locale.tsx';
import { Whole } from '#/ui/page.tsx';
import { useYearList } from '#/ui/year-list.tsx';
import type { ChangedLight } from '../rules/preview.ts';
import { settingLabels } from './setting-labels.ts';
import { promiseName, StandingBadge } from './standing.tsx';

/** 会变的灯: what a setting would do to the board before it is set; the board's own arithmetic, nothing stored. */
export function WhatIf({ query }: { readonly query: string }) {
  const words = useLabels(settingLabels);
  const list = useYearList();
  const [asked, setAsked] = useState<string | null>(null);
  const changed = useRead<readonly ChangedLight[]>(asked !== null && list.query ? `/delivery/what-if?${list.query}&${asked}` : null);
  return (
    <div className="what-if">
      <Button onClick={() => setAsked(query)} disabled={list.query === null}>
        {words.preview}
      </Button>
      {asked === query && <Whole of={changed}>{(rows) => <Changed rows={rows} />}</Whole>}
    </div>
  );
}

function Changed({ rows }: { readonly rows: readonly ChangedLight[] }) {
  const words = useLabels(settingLabels);
  if (rows.length === 0) return <p>{words.same}</p>;
  return (
    <>
      <p>{words.changed(rows.length)}</p>
      <ul className="changed-lights">
        {rows.map(({ projectNo, before, after }) => (
          <li key={before.promise.id}>
            <span>
              {projectNo} {promiseName(before.promise)}
            </span>
            <StandingBadge standing={before} />
            <span aria-hidden="true">→</span>
            <StandingBadge standing={after} />
          </li>
        ))}
      </ul>
    </>
  );
}
