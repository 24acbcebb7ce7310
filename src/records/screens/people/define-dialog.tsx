import { Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { Lists, Promises } from './contract.ts';
import { freshSpec, type SpecDraft, SpecFields, specLacks } from './define-fields.tsx';
import { labels } from './labels.ts';
import { useVersion, VersionChoice } from './version-choice.tsx';

type DefineProps = {
  readonly of: Promises['promises'][number];
  readonly lists: Lists;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** 定口径: which records a promise counts, and what of them. */
export function DefineDialog({ of, lists, onClose, onDone }: DefineProps) {
  const words = useLabels(labels);
  const { today } = useWorkplace();
  const set = useCommand<unknown, unknown>('records.set-definition');
  const before = of.definition?.spec ?? null;
  const [spec, setSpec] = useState<SpecDraft>(before ?? freshSpec('people', { lists, promise: of.promise }));
  const version = useVersion(of.definition ?? undefined);
  const [reason, setReason] = useState('');
  const send = () => set.mutateAsync({ input: { promiseId: of.promise.id, spec, ...version.input, reason } }).then(onDone);
  const lacks = specLacks(spec, of.promise);
  const empty = [...(version.isDayMissing ? [words.beginsOn] : []), ...(reason.trim().length < 2 ? [words.reason] : [])];
  return (
    <FormDialog
      title={`${words.define}：${of.promise.verb}${of.promise.object}`}
      act={words.save}
      why={
        lacks === 'service'
          ? words.noKinds
          : lacks === 'work'
            ? words.noWork
            : lacks === 'of'
              ? words.missing([words.ofWhat])
              : empty.length > 0
                ? words.missing(empty)
                : null
      }
      onClose={onClose}
      onSend={send}
    >
      <SpecFields promise={of.promise} lists={lists} spec={spec} setSpec={setSpec} />
      <VersionChoice {...version} first={words.firstDefinition} max={today} />
      <Field name={words.reason} hint={words.reasonHint}>
        <Input aria-label={words.reason} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
    </FormDialog>
  );
}
