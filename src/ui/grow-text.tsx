import { type TextareaHTMLAttributes, useLayoutEffect, useRef } from 'react';

type GrowTextProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> & {
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly isWrong?: boolean;
};

/** A text box as high as its text. (The library's own one measures with an inline style attribute, which the content policy forbids.) */
export function GrowText({ value, onText, isWrong, className, ...rest }: GrowTextProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    node.style.height = 'auto';
    // Not yet shown, as in a dialog that opens: nothing to measure, the rows decide.
    if (node.scrollHeight > 0) node.style.height = `${node.scrollHeight + 2}px`;
  }, [value]);
  return (
    <textarea
      rows={1}
      {...rest}
      ref={box}
      className={`grow-text${isWrong ? ' wrong' : ''} ${className ?? ''}`}
      value={value}
      onChange={({ target }) => onText(target.value)}
    />
  );
}
