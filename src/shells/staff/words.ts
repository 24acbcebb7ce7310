import type { ArchiveRefusal } from '#/archive/rules/archive.ts';
import { wordsOf as wordsOfArchive } from '#/archive/words.ts';
import { type AssessmentRefusal, wordsOf as wordsOfAssessment } from '#/assessment/words/refusals.ts';
import { type BallotRefusal, wordsOf as wordsOfBallot } from '#/ballot/words/refusals.ts';
import { type AnyCollectionRefusal, wordsOf as wordsOfCollection } from '#/collection/words/refusals.ts';
import type { DeliveryRefusal } from '#/delivery/rules/refusals.ts';
import { wordsOf as wordsOfDelivery } from '#/delivery/words/refusals.ts';
import type { NoticeRefusal } from '#/notices/rules/refusals.ts';
import { wordsOf as wordsOfNotices } from '#/notices/words/refusals.ts';
import { type OrdersRefusal, wordsOf as wordsOfOrders } from '#/orders/words/refusals.ts';
import { type OrganisationRefusal, wordsOf as wordsOfOrganisation } from '#/organisation/words/refusals.ts';
import { type PlanningRefusal, wordsOf as wordsOfPlanning } from '#/planning/words/refusals.ts';
import type { ReadRefusal } from '#/platform/documents/refusal.ts';
import { wordsOfReadRefusal } from '#/platform/documents/words.ts';
import type { SessionRefusal } from '#/platform/session/rules.ts';
import { wordsOf as wordsOfSession } from '#/platform/session/words.ts';
import { type ProgrammeRefusal, wordsOf as wordsOfProgramme } from '#/programme/words.ts';
import type { EditionRefusal } from '#/publication/rules/edition.ts';
import { refusalSentence as wordsOfPublication } from '#/publication/words.ts';
import type { RecordsRefusal } from '#/records/rules/refusals.ts';
import { wordsOf as wordsOfRecords } from '#/records/words/refusals.ts';
import { type RhythmRefusal, wordsOf as wordsOfRhythm } from '#/rhythm/words/refusals.ts';
import { type SupervisionRefusal, wordsOf as wordsOfSupervision } from '#/supervision/words/refusals.ts';
import type { RefusalWords } from '#/ui/sentence.ts';
import { uiWords } from '#/ui/words.ts';

/** The sentence for a refusal, asked of the stage that refused. */
export const wordsOfRefusal: RefusalWords = (stage, refusal, locale) => {
  if (refusal.kind === 'changed-since') return uiWords[locale].changedMeanwhile;
  const words = STAGE_WORDS[stage];
  return words ? words(refusal, locale) : null;
};

const STAGE_WORDS: Readonly<Record<string, (refusal: Parameters<RefusalWords>[1], locale: Parameters<RefusalWords>[2]) => string | null>> =
  {
    ballot: (refusal, locale) => wordsOfBallot(refusal as unknown as BallotRefusal, locale),
    programme: (refusal, locale) => wordsOfProgramme(refusal as unknown as ProgrammeRefusal, locale),
    organisation: (refusal, locale) => wordsOfOrganisation(refusal as unknown as OrganisationRefusal, locale),
    planning: (refusal, locale) => wordsOfPlanning(refusal as unknown as PlanningRefusal, locale),
    delivery: (refusal, locale) => wordsOfDelivery(refusal as unknown as DeliveryRefusal, locale),
    collection: (refusal, locale) => wordsOfCollection(refusal as unknown as AnyCollectionRefusal, locale),
    records: (refusal, locale) => wordsOfRecords(refusal as unknown as RecordsRefusal, locale),
    file: (refusal, locale) => wordsOfReadRefusal(refusal as unknown as ReadRefusal, locale),
    orders: (refusal, locale) => wordsOfOrders(refusal as unknown as OrdersRefusal, locale),
    rhythm: (refusal, locale) => wordsOfRhythm(refusal as unknown as RhythmRefusal, locale),
    supervision: (refusal, locale) => wordsOfSupervision(refusal as unknown as SupervisionRefusal, locale),
    publication: (refusal, locale) => wordsOfPublication(refusal as unknown as EditionRefusal, locale),
    assessment: (refusal, locale) => wordsOfAssessment(refusal as unknown as AssessmentRefusal, locale),
    notices: (refusal, locale) => wordsOfNotices(refusal as unknown as NoticeRefusal, locale),
    archive: (refusal, locale) => wordsOfArchive(refusal as unknown as ArchiveRefusal, locale),
    session: (refusal, locale) => wordsOfSession(refusal as unknown as SessionRefusal, locale),
  };
