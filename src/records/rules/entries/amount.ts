import { accept, type Result, refuse } from '#/kernel/result.ts';

/** One trillion yuan, far above any payment of a district: what is larger was mistyped. 来源: 自定. */
export const MOST_FEN = 1e14;

export type AmountRefusal =
  | { readonly kind: 'amount-odd'; readonly text: string }
  | { readonly kind: 'amount-zero' }
  | { readonly kind: 'amount-too-large'; readonly mostYuan: number };

/** A whole number as people write it, 1,200 too; null is none. */
export const wholeOf = (text: string): number | null => (/^[\d,]*\d$/.test(text) ? Number(text.replaceAll(',', '')) : null);

/** A quantity with at most three decimals; null is none. */
export const quantityOf = (text: string): number | null => (/^[\d,]*\d(\.\d{1,3})?$/.test(text) ? Number(text.replaceAll(',', '')) : null);

/** 元 with at most two decimals, as whole fen: 12.30 is 1230 and no float ever. */
export function readAmount(typed: string): Result<number, AmountRefusal> {
  const text = typed.trim();
  const found = /^([\d,]+)(?:\.(\d{1,2}))?$/.exec(text.replace(/元$/, ''));
  if (found === null) return refuse({ kind: 'amount-odd', text });
  const fen = Number(found[1]!.replaceAll(',', '')) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
  if (fen === 0) return refuse({ kind: 'amount-zero' });
  return fen > MOST_FEN ? refuse({ kind: 'amount-too-large', mostYuan: MOST_FEN / 100 }) : accept(fen);
}
