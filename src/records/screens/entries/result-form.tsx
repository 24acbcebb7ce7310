import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { StoredFile } from '#/ui/api.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { Photos } from '#/ui/photos.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { wholeOf } from '../../rules/entries/amount.ts';
import { entryLabels } from '../../words/entry-labels.ts';
import type { ShownEntry } from './contract.ts';
import { NumberText } from './entry-fields.tsx';
import { oddCount } from './entry-form.tsx';
import { labels } from './labels.ts';

/** 登记结果: how many came, with a picture; the day may have moved. */
export function ResultForm({ entry, onClose }: { readonly entry: ShownEntry; readonly onClose: () => void }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { fields } = entryLabels[locale];
  const { today } = useWorkplace();
  const report = useCommand<unknown, unknown>('records.report-event');
  const [on, setOn] = useState<CivilDate>(entry.on > today ? today : entry.on);
  const signedIn = entry.signedIn;
  const [attended, setAttended] = useState(signedIn === null ? '' : String(signedIn));
  const [certified, setCertified] = useState('');
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const send = () =>
    report.mutateAsync({
      input: {
        entryId: entry.id,
        on,
        attended: signedIn === null ? wholeOf(attended) : null,
        certified: wholeOf(certified),
        evidence: files.map(({ digest }) => digest),
      },
      base: { [`entry:${entry.id}`]: entry.version },
    });
  const odd = oddCount(fields.attended, attended, locale) ?? oddCount(fields.certified, certified, locale);
  return (
    <FormDialog
      act={words.result}
      title={`${words.result}：${entry.title}`}
      onClose={onClose}
      onSend={send}
      why={odd ?? (attended === '' ? words.missing(fields.attended) : null)}
    >
      <Field name={fields.on}>
        <DayField value={on} max={today} onChange={(day) => day && setOn(day)} />
      </Field>
      <div className="two-fields">
        <Field name={fields.attended} hint={signedIn === null ? null : words.fromSignIns}>
          <NumberText value={attended} onText={setAttended} isGiven={signedIn !== null} />
        </Field>
        <Field name={fields.certified} hint={words.dayless}>
          <NumberText value={certified} onText={setCertified} />
        </Field>
      </div>
      <Field name={words.photos}>
        <Photos value={files} onChange={setFiles} />
      </Field>
    </FormDialog>
  );
}
