import type { PersonalDataKind } from '#/kernel/privacy-gate.ts';

/** 假造的个人标识: made by counting, with right check digits; they belong to nobody in particular. */
export type Planted = { readonly kind: PersonalDataKind; readonly text: string };

const MAKERS: Readonly<Record<PersonalDataKind, (i: number) => string>> = {
  'id-number': idNumber,
  mobile: (i) => `139${String(10_000_000 + i * 37_013).slice(-8)}`,
  'bank-card': bankCard,
  plate: (i) => `晋B${String(10_000 + i * 137).slice(-5)}`,
  'room-address': (i) => `${1 + (i % 40)}号楼${1 + (i % 6)}单元${100 * (1 + (i % 17)) + (i % 90) + 1}室`,
};
const KINDS = Object.keys(MAKERS) as PersonalDataKind[];

export function identifiers(eachKind: number): readonly Planted[] {
  return KINDS.flatMap((kind) => Array.from({ length: eachKind }, (_, i) => ({ kind, text: MAKERS[kind](i) })));
}

function idNumber(i: number): string {
  const born = new Date(Date.UTC(1950, 0, 1 + i * 97)).toISOString().slice(0, 10).replaceAll('-', '');
  const body = `140214${born}${String(100 + (i % 900))}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}

/** ISO/IEC 7812: the last digit makes the Luhn sum even out. */
function bankCard(i: number): string {
  const body = `622848${String(100_000_000_000 + i * 7_919_001).slice(-12)}`;
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
