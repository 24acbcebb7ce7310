import { App, Button } from 'antd';
import { useState } from 'react';
import { useCommand, useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay } from '#/ui/session.ts';
import type { WorkTemplate } from '../rules/template.ts';
import { templateKinds } from '../words/templates.ts';
import { TemplateForm } from './template-form.tsx';
import { labels } from './template-labels.ts';
import { LinkNote } from './template-links.tsx';
import type { TemplatesAnswer } from './templates-contract.ts';
import './planning.css';
import './templates.css';

/** 工序模板: the chains in force, and what was set before. */
export default function Templates() {
  const answer = useRead<TemplatesAnswer>('/planning/templates');
  return <Whole of={answer}>{(it) => <Listed answer={it} />}</Whole>;
}

function Listed({ answer }: { readonly answer: TemplatesAnswer }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const may = useMay('planning.set-templates');
  const [open, setOpen] = useState<WorkTemplate | 'new' | null>(null);
  const [leaving, setLeaving] = useState<WorkTemplate | null>(null);
  const actions = may && (
    <Button type="primary" onClick={() => setOpen('new')}>
      {words.add}
    </Button>
  );
  return (
    <Page title={words.templates} lead={words.templatesLead} actions={actions}>
      {answer.templates.map((it) => (
        <Section
          key={it.key}
          title={it.title === templateKinds[locale][it.kind] ? it.title : `${it.title}（${templateKinds[locale][it.kind]}）`}
        >
          <p className="soft">
            {it.versionNo === 0 ? words.builtIn : words.own(it.versionNo)} ·{' '}
            {words.total(
              it.steps.length,
              it.steps.reduce((sum, one) => sum + one.days, 0),
            )}
          </p>
          <ol className="template-steps">
            {it.steps.map((step, i) => (
              <li key={step.name}>
                {step.name} <b>{words.inDays(step.days)}</b>{' '}
                <small className="soft">{answer.calendars[step.calendar]?.title ?? step.calendar}</small>
                {step.legalMinimum && <small className="soft"> {words.legal(step.legalMinimum.days, step.legalMinimum.source)}</small>}
                <LinkNote steps={it.steps} at={i} after={step.after} />
              </li>
            ))}
          </ol>
          {may && (
            <p className="task-acts">
              <Button onClick={() => setOpen(it)}>{words.edit}</Button>
              <Button onClick={() => setLeaving(it)}>{it.versionNo > 0 && isBuiltIn(it) ? words.restore : words.withdraw}</Button>
            </p>
          )}
        </Section>
      ))}
      {answer.versions.length > 0 && (
        <Section title={words.history}>
          <DataTable
            rows={answer.versions}
            keyOf={(it) => `${it.key} ${it.versionNo}`}
            fileName={words.templates}
            columns={[
              { title: words.name, text: (it) => `${it.title} ${words.own(it.versionNo)}` },
              { title: words.reason, text: (it) => it.reason },
              { title: words.save, text: (it) => `${it.setOn} ${it.setBy}`, onlyWide: true },
            ]}
          />
        </Section>
      )}
      {open && <TemplateForm template={open === 'new' ? null : open} answer={answer} onClose={() => setOpen(null)} />}
      {leaving && <Leaving template={leaving} onClose={() => setLeaving(null)} />}
    </Page>
  );
}

const isBuiltIn = ({ key, kind }: WorkTemplate): boolean => key === kind;

function Leaving({ template, onClose }: { readonly template: WorkTemplate; readonly onClose: () => void }) {
  const words = useLabels(labels);
  const { message } = App.useApp();
  const withdraw = useCommand<unknown, unknown>('planning.withdraw-template');
  const act = template.versionNo > 0 && isBuiltIn(template) ? words.restore : words.withdraw;
  const send = (reason: string) =>
    withdraw
      .mutateAsync({ input: { key: template.key, reason } })
      .then(() => message.success(words.saved))
      .then(onClose);
  return <ReasonDialog open title={`${act} ${template.title}`} act={act} hint={words.withdrawHint} onCancel={onClose} onConfirm={send} />;
}
