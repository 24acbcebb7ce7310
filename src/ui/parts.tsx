import { Button, type ButtonProps, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { type CivilDate, isCivilDate } from '#/kernel/civil-date.ts';
import { bigNumber, longDate, number } from '#/kernel/format.ts';
import { useLabels, useLocale } from './locale.tsx';
import { uiWords } from './words.ts';

const SHAPES = { green: '●', yellow: '▲', red: '■', white: '○', closed: '◆', grey: '◌' } as const;
export type LightCode = keyof typeof SHAPES;

/** 灯: always word, shape and colour, so that it reads in black and white. */
export function LightBadge({ light, count }: { readonly light: LightCode; readonly count?: number }) {
  const words = useLabels(uiWords);
  return (
    <span className={`light ${light}`}>
      <i aria-hidden="true">{SHAPES[light]}</i>
      {words.lights[light]}
      {count === undefined ? '' : ` ${count}`}
    </span>
  );
}

type FigureProps = { readonly value: number | null; readonly unit: string; readonly of?: number | null; readonly approx?: boolean };

/** A figure never stands without its unit; `of` is what it is measured against. */
export function Figure({ value, unit, of, approx }: FigureProps) {
  const locale = useLocale();
  const gap = locale === 'zh-CN' ? '约 ' : 'about ';
  return (
    <span className="figure">
      <b>{value === null ? '—' : number(value)}</b>{' '}
      <small>{of === undefined || of === null ? unit : `/ ${approx ? gap : ''}${bigNumber(of, locale)} ${unit}`}</small>
    </span>
  );
}

/** A button that is off says why, in words beside it on the pointer and to a screen reader. */
export function WhyButton({ why, ...rest }: ButtonProps & { readonly why?: string | null }) {
  if (!why) return <Button {...rest} />;
  return (
    <Tooltip title={why} trigger={['hover', 'focus', 'click']}>
      <span>
        <Button
          {...rest}
          aria-disabled
          aria-description={why}
          className={`${rest.className ?? ''} ant-btn-off`}
          onClick={(event) => event.preventDefault()}
          disabled
        />
      </span>
    </Tooltip>
  );
}

type DayFieldProps = {
  readonly value: CivilDate | null;
  readonly onChange: (day: CivilDate | null) => void;
  readonly min?: CivilDate;
  readonly max?: CivilDate;
  readonly small?: boolean;
  readonly id?: string;
  readonly label?: string;
};

/** The device's own day picker: nothing is faster on a phone. */
export function DayField({ value, onChange, min, max, small, id, label }: DayFieldProps) {
  return (
    <input
      className={small ? 'day small' : 'day'}
      type="date"
      id={id}
      aria-label={label}
      value={value ?? ''}
      min={min}
      max={max}
      onChange={({ target }) => onChange(isCivilDate(target.value) ? target.value : null)}
    />
  );
}

export function Day({ on }: { readonly on: CivilDate | null }) {
  const locale = useLocale();
  return on ? <time dateTime={on}>{longDate(on, locale)}</time> : <span className="soft">—</span>;
}

type FieldProps = { readonly name: ReactNode; readonly hint?: ReactNode; readonly fault?: string | null; readonly children: ReactNode };

export function Field({ name, hint, fault, children }: FieldProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="field">
      <span className="name">{name}</span>
      {children}
      {hint && <span className="hint">{hint}</span>}
      {fault && (
        <span className="fault" role="alert">
          {fault}
        </span>
      )}
    </label>
  );
}

export function SecrecyBand({ inline }: { readonly inline?: boolean }) {
  const words = useLabels(uiWords);
  return <p className={inline ? 'band secrecy inline' : 'band secrecy'}>{words.secrecy}</p>;
}

/** Our own markup as a string (badges and charts are pure functions). Never given anything that a person typed unescaped. */
export function Markup({ of, className }: { readonly of: string; readonly className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own escaping html`…`
  return <span className={className} dangerouslySetInnerHTML={{ __html: of }} />;
}
