import { Input } from 'antd';
import { useLabels } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { type CreditCodeWarning, creditCodeWarning } from '../rules/credit-code.ts';
import { labels } from './labels.ts';

type CreditCodeFieldProps = { readonly value: string; readonly onChange: (code: string) => void; readonly disabled?: boolean };

/** What looks wrong about a code is said beside it and keeps nobody from saving it. */
export function CreditCodeField({ value, onChange, disabled }: CreditCodeFieldProps) {
  const words = useLabels(labels);
  const code = value.trim().toUpperCase();
  const warning = code === '' ? null : creditCodeWarning(code);
  return (
    <Field name={words.creditCode} hint={warning === null ? words.creditCodeHint : null}>
      <Input value={value} maxLength={18} disabled={disabled} spellCheck={false} onChange={({ target }) => onChange(target.value)} />
      {warning && (
        <span className="hint caution" role="status">
          ▲ {warningSentence(warning, words.creditCodeWarning)}
        </span>
      )}
    </Field>
  );
}

function warningSentence(warning: CreditCodeWarning, words: (typeof labels)['zh-CN']['creditCodeWarning']): string {
  switch (warning.kind) {
    case 'credit-code-length':
      return words[warning.kind](warning.length);
    case 'credit-code-sign':
      return words[warning.kind](warning.sign);
    case 'credit-code-check':
      return words[warning.kind](warning.expected);
  }
}
