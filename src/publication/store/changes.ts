import { newId } from '#/kernel/id.ts';
import { add, addMany, type Reader, save, type Writer } from '#/platform/db.ts';
import type { Edition } from '../rules/edition.ts';
import type { PlacesHead, PublicPlaces } from '../rules/places.ts';
import type { ContentFinding, Settlement } from '../rules/screening.ts';
import { tables } from './editions.ts';

type NewEdition = {
  readonly edition: Edition;
  readonly findings: readonly ContentFinding[];
  readonly serial: { readonly year: number; readonly number: number };
  /** The figures that this edition's take the place of, by promise. */
  readonly supersedes: ReadonlyMap<string, string>;
};

/** Sites and cards have rows of their own. */
function headOf({ sites: _, cards: __, ...head }: PublicPlaces): PlacesHead {
  return head;
}

export async function addEdition(writer: Writer, { edition, findings, serial, supersedes }: NewEdition): Promise<void> {
  const { projects, places, ...head } = edition.content;
  await add(writer, 'publication.edition', {
    id: edition.id,
    programme_id: edition.programmeId,
    year: edition.year,
    kind: edition.kind,
    state: edition.state,
    as_of: edition.asOf,
    head: {
      ...head,
      ...(places !== undefined && { places: headOf(places) }),
      projects: projects.map(({ promises: _, pictures: __, ...project }) => project),
    },
    digest: edition.digest,
    disclosure: edition.disclosure,
    serial: serial.number,
    serial_year: serial.year,
    corrects: edition.corrects,
    correction_reason: edition.correctionReason,
    findings,
    prepared: edition.prepared,
  });
  const figures = projects.flatMap((project, place) => project.promises.map((promise) => ({ project, place, promise })));
  await addMany(
    writer,
    'publication.figure',
    figures.map(({ project, place, promise }) => ({
      id: newId(),
      edition_id: edition.id,
      promise_id: promise.promiseId,
      project_no: project.no,
      project_position: place,
      position: promise.position,
      definition_version: edition.content.programmeVersion,
      numerator: promise.done,
      denominator: promise.target,
      measure_unit: promise.measureUnit,
      scope: edition.content.district,
      period_from: edition.content.from,
      period_to: edition.content.to,
      as_of: edition.asOf,
      approved_by: promise.approvedBy,
      evidence_digest: promise.evidenceDigest,
      content: promise,
      supersedes: supersedes.get(promise.promiseId) ?? null,
    })),
  );
}

/** Only the steps of an edition are ever written again; its content and figures are not. */
export async function saveStep(writer: Writer, edition: Edition, withdrawnReason: string | null = null): Promise<void> {
  const { id, state, number, reviewed, signed, published } = edition;
  await save(writer, 'publication.edition', { id }, { state, number, reviewed, signed, published, withdrawn_reason: withdrawnReason });
}

export async function addOverrides(
  writer: Writer,
  editionId: string,
  findings: readonly ContentFinding[],
  settlements: readonly Settlement[],
): Promise<void> {
  const reasons = new Map(settlements.map((it) => [it.key, it.reason]));
  for (const { key, kind, masked } of findings) {
    const [reviewer, reviewed_on] = [writer.actor.name, writer.today];
    await add(writer, 'publication.override', {
      edition_id: editionId,
      key,
      kind,
      masked,
      reason: reasons.get(key),
      reviewer,
      reviewed_on,
    });
  }
}

export type Override = Settlement & {
  readonly kind: string;
  readonly masked: string;
  readonly reviewer: string;
  readonly reviewedOn: string;
};

export function listOverrides({ db, district }: Reader, editionId: string): Promise<readonly Override[]> {
  return tables(db)
    .selectFrom('publication.override')
    .select(['key', 'kind', 'masked', 'reason', 'reviewer', 'reviewed_on as reviewedOn'])
    .where('district', '=', district)
    .where('edition_id', '=', editionId)
    .execute();
}
