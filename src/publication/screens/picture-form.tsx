import { Checkbox, Input, Radio } from 'antd';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { pictureWords } from '../picture-words.ts';
import {
  MUST_HIDE,
  type MustHide,
  PICTURE_PHASES,
  type PictureDecision,
  type PicturePhase,
  type ReleasePicture,
} from '../rules/pictures.ts';
import { pictureLabels } from './picture-labels.ts';

export type PictureForm = Pick<ReleasePicture, 'checks' | 'nothingToCover' | 'phase' | 'caption' | 'alt'>;

/** Texts of an earlier decision are kept; what was seen is asked anew each time. */
export function formOf(current: PictureDecision | null): PictureForm {
  return {
    checks: { faces: null, plates: null, doors: null, children: null },
    nothingToCover: false,
    phase: current?.phase ?? 'after',
    caption: current?.caption ?? '',
    alt: current?.alt ?? '',
  };
}

type FormProps = { readonly form: PictureForm; readonly onChange: (form: PictureForm) => void };

export function Checks({ form, hasBoxes, onChange }: FormProps & { readonly hasBoxes: boolean }) {
  const words = useLabels(pictureLabels);
  const { hidden } = pictureWords[useLocale()];
  const set = (what: MustHide, answer: 'none' | 'covered') => onChange({ ...form, checks: { ...form.checks, [what]: answer } });
  return (
    <>
      <fieldset className="must-hide">
        {MUST_HIDE.map((what) => (
          <div key={what}>
            <span id={`must-hide-${what}`}>{hidden[what]}</span>
            <Radio.Group
              aria-labelledby={`must-hide-${what}`}
              value={form.checks[what]}
              onChange={({ target }) => set(what, target.value as 'none' | 'covered')}
              options={(['none', 'covered'] as const).map((value) => ({ value, label: words.answers[value] }))}
            />
          </div>
        ))}
      </fieldset>
      {!hasBoxes && (
        <Checkbox checked={form.nothingToCover} onChange={({ target }) => onChange({ ...form, nothingToCover: target.checked })}>
          {words.nothing}
        </Checkbox>
      )}
    </>
  );
}

export function Texts({ form, onChange }: FormProps) {
  const words = useLabels(pictureLabels);
  const { phases } = pictureWords[useLocale()];
  return (
    <>
      <Field name={words.phase}>
        <Radio.Group
          value={form.phase}
          onChange={({ target }) => onChange({ ...form, phase: target.value as PicturePhase })}
          options={PICTURE_PHASES.map((value) => ({ value, label: phases[value] }))}
        />
      </Field>
      <Field name={words.caption} hint={words.captionHint}>
        <Input value={form.caption} maxLength={60} onChange={({ target }) => onChange({ ...form, caption: target.value })} />
      </Field>
      <Field name={words.alt} hint={words.altHint}>
        <Input value={form.alt} maxLength={120} onChange={({ target }) => onChange({ ...form, alt: target.value })} />
      </Field>
    </>
  );
}
