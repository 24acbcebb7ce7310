import type { ReportRefusal } from '#/delivery/rules/sending.ts';
import type { StoredBatch } from '../rules/batch.ts';
import type { CollectionPeriod, ReportingCalendar } from '../rules/calendar.ts';
import type { ReportingForm, SignField } from '../rules/form.ts';
import type { PeriodRates } from '../rules/rates.ts';
import type { ReturnedFile, StagedBatch } from '../rules/staging.ts';
import type { FixedPart, FormTemplate, TemplateStructure } from '../rules/template.ts';
import type { TemplateFit } from '../rules/template-fit.ts';

type Kept = { readonly setBy: string; readonly setAt: string };

/** `GET /collection/calendar` */
export type CalendarView = {
  readonly calendar: ReportingCalendar;
  readonly history: readonly (ReportingCalendar & Kept & { readonly source: string })[];
  readonly periods: readonly string[];
  readonly current: string;
};

/** `GET /collection/period` */
export type PeriodView = {
  readonly programmeId: string;
  readonly period: CollectionPeriod;
  readonly versions: readonly (Pick<CollectionPeriod, 'asOf' | 'dueOn' | 'reminder' | 'version'> & Kept & { readonly reason: string })[];
  readonly forms: readonly ReportingForm[];
  /** Numbers of projects that no unit leads. */
  readonly unled: readonly string[];
  readonly rates: PeriodRates | null;
  readonly batches: readonly StoredBatch[];
  readonly taken: readonly TakenLine[];
};

export type TakenLine = {
  readonly reportId: string;
  readonly promiseId: string;
  readonly fileName: string;
  readonly digest: string;
  readonly sheet: string;
  readonly rowNumber: number;
  readonly takenBy: string;
  readonly signs: Readonly<Record<SignField, string>>;
};

/** `GET /collection/batch`; `checks` are by `<promise> <file>`. */
export type BatchView = {
  readonly batch: StoredBatch;
  readonly period: CollectionPeriod;
  readonly files: readonly (Omit<ReturnedFile, 'reading'> & { readonly signs: Readonly<Record<SignField, string>> | null })[];
  readonly staged: StagedBatch;
  readonly checks: Readonly<Record<string, ReportRefusal | null>>;
};

/** `GET /collection/template-structure` */
export type StructureView = {
  readonly structure: TemplateStructure;
  readonly fit: TemplateFit | null;
  readonly isSame: boolean;
  /** What stays where it is when lines come in: said before anything is filled. */
  readonly fixed: readonly FixedPart[];
};

export type { FormTemplate };
