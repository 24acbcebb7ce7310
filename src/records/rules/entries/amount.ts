import { accept, type Result, refuse } from '#/kernel/result.ts';
import { plain } from '../people/spelled.ts';

/** One trillion yuan, far above any payment of a district: what is larger was mistyped. 来源: 自定. */
export const MOST_FEN = 1e14;

export type AmountRefusal =
  | { readonly kind: 'amount-odd'; readonly text: string }
  | { readonly kind: 'amount-zero' }
  | { readonly kind: 'amount-too-large'; readonly mostYuan: number };

/** As people write it, 1,200 too, but not 12,00, where a comma may have been meant as a point. */
const DIGITS = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,3}))?$/;

function readDigits(text: string, mostDecimals: number): { readonly whole: string; readonly decimals: string } | null {
  const found = DIGITS.exec(plain(text));
  const decimals = found?.[1] ?? '';
  return found === null || decimals.length > mostDecimals ? null : { whole: found[0].split('.')[0]!.replaceAll(',', ''), decimals };
}

/** A whole number; null is none. */
export function wholeOf(text: string): number | null {
  const read = readDigits(text, 0);
  return read === null ? null : Number(read.whole);
}

/** A quantity with at most three decimals; null is none. */
export function quantityOf(text: string): number | null {
  const read = readDigits(text, 3);
  return read === null ? null : Number(`${read.whole}.${read.decimals}`);
}

/** 元 with at most two decimals, as whole fen: 12.30 is 1230 and no float ever. */
export function readAmount(typed: string): Result<number, AmountRefusal> {
  const read = readDigits(plain(typed).replace(/元$/, ''), 2);
  if (read === null) return refuse({ kind: 'amount-odd', text: typed.trim() });
  const fen = Number(read.whole) * 100 + Number(read.decimals.padEnd(2, '0'));
  if (fen === 0) return refuse({ kind: 'amount-zero' });
  return fen > MOST_FEN ? refuse({ kind: 'amount-too-large', mostYuan: MOST_FEN / 100 }) : accept(fen);
}
