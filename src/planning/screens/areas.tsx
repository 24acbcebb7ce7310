import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useCommand, useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Section, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay } from '#/ui/session.ts';
import { AREA_KINDS, type Area, type AreaKind, fullName, PARENT_KINDS } from '../rules/area.ts';
import { planningLabels } from '../words/labels.ts';
import { ImportBox } from './import-box.tsx';
import { labels } from './labels.ts';
import { OutlineBox } from './outline-box.tsx';
import './planning.css';

/** 区域和区界 */
export default function Areas() {
  const words = useLabels(labels);
  const mayManage = useMay('planning.manage-areas');
  const areas = useRead<readonly Area[]>('/planning/areas');
  const [open, setOpen] = useState<Area | 'new' | null>(null);
  const add = mayManage && (
    <Button type="primary" onClick={() => setOpen('new')}>
      {words.addArea}
    </Button>
  );
  return (
    <Page title={words.areas} lead={words.areasLead} actions={add}>
      <Whole of={areas}>
        {(rows) => (
          <>
            {rows.length === 0 ? (
              <EmptyState title={words.noAreas} text={words.noAreasText} />
            ) : (
              <AreaTable rows={rows} onOpen={mayManage ? setOpen : null} />
            )}
            {mayManage && (
              <Section title={words.import}>
                <ImportBox of="areas" checkPath="/planning/areas/import/check" command="planning.import-areas" around={{}} />
              </Section>
            )}
            <OutlineBox />
            {open !== null && <AreaForm area={open === 'new' ? null : open} areas={rows} onClose={() => setOpen(null)} />}
          </>
        )}
      </Whole>
    </Page>
  );
}

type TableProps = { readonly rows: readonly Area[]; readonly onOpen: ((area: Area) => void) | null };

function AreaTable({ rows, onOpen }: TableProps) {
  const words = useLabels(labels);
  const kinds = planningLabels[useLocale()].areaKinds;
  const { message } = App.useApp();
  const remove = useCommand<unknown, unknown>('planning.remove-area');
  const [leaving, setLeaving] = useState<Area | null>(null);
  const send = (reason: string) =>
    remove
      .mutateAsync({ input: { areaId: leaving!.id, reason } })
      .then(() => message.success(words.saved))
      .then(() => setLeaving(null));
  return (
    <>
      <DataTable
        rows={rows}
        keyOf={({ id }) => id}
        fileName={words.areas}
        columns={[
          { title: words.name, text: ({ name }) => name },
          { title: words.kind, text: ({ kind }) => kinds[kind], onlyWide: true },
          { title: words.parent, text: ({ parentId }) => fullName(rows, parentId) },
          { title: words.code, text: ({ code }) => code, onlyWide: true },
          {
            title: '',
            text: () => null,
            show: (area) =>
              onOpen && (
                <span className="nowrap">
                  <Button size="small" onClick={() => onOpen(area)}>
                    {words.edit}
                  </Button>{' '}
                  <Button size="small" onClick={() => setLeaving(area)}>
                    {words.remove}
                  </Button>
                </span>
              ),
          },
        ]}
      />
      <ReasonDialog
        open={leaving !== null}
        title={`${words.remove} ${leaving?.name ?? ''}`}
        act={words.remove}
        danger
        onCancel={() => setLeaving(null)}
        onConfirm={send}
      />
    </>
  );
}

type AreaFormProps = { readonly area: Area | null; readonly areas: readonly Area[]; readonly onClose: () => void };

function AreaForm({ area, areas, onClose }: AreaFormProps) {
  const words = useLabels(labels);
  const kinds = planningLabels[useLocale()].areaKinds;
  const save = useCommand<unknown, unknown>(area === null ? 'planning.set-up-area' : 'planning.change-area');
  const [kind, setKind] = useState<AreaKind>(area?.kind ?? 'subdistrict');
  const [name, setName] = useState(area?.name ?? '');
  const [parentId, setParent] = useState<string | null>(area?.parentId ?? null);
  const [code, setCode] = useState(area?.code ?? '');
  const wants = PARENT_KINDS[kind];
  const send = () => {
    const input = { ...(area !== null && { areaId: area.id }), kind, name, parentId: wants.length === 0 ? null : parentId, code };
    return save.mutateAsync({ input, ...(area !== null && { base: { [`area:${area.id}`]: area.version } }) });
  };
  return (
    <FormDialog act={words.save} title={area === null ? words.addArea : words.edit} onClose={onClose} onSend={send}>
      <Field name={words.kind}>
        <Select className="full" value={kind} onChange={setKind} options={AREA_KINDS.map((value) => ({ value, label: kinds[value] }))} />
      </Field>
      <Field name={words.name}>
        <Input value={name} onChange={({ target }) => setName(target.value)} minLength={2} maxLength={40} required />
      </Field>
      {wants.length > 0 && (
        <Field name={words.parent}>
          <Select
            className="full"
            showSearch={{ optionFilterProp: 'label' }}
            value={parentId}
            onChange={setParent}
            options={areas.filter((it) => wants.includes(it.kind)).map((it) => ({ value: it.id, label: fullName(areas, it.id) }))}
          />
        </Field>
      )}
      {kind !== 'estate' && (
        <Field name={words.code} hint={words.codeHint}>
          <Input value={code} onChange={({ target }) => setCode(target.value)} inputMode="numeric" maxLength={12} />
        </Field>
      )}
    </FormDialog>
  );
}
