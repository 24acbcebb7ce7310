import { Readable } from 'node:stream';
import type pg from 'pg';
import type { z } from 'zod';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Duty, DutyFacts, DutySentence, DutyWords } from '#/kernel/duty.ts';
import type { Locale } from '#/kernel/format.ts';
import type { Html } from '#/kernel/html.ts';
import type { AnyCommand } from './command.ts';
import type { Outside } from './outside/settings.ts';
import type { Permissions } from './roles.ts';
import type { PostSource } from './session/context.ts';
import type { ActingReader, Reader, World } from './transaction.ts';

/** Bytes for the browser to save or show. */
export type Download = { readonly bytes: Buffer; readonly mediaType: string; readonly fileName: string; readonly inline?: boolean };

/** Bytes that are made while they travel; `length` is known beforehand, so that a browser can say how far it is. */
export type Streamed = { readonly stream: Readable; readonly length: number; readonly mediaType: string; readonly fileName: string };

export function isStreamed(value: unknown): value is Streamed {
  return typeof value === 'object' && value !== null && (value as Streamed).stream instanceof Readable;
}

export function isDownload(value: unknown): value is Download {
  return typeof value === 'object' && value !== null && Buffer.isBuffer((value as Download).bytes);
}

/** A question of the workspace: `GET /api/:district{path}`, in a read-only transaction of that district. */
export type Read<Query = unknown> = {
  readonly path: `/${string}`;
  readonly permission: string;
  readonly query: z.ZodType<Query>;
  readonly answer?: z.ZodType;
  readonly summary?: string;
  /** Set where each reading is to be found in the audit trail: the facts of the line, without personal data. */
  readonly audited?: (query: Query) => Readonly<Record<string, unknown>>;
  readonly run: (reader: ActingReader, query: Query) => Promise<unknown>;
};

// biome-ignore lint/suspicious/noExplicitAny: a list of reads mixes their types.
export type AnyRead = Read<any>;

export function read<Query>(it: Read<Query>): Read<Query> {
  return it;
}

export type PageBody = Html | string | Buffer;

/** A public answer. Text bodies pass the privacy gate before they leave. */
export type PublicPage = {
  readonly status?: number;
  readonly mediaType: string;
  readonly body: PageBody;
  readonly fileName?: string;
  readonly redirect?: string;
  /** Texts that a named reviewer let through the gate, with a recorded reason; never an ID number. */
  readonly released?: readonly string[];
  /** The address changes with the content, so that a browser may keep it. */
  readonly immutable?: boolean;
};

export type PageParams = Readonly<Record<string, string>>;

/** A public page: GET without log-in, no script, cached until the district publishes again. `:district` in the path opens its transaction. */
export type Page = {
  readonly path: `/${string}`;
  /**
   * What stands for the parameters of `path` (the district apart) in each address that there is now: `export-site` writes these as files.
   * Every address that another page links to has to be among them; a page that is only asked for with a query has none.
   */
  readonly addresses: (reader: Reader) => Promise<readonly PageParams[]>;
  /** Whoever has the address may read it, and nobody else hears of it: kept by no cache, named in no log. */
  readonly isSecret?: boolean;
  readonly run: (reader: Reader, params: PageParams, query: PageParams) => Promise<PublicPage>;
};

/** The path with what stands for its parameters. */
export function addressOf(path: string, params: PageParams): string {
  return path.replace(/:(\w+)(?:\([^)]*\))?/g, (_, name: string) => encodeURIComponent(params[name]!));
}

/** A public page that belongs to no district (the index, the style sheet). `only` leaves out the districts that are not among them. */
export type GlobalPage = {
  readonly path: `/${string}`;
  readonly run: (world: World, query: PageParams, only?: readonly string[]) => Promise<PublicPage>;
};

/** 收件口: where a stage takes in large files that hold persons; they lie sealed in the store, and only the stage opens them. */
export type Intake = { readonly path: `/${string}`; readonly permission: string; readonly maxBytes: number };

/** Something the calendar does, by real time in China. Runs as commands of its stage in every district. */
export type Job = { readonly name: string; readonly cron: string; readonly run: (district: string, deps: JobDeps) => Promise<void> };
/** Something the calendar does once for the whole installation (the backup). */
export type InstallationJob = {
  readonly name: string;
  readonly cron: string;
  /** After so long without an end it counts as failed. */
  readonly patienceSeconds: number;
  readonly once: (deps: JobDeps) => Promise<void>;
};
export type JobDeps = {
  readonly world: World;
  readonly run: (command: AnyCommand, district: string, input: unknown) => Promise<unknown>;
  readonly outside: Outside;
};
/** Something looked after all day long, district by district; each turn is short, and comes after the one before. */
export type Loop = { readonly name: string; readonly everySeconds: number; readonly run: Job['run'] };

/** 待办来源: what a stage says is owed. `until` is the last day that is asked about; what is overdue always belongs to it. */
export type DutySource = {
  readonly words: Readonly<Record<Locale, Readonly<Record<string, (facts: DutyFacts) => DutySentence>>>>;
  readonly list: (reader: Reader, until: CivilDate) => Promise<readonly Duty[]>;
};

/** Takes only kinds that have a sentence. */
export function dutySource<Known extends Duty>(it: {
  readonly words: DutyWords<Known>;
  readonly list: (reader: Reader, until: CivilDate) => Promise<readonly Known[]>;
}): DutySource {
  return it as unknown as DutySource;
}

/** A district and the day it lives in: a demo district sees its demo day, every other the real one. */
export type DistrictClock = { readonly district: string; readonly demoToday: CivilDate | null };

/**
 * An encrypted column: rewritten by `keys rotate`; `lookup` names the column of its digest. Where rows of another table lie in one seal (a list, each a list of texts),
 * `members` says which: the key of the seal is that of its first, the others follow, and the digest of each text stands in its row.
 */
export type SealedColumn = {
  readonly table: string;
  readonly column: string;
  readonly lookup?: string;
  readonly members?: { readonly table: string; readonly key: string; readonly lookups: readonly string[] };
};

/** A stage, as `life.ts` lists it. */
export type Module = {
  readonly name: string;
  readonly migrations: URL;
  readonly commands: readonly AnyCommand[];
  readonly permissions: Permissions;
  readonly reads?: readonly AnyRead[];
  readonly intakes?: readonly Intake[];
  readonly pages?: readonly Page[];
  readonly globalPages?: readonly GlobalPage[];
  readonly jobs?: readonly Job[];
  readonly loops?: readonly Loop[];
  readonly duties?: DutySource;
  readonly sealed?: readonly SealedColumn[];
  /** Tables without a district's row-level security, each with its reason. */
  readonly exemptTables?: Readonly<Record<string, string>>;
  /** Tables whose rows stand in a chain of the stage's own and not in the journal, each with its reason. */
  readonly ownChain?: Readonly<Record<string, string>>;
  /** Where the application's role may do less than with other tables. */
  readonly narrowRights?: Readonly<Record<string, string>>;
  /** All that the role of commands without a person may do, by table. */
  readonly anonymousRights?: Readonly<Record<string, string>>;
  /** Filled by the stage that keeps the districts. */
  readonly districts?: (client: pg.ClientBase) => Promise<readonly DistrictClock[]>;
  /** Filled by the stage that keeps posts and their holders: as what an account acts. */
  readonly posts?: PostSource;
};
