import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import type { StoredFile } from '#/ui/api.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { Photos } from '#/ui/photos.tsx';
import type { OnSiteAnswer } from './contract.ts';
import { onSiteLabels } from './on-site-labels.ts';

type Said = {
  readonly projectId: string;
  readonly leaderPostId: string;
  readonly place: string;
  readonly matter: string;
  readonly decision: string;
};

/** 记现场办公: who was where, what the matter was, what was settled. */
export function RecordOnSite({ of, onClose }: { readonly of: OnSiteAnswer; readonly onClose: () => void }) {
  const words = useLabels(onSiteLabels);
  const [id] = useState(newId);
  const leaders = of.posts.filter(({ kind, holder }) => kind === 'leader' && holder !== null);
  const [said, setSaid] = useState<Said>({
    ...{ projectId: '', leaderPostId: leaders.length === 1 ? leaders[0]!.id : '', place: '', matter: '', decision: '' },
  });
  const [heldOn, setHeldOn] = useState<CivilDate | null>(of.today);
  const [blockerId, setBlocker] = useState<string | null>(null);
  const [isSolved, setSolved] = useState(true);
  const [present, setPresent] = useState('');
  const [photos, setPhotos] = useState<readonly StoredFile[]>([]);
  const record = useCommand<unknown, unknown>('rhythm.record-on-site');
  const choose = (projectId: string) => (setSaid({ ...said, projectId }), setBlocker(null));
  const isWhole = Object.values(said).every((it) => it.trim() !== '') && heldOn !== null;
  const input = { id, ...said, heldOn, blockerId, isSolved, present, evidence: photos.map(({ digest }) => digest) };
  const blockers = of.blockers.filter(({ projectId }) => projectId === said.projectId);
  return (
    <FormDialog
      title={words.record}
      act={words.record}
      why={isWhole ? null : words.incomplete}
      onClose={onClose}
      onSend={() => record.mutateAsync({ input })}
    >
      <Field name={words.day}>
        <DayField value={heldOn} onChange={setHeldOn} max={of.today} />
      </Field>
      <Field name={words.leader}>
        <Select
          className="full"
          aria-label={words.leader}
          value={said.leaderPostId || null}
          onChange={(leaderPostId) => setSaid({ ...said, leaderPostId })}
          options={leaders.map(({ id: value, title, holder }) => ({ value, label: `${title}（${holder}）` }))}
        />
      </Field>
      <Field name={words.project}>
        <Select
          className="full"
          aria-label={words.project}
          showSearch
          optionFilterProp="label"
          value={said.projectId || null}
          onChange={choose}
          options={of.projects.map(({ id: value, no, name }) => ({ value, label: `${no} ${name}` }))}
        />
      </Field>
      {blockers.length > 0 && (
        <Field name={words.blocker}>
          <Select
            className="full"
            aria-label={words.blocker}
            allowClear
            value={blockerId}
            onChange={(value: string | undefined) => setBlocker(value ?? null)}
            options={blockers.map(({ id: value, title }) => ({ value, label: title }))}
          />
        </Field>
      )}
      <Matter said={said} present={present} onSaid={setSaid} onPresent={setPresent} />
      <Photos value={photos} onChange={setPhotos} />
      <Checkbox checked={isSolved} onChange={({ target }) => setSolved(target.checked)}>
        {words.isSolved}
      </Checkbox>
    </FormDialog>
  );
}

type MatterProps = {
  readonly said: Said;
  readonly present: string;
  readonly onSaid: (said: Said) => void;
  readonly onPresent: (text: string) => void;
};

function Matter({ said, present, onSaid, onPresent: setPresent }: MatterProps) {
  const words = useLabels(onSiteLabels);
  const set = (name: 'place' | 'matter' | 'decision') => (text: string) => onSaid({ ...said, [name]: text });
  return (
    <>
      <Field name={words.place}>
        <Input value={said.place} maxLength={60} onChange={({ target }) => set('place')(target.value)} />
      </Field>
      <Field name={words.matter}>
        <GrowText value={said.matter} maxLength={300} onText={set('matter')} />
      </Field>
      <Field name={words.decision}>
        <GrowText value={said.decision} maxLength={500} onText={set('decision')} />
      </Field>
      <Field name={words.present}>
        <Input value={present} maxLength={300} onChange={({ target }) => setPresent(target.value)} />
      </Field>
    </>
  );
}
