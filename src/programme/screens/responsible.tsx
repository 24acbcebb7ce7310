import { App, Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { longDate } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { Programme, Project } from '../rules/programme.ts';
import type { Responsible, ResponsibleChange } from '../rules/responsible.ts';

const zh = {
  lead: '牵头单位',
  supporting: '配合单位',
  name: '定牵头单位',
  change: '改责任单位',
  reason: '依据或原因',
  reasonHint: '例：责任分解方案、机构改革后职责划转',
  saved: '已记录。今后由它报送；已报的数不变，仍记在原单位名下。',
  choose: '选单位',
  was: '原为',
  toUnits: '没有要选的单位？到“单位和岗位”里加上',
  none: '未定',
};
const en: typeof zh = {
  lead: 'Lead unit',
  supporting: 'Supporting units',
  name: 'Name the lead unit',
  change: 'Change units',
  reason: 'Grounds',
  reasonHint: 'e.g. the plan that assigns the work, or a reform of the departments',
  saved: 'Recorded. From now on this unit reports; what was reported stays under the unit that did.',
  choose: 'Choose a unit',
  was: 'before',
  toUnits: 'The unit is missing? Add it under “Units and posts”',
  none: 'not named yet',
};
const labels = { 'zh-CN': zh, en };

type KnownUnit = { readonly id: string; readonly name: string; readonly isActive: boolean };
/** `GET /programme/responsible` */
export type ResponsibleView = { readonly history: readonly ResponsibleChange[]; readonly units: readonly KnownUnit[] };

/** Only of a frozen list: in a draft the units are named in the draft itself. */
export function useResponsible({ id, state }: Programme): ResponsibleView | null {
  return useRead<ResponsibleView>(state === 'frozen' ? `/programme/responsible?programmeId=${id}` : null).data ?? null;
}

type LineProps = { readonly project: Project; readonly view: ResponsibleView };

/** Who leads and who supports, what was before and why it changed, and a way to name a unit that the list left open. */
export function ResponsibleLine({ project, view }: LineProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const may = useMay('programme.set-responsible-units');
  const [isOpen, setOpen] = useState(false);
  const textOf = ({ leadUnitId, supportingUnitIds }: Responsible) =>
    [nameIn(view, leadUnitId) ?? words.none, ...supportingUnitIds.map((id) => nameIn(view, id))].join('、');
  const supporting = project.supportingUnitIds.map((id) => nameIn(view, id));
  return (
    <div className="overseeing">
      <span className="soft">{words.lead}：</span>
      {nameIn(view, project.leadUnitId) ?? words.none}
      {supporting.length > 0 && (
        <>
          {' '}
          <span className="soft">{words.supporting}：</span>
          {supporting.join('、')}
        </>
      )}
      {may && (
        <Button size="small" type="link" onClick={() => setOpen(true)}>
          {project.leadUnitId === null ? words.name : words.change}
        </Button>
      )}
      {view.history
        .filter((it) => it.projectId === project.id)
        .map((it) => (
          <p key={it.position} className="soft">
            {longDate(it.setOn, locale)} {it.setBy}：{words.was} {textOf(it.before)}；{it.reason}
          </p>
        ))}
      {isOpen && <ResponsibleDialog project={project} view={view} onClose={() => setOpen(false)} />}
    </div>
  );
}

function ResponsibleDialog({ project, view, onClose }: LineProps & { readonly onClose: () => void }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { district } = useWorkplace();
  const { message } = App.useApp();
  const set = useCommand<unknown, unknown>('programme.set-responsible-units');
  const [leadUnitId, setLead] = useState(project.leadUnitId);
  const [supportingUnitIds, setSupporting] = useState<readonly string[]>(project.supportingUnitIds);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const changesSeen = view.history.filter((it) => it.projectId === project.id).length;
  const options = view.units
    .filter((it) => it.isActive || it.id === leadUnitId || supportingUnitIds.includes(it.id))
    .map(({ id, name }) => ({ value: id, label: name }));
  const send = () =>
    set
      .mutateAsync({ input: { projectId: project.id, leadUnitId, supportingUnitIds, reason, changesSeen } })
      .then(() => {
        message.success(words.saved, 6);
        onClose();
      })
      .catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
  const title = project.leadUnitId === null ? words.name : words.change;
  return (
    <Modal
      open
      title={title}
      okText={title}
      onOk={send}
      onCancel={onClose}
      confirmLoading={set.isPending}
      okButtonProps={{ disabled: leadUnitId === null || reason.trim().length < 2 }}
    >
      <Field name={words.lead}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={words.choose}
          aria-label={words.lead}
          value={leadUnitId}
          options={options}
          onChange={setLead}
          style={{ width: '100%' }}
        />
      </Field>
      <Field name={words.supporting}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={words.choose}
          aria-label={words.supporting}
          value={[...supportingUnitIds]}
          options={options.filter(({ value }) => value !== leadUnitId)}
          onChange={setSupporting}
          style={{ width: '100%' }}
        />
      </Field>
      <Field name={words.reason} fault={fault}>
        <GrowText rows={2} value={reason} placeholder={words.reasonHint} onText={setReason} />
      </Field>
      <p className="soft">
        <Link to={`/${district}/organisation`}>{words.toUnits}</Link>
      </p>
    </Modal>
  );
}

function nameIn({ units }: ResponsibleView, id: string | null): string | null {
  return units.find((it) => it.id === id)?.name ?? null;
}
