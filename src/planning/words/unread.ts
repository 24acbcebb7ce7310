import type { Locale } from '#/kernel/format.ts';

type Sentence = readonly [zh: string, en: string];

const SAVE_AS: Sentence = [
  '请在 WPS 或 Excel 中打开原表，另存为 .xlsx 或 .csv 后再上传。',
  'Open the table in WPS or Excel, save it as .xlsx or .csv, and upload that.',
];
const withWayOut = ([zh, en]: Sentence): Sentence => [`${zh}${SAVE_AS[0]}`, `${en} ${SAVE_AS[1]}`];

/** Why a table is not read, by the kind of the refusal (see `ReadRefusal`). */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  empty: [
    '文件里没有内容。请确认选对了文件，保存后再上传。',
    'There is nothing in the file. Check that it is the right one, save it, and upload it again.',
  ],
  encrypted: ['文件设有密码，无法读取。请去掉密码后再上传。', 'The file is locked with a password. Remove it and upload the file again.'],
  pdf: withWayOut(['这是 PDF 文件，读不出表格。', 'This is a PDF; a table cannot be read from it.']),
  picture: withWayOut(['这是图片，读不出表格。', 'This is a picture; a table cannot be read from it.']),
  damaged: withWayOut(['文件已损坏，没有读入任何内容。', 'The file is damaged; nothing was read.']),
  'not-a-document': withWayOut([
    '这不是表格文件（可能是压缩包、程序或排版文件）。',
    'This is no table, but an archive, a program or a layout.',
  ]),
  classified: [
    '文件带有密级标志，未予读取。非涉密系统，严禁存储、处理、传输涉密信息。',
    'The file bears a classification mark and was not read. This system must not store, process or transmit classified information.',
  ],
};

/** Names under which old files are known by sight; the others are told as such. */
const OLD_NAMES = ['xls', 'et', 'doc', 'wps', 'ppt', 'dps', 'rtf'];

function oldFormat(which: unknown): Sentence {
  const name = OLD_NAMES.find((it) => it === which);
  return [
    `这是旧版格式的文件（${name === undefined ? '如 .xls、.et' : `.${name}`}），不能直接读取。`,
    `This is a file in an old format (${name === undefined ? 'such as .xls' : `.${name}`}).`,
  ];
}

/** A table that cannot be read: what the file is, where that is known, and what to do. */
export function unreadSentence({ why, which }: { readonly why: string; readonly which?: unknown }, locale: Locale = 'zh-CN'): string {
  const unknown: Sentence = ['文件无法读取。', 'The file cannot be read.'];
  const [zh, en] = why === 'old-format' ? withWayOut(oldFormat(which)) : (SENTENCES[why] ?? withWayOut(unknown));
  return locale === 'en' ? en : zh;
}
