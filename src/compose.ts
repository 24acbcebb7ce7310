import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { type CivilDate, dayInChina } from '#/kernel/civil-date.ts';
import type { Locale } from '#/kernel/format.ts';
import { newId } from '#/kernel/id.ts';
import type { ExecuteDeps } from '#/platform/act.ts';
import { type AnyCommand, envelopeOf, type Outcome } from '#/platform/command.ts';
import { execute } from '#/platform/execute.ts';
import { type Metrics, makeMetrics } from '#/platform/metrics/metrics.ts';
import type { DistrictClock } from '#/platform/module.ts';
import type { Actor, Permissions } from '#/platform/roles.ts';
import type { Keys } from '#/platform/secrets.ts';
import type { TileSettings } from '#/platform/tiles/settings.ts';
import type { World } from '#/platform/transaction.ts';
import { buildApp } from '#/platform/web/app.ts';
import type { SessionLayer } from '#/platform/web/deps.ts';
import { makePageCache, type PageCache } from '#/platform/web/page-cache.ts';
import { checkUpload } from './check-upload.ts';
import { MODULES } from './life.ts';
import refusals from './refusals.json' with { type: 'json' };
import { publicShell } from './shells/public/frame.ts';

export type Composition = {
  readonly world: World;
  readonly permissions: Permissions;
  readonly execute: ExecuteDeps;
  readonly cache: PageCache;
  readonly metrics: Metrics;
  listDistricts(): Promise<readonly DistrictClock[]>;
  /** Runs a command as the installation itself (jobs, command line, seed). */
  run(command: AnyCommand, district: string, input: unknown, actor?: Actor): Promise<Outcome>;
};

export const VERSION = '0.1.0';

/** The actor of jobs, the command line and the seed: whoever may start the program on this machine. */
export const OPERATOR: Actor = { accountId: 'operator', name: '命令行', postId: null, postTitle: '命令行', unitId: null, roles: ['setup'] };

const CLOCK_KEPT_MS = 5_000;

type Parts = {
  readonly pool: pg.Pool;
  readonly anonymousPool?: pg.Pool | null;
  readonly keys: Keys;
  readonly filesFolder: string;
  readonly today: CivilDate | null;
};

/** Puts modules, database and clock together; everything that runs (server, command line, tests) starts from here. */
export function compose({ pool, anonymousPool = null, keys, filesFolder, today }: Parts): Composition {
  const cache = makePageCache();
  const metrics = makeMetrics();
  const clocks = keepFresh(() => readClocks(pool));
  const world: World = {
    pool,
    anonymousPool,
    ownChain: new Set(MODULES.flatMap((it) => Object.keys(it.ownChain ?? {}))),
    keys,
    filesFolder,
    now: () => new Date(),
    async today(district) {
      if (today !== null) return today;
      const clock = (await clocks.get()).find((it) => it.district === district);
      return clock?.demoToday ?? dayInChina(new Date());
    },
  };
  const permissions = Object.assign({}, ...MODULES.map((it) => it.permissions)) as Permissions;
  const deps: ExecuteDeps = {
    world,
    permissions,
    onPublicChange: (district) => {
      clocks.forget();
      cache.forget(district);
    },
  };
  return {
    world,
    permissions,
    execute: deps,
    cache,
    metrics,
    async listDistricts() {
      clocks.forget();
      return clocks.get();
    },
    async run(command, district, input, actor = OPERATOR) {
      if ('anonymous' in command) throw new Error(`${command.name} has no actor`);
      return metrics.command(command.name, execute(deps, command, { district, actor }, envelopeOf(command, input, newId())));
    },
  };
}

async function readClocks(pool: pg.Pool): Promise<readonly DistrictClock[]> {
  const source = MODULES.find((it) => it.districts !== undefined)?.districts;
  if (source === undefined) return [];
  const client = await pool.connect();
  try {
    return await source(client);
  } finally {
    client.release();
  }
}

function keepFresh<T>(load: () => Promise<T>): { get(): Promise<T>; forget(): void } {
  let kept: { readonly value: Promise<T>; readonly until: number } | null = null;
  return {
    get() {
      if (kept === null || kept.until < Date.now()) {
        const value = load();
        kept = { value, until: Date.now() + CLOCK_KEPT_MS };
        value.catch(() => {
          kept = null;
        });
      }
      return kept.value;
    },
    forget() {
      kept = null;
    },
  };
}

export type WebParts = {
  readonly session: SessionLayer;
  readonly staffFolder: string | null;
  readonly tiles?: TileSettings | null;
  readonly trustProxy: boolean;
  readonly logger: 'all' | 'faults';
  readonly metricsToken?: string | null;
  /** What a command does, in the words of the workspace. */
  readonly titleOf?: (command: string, locale: Locale) => string;
};

export function webOf(
  it: Composition,
  { metricsToken = null, tiles = null, titleOf = (command) => command, ...parts }: WebParts,
): Promise<FastifyInstance> {
  const { world, permissions, execute: deps, cache, metrics } = it;
  const docs = { titleOf, styleSheet: publicShell.styleSheet.path, refusals };
  return buildApp(
    { ...parts, world, modules: MODULES, permissions, execute: deps, cache, metrics, metricsToken, tiles, docs, version: VERSION },
    checkUpload,
  );
}
