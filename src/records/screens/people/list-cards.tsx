import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { percent } from '#/kernel/format.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { takesSignIns } from '../../rules/people/roster.ts';
import { changeText } from '../../words/people/list-change.ts';
import { ruleText } from '../../words/people/rule.ts';
import type { Lists, ShownImport, ShownKind, ShownRoster } from './contract.ts';
import { ImportDialog } from './import-dialog.tsx';
import { labels } from './labels.ts';
import { KindDialog, RosterDialog } from './list-dialogs.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { ShareDialog } from './share-dialog.tsx';

export function KindCard({ kind, lists }: { readonly kind: ShownKind; readonly lists: Lists }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const mayDefine = useMay('records.define');
  const maySign = useMay('records.sign-in');
  const [open, setOpen] = useState<'rule' | 'import' | 'share' | 'correct' | null>(null);
  const rule = kind.rules.at(-1);
  const go = (where: string) => () => navigate(`/${district}/records/${where}/${kind.id}`);
  return (
    <article className="records-card" aria-label={kind.name}>
      <h3>{kind.name}</h3>
      <p className="soft">{lists.units.find((it) => it.id === kind.unitId)?.name}</p>
      <p>
        {rule === undefined ? (kind.isSensitive ? words.noRuleSensitive : words.noRule) : `${words.rule}：${ruleText(rule.rule, locale)}`}
      </p>
      <p className="soft">{words.shareSaid(percent(kind.duplicatesMost))}</p>
      <Changes changes={kind.changes} />
      <Imports imports={kind.imports} />
      <div className="actions">
        {kind.isOwn && (
          <Button type="primary" onClick={() => setOpen('import')}>
            {words.import}
          </Button>
        )}
        {kind.isOwn && maySign && takesSignIns(kind) && <Button onClick={go('sign-in')}>{words.signIn}</Button>}
        {kind.isOwn && <Button onClick={go('duplicates')}>{words.duplicates(kind.openDuplicates)}</Button>}
        {kind.isOwn && kind.doses > 1 && <Button onClick={go('doses')}>{words.dosesDue}</Button>}
        {mayDefine && <Button onClick={() => setOpen('rule')}>{words.setRule}</Button>}
        {mayDefine && <Button onClick={() => setOpen('share')}>{words.setShare}</Button>}
        {(kind.isOwn || mayDefine) && <Button onClick={() => setOpen('correct')}>{words.change}</Button>}
      </div>
      {open === 'rule' && <RuleDialog kind={kind} onClose={() => setOpen(null)} />}
      {open === 'share' && <ShareDialog kind={kind} onClose={() => setOpen(null)} />}
      {open === 'correct' && <KindDialog lists={lists} kind={kind} onClose={() => setOpen(null)} />}
      {open === 'import' && <ImportDialog target="service" of={kind} onClose={() => setOpen(null)} />}
    </article>
  );
}

export function RosterCard({ roster, lists }: { readonly roster: ShownRoster; readonly lists: Lists }) {
  const words = useLabels(labels);
  const mayDefine = useMay('records.define');
  const [open, setOpen] = useState<'import' | 'correct' | null>(null);
  const { name, unitId, asOf, source, statedCount, isEstimate, count, imports, isOwn } = roster;
  return (
    <article className="records-card" aria-label={name}>
      <h3>{name}</h3>
      <p className="soft">
        {lists.units.find((it) => it.id === unitId)?.name} · {words.asOf} {asOf} · {source}
      </p>
      <p>
        {[count === null ? null : words.listed(count), statedCount === null ? null : words.stated(statedCount, isEstimate)]
          .filter((it) => it !== null)
          .join(' · ')}
      </p>
      <Changes changes={roster.changes} />
      <Imports imports={imports} />
      <div className="actions">
        {isOwn && <Button onClick={() => setOpen('import')}>{words.import}</Button>}
        {(isOwn || mayDefine) && <Button onClick={() => setOpen('correct')}>{words.change}</Button>}
      </div>
      {open === 'import' && <ImportDialog target="roster" of={roster} onClose={() => setOpen(null)} />}
      {open === 'correct' && <RosterDialog lists={lists} roster={roster} onClose={() => setOpen(null)} />}
    </article>
  );
}

/** What was changed once figures hung on it: when, by whom, what, and why. */
function Changes({ changes }: { readonly changes: ShownKind['changes'] }) {
  const words = useLabels(labels);
  const locale = useLocale();
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>{words.changes(changes.length)}</summary>
      <ul className="records-imports">
        {changes.map((it) => (
          <li key={it.changeNo}>{words.changeSaid(it.changedOn, it.changedBy, changeText(it, locale), it.reason)}</li>
        ))}
      </ul>
    </details>
  );
}

const SHOWN = 5;

/** The last imports, and all that were before when they are asked for. */
function Imports({ imports }: { readonly imports: readonly ShownImport[] }) {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  const [all, setAll] = useState(false);
  if (imports.length === 0) return null;
  const more = imports.length - SHOWN;
  return (
    <>
      <ul className="records-imports">
        {(all ? imports : imports.slice(0, SHOWN)).map((it) => (
          <li key={it.no}>
            <Link to={`/${district}/records/imports/${it.no}`}>{words.importTitle(it.no)}</Link> {it.fileName} · {words.states[it.state]} ·{' '}
            {words.rows(it.rowsTaken)}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.fewerImports : words.moreImports(more)}
        </Button>
      )}
    </>
  );
}
