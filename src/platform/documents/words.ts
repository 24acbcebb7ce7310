import { type Locale, number } from '#/kernel/format.ts';
import type { ReadRefusal } from './refusal.ts';

type Kind = ReadRefusal['kind'];
type Of<K extends Kind> = Extract<ReadRefusal, { kind: K }>;
type Sentences = { readonly [K in Kind]: (facts: Of<K>) => string };

const megabytes = (bytes: number) => number(bytes / 1024 / 1024, 1);

const WAY_OUT = '请在 WPS 或 Word 中打开，另存为 .docx（表格另存为 .xlsx）后再上传；也可以打开后复制表格，直接粘贴。';

const OLD_FORMATS: Readonly<Record<Of<'old-format'>['which'], string>> = {
  doc: '旧版 Word 文件（.doc）',
  xls: '旧版 Excel 文件（.xls）',
  ppt: '旧版演示文稿（.ppt）',
  wps: 'WPS 文字文件（.wps）',
  et: 'WPS 表格文件（.et）',
  dps: 'WPS 演示文件（.dps）',
  rtf: 'RTF 文件',
  xml: '旧版网页或 XML 格式的办公文件',
  ole: '旧版办公文件',
};

const OTHER_FORMATS: Readonly<Record<Of<'not-a-document'>['looksLike'], string>> = {
  archive: '这是压缩包。请解压后上传其中的 .docx 或 .xlsx 文件。',
  ofd: '这是 OFD 版式文件，读不出表格。请上传排版前的 .docx 或 .xlsx 文件，或复制其中的文字粘贴。',
  odt: `这是 ODT 文件。${WAY_OUT}`,
  ods: `这是 ODF 文件。${WAY_OUT}`,
  pptx: '这是演示文稿。请复制其中的表格或文字，直接粘贴。',
  xlsb: `这是二进制工作簿（.xlsb）。${WAY_OUT}`,
  program: '这是程序，不是文档，不能上传。',
  unknown: `认不出这个文件的格式。${WAY_OUT}`,
};

const zh: Sentences = {
  empty: () => '文件里没有文字。请确认选对了文件，且内容不是图片。',
  'too-large': ({ bytes, limit }) =>
    `文件有 ${megabytes(bytes)} MB，超过 ${megabytes(limit)} MB 的上限。请删去其中的图片后另存，或只复制表格粘贴。`,
  'too-many-cells': ({ limit }) => `表格过大，有内容的单元格超过 ${number(limit)} 个。请只保留清单所在的工作表后另存，或只复制清单粘贴。`,
  encrypted: () => '文件设有打开密码，读不出内容。请在 WPS 或 Word 中取消密码，另存为 .docx 或 .xlsx 后再上传。',
  'old-format': ({ which }) => `这是${OLD_FORMATS[which]}，暂不能读取。${WAY_OUT}`,
  pdf: () => '这是 PDF 文件，读不出表格。请上传排版前的 .docx 或 .xlsx 文件，或复制其中的文字粘贴。',
  picture: () => '这是图片，读不出文字。请上传 .docx 或 .xlsx 文件，或粘贴文字。',
  macros: () => '文件带有宏程序，为安全起见暂不打开。请在 WPS 或 Word 中另存为不含宏的 .docx 或 .xlsx 后再上传。',
  bomb: () => '文件展开后异常庞大，已停止读取。请在 WPS 或 Word 中新建文档，只粘贴清单内容，另存后再上传。',
  'external-entities': ({ part }) => `文件中（${part}）带有指向外部的定义，为安全起见暂不打开。${WAY_OUT}`,
  'not-a-document': ({ looksLike }) => OTHER_FORMATS[looksLike],
  damaged: ({ part }) => `文件已损坏${part === null ? '' : `（${part}）`}，没有读入任何内容。请在 WPS 或 Word 中打开修复后另存，再上传。`,
  timeout: ({ seconds }) => `读取超过 ${seconds} 秒，已停止，没有读入任何内容。请只保留清单所在的页或工作表后另存，再上传。`,
  classified: ({ mark }) =>
    `文件标有密级“${mark}”。本系统为非涉密系统，严禁存储、处理、传输涉密信息；文件未读取、未保存，请按保密规定处理。`,
};

