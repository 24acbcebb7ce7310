import type { Download } from '#/platform/module.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PAGE = 'text/html; charset=utf-8';

export const word = (bytes: Buffer, name: string): Download => ({ bytes, mediaType: DOCX, fileName: `${name}.docx` });
export const excel = (bytes: Buffer, name: string): Download => ({ bytes, mediaType: XLSX, fileName: `${name}.xlsx` });

/** A page that is printed from the browser. */
export const page = (text: string, name: string): Download => ({
  bytes: Buffer.from(text),
  mediaType: PAGE,
  fileName: `${name}.html`,
  inline: true,
});
