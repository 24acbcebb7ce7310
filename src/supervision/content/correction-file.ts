import { correctionFileName } from '../words/file-names.ts';

type Corrected = { readonly districtName: string; readonly year: number; readonly month: number };

/** 更正 is saved under the month that it corrects and its number. */
export function correctionFile({ districtName, year, month }: Corrected, no: number): string {
  return correctionFileName(districtName, year, month, no);
}
