import { Input, Select } from 'antd';
import { useState } from 'react';
import { useCommand, useRead } from '#/ui/data.ts';
import { FileDrop } from '#/ui/file-drop.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { COORDINATE_SYSTEMS, type CoordinateSystem } from '../rules/geometry.ts';
import { planningLabels } from '../words/labels.ts';
import type { OutlineAnswer } from './contract.ts';
import { labels } from './labels.ts';

/** 区界, as the district supplies it. */
export function OutlineBox() {
  const words = useLabels(labels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const mayManage = useMay('planning.manage-areas');
  const outline = useRead<OutlineAnswer>('/planning/outline').data?.outline ?? null;
  const set = useCommand<unknown, unknown>('planning.set-outline');
  const [source, setSource] = useState('');
  const [reviewNo, setReviewNo] = useState('');
  const [capturedIn, setSystem] = useState<CoordinateSystem>('wgs84');
  const [said, setSaid] = useState<string | null>(null);
  const take = (file: File) =>
    api
      .upload(file, file.name)
      .then(({ digest }) => set.mutateAsync({ input: { digest, capturedIn, source, reviewNo } }))
      .then(() => setSaid(words.saved))
      .catch((problem: unknown) => setSaid(sentenceOf(problem, locale)));
  return (
    <Section title={words.outline}>
      <p>{outline === null ? words.outlineNone : words.outlineFrom(outline.source, outline.setOn)}</p>
      {mayManage && (
        <>
          <Field name={words.outlineSource} hint={words.outlineSourceFirst}>
            <Input value={source} onChange={({ target }) => setSource(target.value)} maxLength={120} />
          </Field>
          <Field name={words.reviewNo}>
            <Input value={reviewNo} onChange={({ target }) => setReviewNo(target.value)} maxLength={40} />
          </Field>
          <Field name={words.system}>
            <Select
              className="full"
              value={capturedIn}
              onChange={setSystem}
              options={COORDINATE_SYSTEMS.map((value) => ({ value, label: planningLabels[locale].systems[value] }))}
            />
          </Field>
          {source.trim().length >= 2 && <FileDrop accept=".json,.geojson" title={words.outlineDrop} busy={set.isPending} onFile={take} />}
        </>
      )}
      {said && (
        <p className="notice" role="status">
          {said}
        </p>
      )}
    </Section>
  );
}