const WAY_OUT_EN = 'Open it in WPS or Word, save it as .docx (a sheet as .xlsx) and upload that; or copy the table and paste it here.';

const OLD_FORMATS_EN: Readonly<Record<Of<'old-format'>['which'], string>> = {
  doc: 'an old Word file (.doc)',
  xls: 'an old Excel file (.xls)',
  ppt: 'an old presentation (.ppt)',
  wps: 'a WPS text file (.wps)',
  et: 'a WPS spreadsheet (.et)',
  dps: 'a WPS presentation (.dps)',
  rtf: 'an RTF file',
  xml: 'an office file in an old web or XML format',
  ole: 'an old office file',
};

const OTHER_FORMATS_EN: Readonly<Record<Of<'not-a-document'>['looksLike'], string>> = {
  archive: 'This is an archive. Unpack it and upload the .docx or .xlsx inside.',
  ofd: 'This is an OFD layout file; tables cannot be read from it. Upload the .docx or .xlsx it was made from, or copy its text and paste it.',
  odt: `This is an ODT file. ${WAY_OUT_EN}`,
  ods: `This is an ODF file. ${WAY_OUT_EN}`,
  pptx: 'This is a presentation. Copy its table or text and paste it here.',
  xlsb: `This is a binary workbook (.xlsb). ${WAY_OUT_EN}`,
  program: 'This is a program, not a document, and cannot be uploaded.',
  unknown: `The format of this file is not known. ${WAY_OUT_EN}`,
};

const en: Sentences = {
  empty: () => 'The file holds no text. Check that it is the right file and that its content is not a picture.',
  'too-large': ({ bytes, limit }) =>
    `The file has ${megabytes(bytes)} MB, over the limit of ${megabytes(limit)} MB. Save it without its pictures, or copy only the table and paste it.`,
  'too-many-cells': ({ limit }) =>
    `The table has more than ${number(limit)} filled cells. Keep only the sheet with the list, or copy only the list and paste it.`,
  encrypted: () => 'The file is locked with a password. Remove it in WPS or Word, save as .docx or .xlsx and upload again.',
  'old-format': ({ which }) => `This is ${OLD_FORMATS_EN[which]}, which cannot be read yet. ${WAY_OUT_EN}`,
  pdf: () => 'This is a PDF; tables cannot be read from it. Upload the .docx or .xlsx it was made from, or copy its text and paste it.',
  picture: () => 'This is a picture; text cannot be read from it. Upload a .docx or .xlsx, or paste the text.',
  macros: () => 'The file carries macros and is not opened. Save it in WPS or Word as a .docx or .xlsx without macros and upload that.',
  bomb: () =>
    'The file unfolds to an abnormal size; reading was stopped. Paste only the list into a new document, save that and upload it.',
  'external-entities': ({ part }) => `The file (${part}) refers to definitions outside itself and is not opened. ${WAY_OUT_EN}`,
  'not-a-document': ({ looksLike }) => OTHER_FORMATS_EN[looksLike],
  damaged: ({ part }) =>
    `The file is damaged${part === null ? '' : ` (${part})`}; nothing was read. Let WPS or Word repair it, save it and upload again.`,
  timeout: ({ seconds }) =>
    `Reading took more than ${seconds} seconds and was stopped; nothing was read. Keep only the page or sheet with the list and upload again.`,
  classified: ({ mark }) =>
    `The file bears the classification mark “${mark}”. This system must not store, process or transmit classified information; the file was neither read nor kept. Handle it by the secrecy rules.`,
};

const SENTENCES: Readonly<Record<Locale, Sentences>> = { 'zh-CN': zh, en };

/** The sentence for a refused file, with the way out. */
export function wordsOfReadRefusal<K extends Kind>(refusal: Of<K>, locale: Locale = 'zh-CN'): string {
  const sentence = SENTENCES[locale][refusal.kind as K] as (facts: Of<K>) => string;
  return sentence(refusal);
}
