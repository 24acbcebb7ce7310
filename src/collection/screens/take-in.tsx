import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { FileDrop } from '#/ui/file-drop.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import './collection.css';
import type { PeriodView } from './contract.ts';
import { labels } from './labels.ts';
import { useDropping } from './use-dropping.ts';

/** Photos as telephones make them, scans, and what offices save; the server looks at the content, not at the name. */
const ACCEPTED = '.xlsx,.docx,.csv,.txt,.pdf,.jpg,.jpeg,.png,.webp,.heic';
const LARGEST = 30 * 1024 * 1024;

type TakeInProps = {
  readonly view: PeriodView;
  /** What follows once everything was taken; by default the table that is to be confirmed. */
  readonly onTaken?: () => void;
};

/** 收回: returned forms and what lies beside them. A unit hands in its own, today. */
export function TakeIn({ view, onTaken }: TakeInProps) {
  const words = useLabels(labels);
  const { district, today } = useWorkplace();
  const isOffice = useMay('collection.keep-calendar');
  const busy = isOffice ? words.taking : words.handingIn;
  const navigate = useNavigate();
  const [receivedOn, setReceivedOn] = useState<CivilDate>(today);
  const [remarks, setRemarks] = useState<readonly string[]>([]);
  const open = view.batches.find(({ state }) => state === 'open') ?? null;
  const toBatch = (id: string) => navigate(`/${district}/collection/batches/${id}`);
  const about = { programmeId: view.programmeId, period: view.period.id, receivedOn, batchId: open?.id ?? null };
  const { drop, progress } = useDropping(about, (batchId, said) => {
    setRemarks(said);
    if (batchId !== '' && said.length === 0) (onTaken ?? (() => toBatch(batchId)))();
  });
  return (
    <Section title={isOffice ? words.takeIn : words.handIn}>
      {isOffice && (
        <Field name={words.receivedOn} hint={words.receivedHint}>
          <DayField value={receivedOn} max={today} onChange={(day) => day && setReceivedOn(day)} label={words.receivedOn} />
        </Field>
      )}
      <FileDrop
        accept={ACCEPTED}
        title={progress ? busy(progress.done, progress.all) : isOffice ? words.drop : words.dropOwn}
        hint={words.dropHint}
        limitBytes={LARGEST}
        busy={progress !== null}
        onFiles={drop}
      />
      {progress && (
        <p role="status" className="soft">
          {busy(progress.done, progress.all)} <progress value={progress.done} max={progress.all} />
        </p>
      )}
      {remarks.length > 0 && (
        <div className="notice warn" role="alert">
          <b>{words.notTaken(remarks.length)}</b>
          <ul>
            {remarks.map((it) => (
              <li key={it}>{it}</li>
            ))}
          </ul>
        </div>
      )}
      {open && (
        <p className="acts">
          <Button type="primary" onClick={() => toBatch(open.id)}>
            {words.openBatch} · {words.toBatch}
          </Button>
        </p>
      )}
    </Section>
  );
}
