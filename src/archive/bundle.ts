import type { CivilDate } from '#/kernel/civil-date.ts';
import { digestOf } from '#/platform/secrets.ts';
import { pictureWords } from '#/publication/picture-words.ts';
import { catalogueBytes, catalogueSheet, csvBytes, gapBytes, jsonBytes, projectBytes, xlsxBytes } from './documents.ts';
import { type BundleEntry, type Gap, manifestOf, safeName } from './rules/archive.ts';
import { type EvidenceFile, gapsOf, isPictureFile, type ListFile, type ProjectFile } from './rules/facts.ts';
import { sheetsOf } from './tables.ts';

/** A file of a bundle that is made for it, and does not lie in the store yet. */
export type FreshFile = { readonly entry: BundleEntry; readonly bytes: Buffer; readonly mediaType: string };

/** 拟归档内容: every entry in its order, and those of them that were made just now. */
export type Gathered = {
  readonly name: string;
  readonly entries: readonly BundleEntry[];
  readonly fresh: readonly FreshFile[];
  readonly gaps: readonly Gap[];
  readonly size: number;
};

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Puts the papers of a list, or of one row of it, in the order of a volume. */
export async function gather(list: ListFile, withOriginals: boolean): Promise<Gathered> {
  const { programme, projects } = list;
  const gaps = gapsOf(list, withOriginals);
  const single = projects.length === 1 ? projects[0]! : null;
  const name = safeName(
    single === null ? `${programme.title}归档` : `${programme.year}年第${single.project.no}件${single.project.name}归档`,
  );
  const shelf = makeShelf(list);
  listPapers(shelf, list);
  if (withOriginals) for (const entry of incomingEntries(list)) shelf.keep(entry);
  for (const file of projects) await projectPapers(shelf, { list, file, withOriginals });
  shelf.add('缺项清单.docx', '归档缺项清单', DOCX, await gapBytes(list, gaps));
  const listed = [...shelf.entries];
  shelf.add('卷内目录.docx', '卷内目录', DOCX, await catalogueBytes(list, listed));
  shelf.add('卷内目录.xlsx', '卷内目录（表格）', XLSX, await xlsxBytes([catalogueSheet(listed)]));
  shelf.add('SHA256SUMS.txt', '校验值清单', 'text/plain', Buffer.from(manifestOf(shelf.entries)));
  return { name, entries: shelf.entries, fresh: shelf.fresh, gaps, size: shelf.entries.reduce((sum, it) => sum + it.size, 0) };
}

/** Where files are laid down one after the other. */
function makeShelf({ officeName, today }: ListFile) {
  const entries: BundleEntry[] = [];
  const fresh: FreshFile[] = [];
  return {
    entries,
    fresh,
    add(
      path: string,
      title: string,
      mediaType: string,
      bytes: Buffer,
      by: { readonly by: string; readonly on: CivilDate } = { by: officeName, on: today },
    ) {
      const entry = { path, title, ...by, digest: digestOf(bytes), size: bytes.length, isOriginal: false };
      entries.push(entry);
      fresh.push({ entry, bytes, mediaType });
    },
    keep: (entry: BundleEntry) => void entries.push(entry),
  };
}
type Shelf = ReturnType<typeof makeShelf>;

function listPapers(shelf: Shelf, { bulletins, editions, officeName }: ListFile): void {
  for (const { year, month, digest, size, asOf } of bulletins) {
    const at = `${year}-${String(month).padStart(2, '0')}`;
    shelf.keep({
      path: `00全部清单/月通报/${at}.docx`,
      title: `${year}年${month}月通报`,
      by: officeName,
      on: asOf,
      digest,
      size,
      isOriginal: false,
    });
  }
  for (const { number, asOf, by, text } of editions) {
    shelf.add(`00全部清单/公开版/第${number}期.json`, `公开版第${number}期（签发内容）`, 'application/json', Buffer.from(text), {
      by,
      on: asOf,
    });
  }
}

const FOLDERS = { scan: '签批件', form: '报送表' } as const;

/** As they came, under names of our own. */
function incomingEntries({ papers }: ListFile): readonly BundleEntry[] {
  return papers
    .filter((it) => it.isThere)
    .map((it, i) => ({
      path: `00全部清单/${FOLDERS[it.kind]}/${String(i + 1).padStart(3, '0')}-${safeName(it.title)}.${extensionOf(it)}`,
      ...{ title: it.title, by: it.by, on: it.on, digest: it.digest, size: it.size },
      isOriginal: true,
    }));
}

type Papers = { readonly list: ListFile; readonly file: ProjectFile; readonly withOriginals: boolean };

async function projectPapers(shelf: Shelf, { list, file, withOriginals }: Papers): Promise<void> {
  const { project } = file;
  const folder = safeName(`${project.no.padStart(2, '0')}${project.name}`);
  const sheets = sheetsOf(file, list);
  shelf.add(`${folder}/项目材料.docx`, `第${project.no}件 ${project.name}（清单、调整、报送单）`, DOCX, await projectBytes(list, file));
  shelf.add(`${folder}/数据.xlsx`, `第${project.no}件 数据（全部表）`, XLSX, await xlsxBytes(sheets));
  shelf.add(
    `${folder}/数据/全部.json`,
    `第${project.no}件 数据（机读）`,
    'application/json',
    jsonBytes({
      project,
      promises: file.promises,
      figures: file.figures,
      checked: file.checked,
      evidence: file.evidence,
      journal: file.journal,
    }),
  );
  for (const sheet of sheets) shelf.add(`${folder}/数据/${sheet.name}.csv`, `第${project.no}件 ${sheet.name}`, 'text/csv', csvBytes(sheet));
  for (const entry of pictureEntries(folder, file)) shelf.keep(entry);
  if (withOriginals) for (const entry of originalEntries(folder, file)) shelf.keep(entry);
}

function pictureEntries(folder: string, { pictures, leadUnit, project }: ProjectFile): readonly BundleEntry[] {
  const { phases } = pictureWords['zh-CN'];
  return pictures.map(({ digest, phase, caption, size }, i) => ({
    path: `${folder}/照片/${String(i + 1).padStart(2, '0')}${phases[phase]}.jpg`,
    title: `第${project.no}件 ${phases[phase]}：${caption}`,
    by: leadUnit ?? '—',
    on: null,
    digest,
    size,
    isOriginal: false,
  }));
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
};

/** Under names of our own: what a sender called his file may name a person. */
function originalEntries(folder: string, { evidence, leadUnit, project }: ProjectFile): readonly BundleEntry[] {
  return evidence
    .filter((it) => it.isThere)
    .map((it, i) => ({
      path: `${folder}/佐证原件/${String(i + 1).padStart(3, '0')}-${it.on}.${extensionOf(it)}`,
      title: `第${project.no}件 佐证${isPictureFile(it) ? '照片' : '文件'}（截至 ${it.on}）`,
      by: leadUnit ?? '—',
      on: it.on,
      digest: it.digest,
      size: it.size,
      isOriginal: true,
    }));
}

function extensionOf({ mediaType, extension }: Pick<EvidenceFile, 'mediaType' | 'extension'>): string {
  return EXTENSIONS[mediaType] ?? extension ?? 'bin';
}
