import type { Report } from '#/delivery/rules/report.ts';
import type { Trajectory } from '#/delivery/rules/trajectory.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Adjustment } from '#/programme/rules/adjust.ts';
import type { Programme, ProgrammePromise, Project } from '#/programme/rules/programme.ts';
import type { PublicPicture } from '#/publication/rules/pictures.ts';
import { endedMonths, type Gap } from './archive.ts';

/** 承诺的卷宗: one promise with all that was said and decided about it. */
export type PromiseFile = {
  readonly promise: ProgrammePromise;
  /** As it was frozen, before any adjustment. */
  readonly original: ProgrammePromise;
  readonly done: number | null;
  readonly doneOn: CivilDate | null;
  readonly light: string;
  readonly accepted: { readonly acceptedOn: CivilDate } | null;
  readonly plans: readonly Trajectory[];
  readonly reports: readonly Report[];
  readonly adjustments: readonly Adjustment[];
};

/** 佐证文件: one file that came with an adopted report or an acceptance. */
export type EvidenceFile = {
  readonly digest: string;
  readonly size: number;
  readonly mediaType: string;
  /** As its sender named the kind, where the bytes alone do not tell (.docx, .xlsx). */
  readonly extension: string | null;
  readonly on: CivilDate;
  /** Its bytes lie in the store. */
  readonly isThere: boolean;
};

/** 流水摘录: an entry of the journal about something in the bundle. */
export type JournalLine = {
  readonly seq: string;
  readonly at: string;
  readonly post: string;
  readonly command: string;
  readonly subject: string;
  readonly digest: string;
};

/** 一期公开版里的一个数. */
export type EditionFigure = {
  readonly number: number;
  readonly asOf: CivilDate;
  readonly promiseId: string;
  readonly done: number | null;
  readonly target: number | null;
  readonly evidenceDigest: string | null;
};

/** 归档照片: a covered copy as the next edition would show it. */
export type ArchivedPicture = PublicPicture & { readonly size: number };

/** What was found when an adopted figure was checked. */
export type CheckedFigure = {
  readonly promiseId: string;
  readonly asOf: CivilDate;
  readonly way: 'evidence' | 'on-site';
  readonly isSampled: boolean;
  readonly result: 'confirmed' | 'mismatch' | 'unverifiable';
  readonly note: string;
  readonly dueOn: CivilDate | null;
  readonly by: string;
  readonly on: CivilDate;
};

/** A paper as it came in: 签批件扫描件 of what was signed, or a 报送表 that a unit returned. */
export type IncomingPaper = {
  readonly kind: 'scan' | 'form';
  readonly title: string;
  readonly by: string;
  readonly on: CivilDate | null;
  readonly digest: string;
  readonly size: number;
  readonly mediaType: string;
  readonly extension: string | null;
  readonly isThere: boolean;
};

/** 项目卷宗: one row of the list. */
export type ProjectFile = {
  readonly project: Project;
  readonly leadUnit: string | null;
  readonly promises: readonly PromiseFile[];
  readonly evidence: readonly EvidenceFile[];
  readonly pictures: readonly ArchivedPicture[];
  readonly figures: readonly EditionFigure[];
  readonly checked: readonly CheckedFigure[];
  readonly journal: readonly JournalLine[];
};

/** 清单卷宗: what belongs to the list as a whole. */
export type ListFile = {
  readonly programme: Programme;
  readonly districtName: string;
  readonly officeName: string;
  readonly today: CivilDate;
  readonly unitNames: Readonly<Record<string, string>>;
  readonly bulletins: readonly {
    readonly year: number;
    readonly month: number;
    readonly digest: string;
    readonly size: number;
    readonly asOf: CivilDate | null;
  }[];
  readonly editions: readonly { readonly number: number; readonly asOf: CivilDate; readonly by: string; readonly text: string }[];
  readonly papers: readonly IncomingPaper[];
  /** What was signed, and no scan of it was attached. */
  readonly withoutScan: readonly string[];
  readonly projects: readonly ProjectFile[];
};

export function isPictureFile({ mediaType }: Pick<EvidenceFile, 'mediaType'>): boolean {
  return mediaType.startsWith('image/');
}

/** Everything that is missing, list first, then row by row. */
export function gapsOf(list: ListFile, withOriginals: boolean): readonly Gap[] {
  const months = endedMonths(list.programme.from, list.today);
  const issued = new Set(list.bulletins.map((it) => `${it.year}-${String(it.month).padStart(2, '0')}`));
  const silent = months.filter((it) => !issued.has(it));
  return [
    ...(list.editions.length === 0 ? [{ no: null, promise: null, kind: 'never-published' } as const] : []),
    ...(silent.length > 0 ? [{ no: null, promise: null, kind: 'months-without-bulletin', months: silent } as const] : []),
    ...(list.withoutScan.length > 0 ? [{ no: null, promise: null, kind: 'signed-without-scan', titles: list.withoutScan } as const] : []),
    ...paperGaps(list, withOriginals),
    ...list.projects.flatMap((it) => projectGaps(it, months, withOriginals)),
  ];
}

/** Scans and returned forms go in as they came, hence with originals only; what is lost is named either way. */
function paperGaps({ papers }: ListFile, withOriginals: boolean): readonly Gap[] {
  const at = { no: null, promise: null };
  const lost = papers.filter((it) => !it.isThere).length;
  const held = withOriginals ? 0 : papers.length - lost;
  return [
    ...(held > 0 ? [{ ...at, kind: 'papers-held-back', count: held } as const] : []),
    ...(lost > 0 ? [{ ...at, kind: 'files-missing', count: lost } as const] : []),
  ];
}

function projectGaps(
  { project, promises, evidence, pictures }: ProjectFile,
  months: readonly string[],
  withOriginals: boolean,
): readonly Gap[] {
  const at = { no: project.no, promise: null };
  const photos = evidence.filter(isPictureFile).length;
  const missing = evidence.filter((it) => !it.isThere).length;
  return [
    ...promises.flatMap((it) => promiseGaps(project.no, it, months)),
    ...(photos === 0 ? [{ ...at, kind: 'no-picture' } as const] : []),
    ...(!withOriginals && photos > pictures.length
      ? [{ ...at, kind: 'pictures-not-covered', count: photos - pictures.length } as const]
      : []),
    ...(missing > 0 ? [{ ...at, kind: 'files-missing', count: missing } as const] : []),
  ];
}

function promiseGaps(no: string, { promise, plans, reports, accepted }: PromiseFile, months: readonly string[]): readonly Gap[] {
  const at = { no, promise: `${promise.verb}${promise.object}` };
  const adopted = reports.filter((it) => it.state === 'adopted');
  const reported = new Set(adopted.map((it) => it.asOf.slice(0, 7)));
  const silent = months.filter((it) => !reported.has(it));
  const bare = adopted.filter((it) => it.evidence.length === 0).map((it) => it.asOf);
  return [
    ...(promise.countingRule === null ? [{ ...at, kind: 'no-counting-rule' } as const] : []),
    ...(plans.some((it) => it.state === 'approved') ? [] : [{ ...at, kind: 'plan-never-approved' } as const]),
    ...(adopted.length === 0 ? [{ ...at, kind: 'no-report' } as const] : []),
    ...(adopted.length > 0 && silent.length > 0 ? [{ ...at, kind: 'months-without-report', months: silent } as const] : []),
    ...(bare.length > 0 ? [{ ...at, kind: 'reports-without-evidence', days: bare } as const] : []),
    ...(accepted === null ? [{ ...at, kind: 'no-acceptance' } as const] : []),
  ];
}
