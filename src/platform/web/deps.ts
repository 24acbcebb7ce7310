import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ExecuteDeps } from '../act.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Module } from '../module.ts';
import type { Actor, Permissions } from '../roles.ts';
import type { TileSettings } from '../tiles/settings.ts';
import type { Reader, World } from '../transaction.ts';
import type { Docs } from './api-docs/page.ts';
import type { PageCache } from './page-cache.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a caller must be allowed; `public`, `session` (any log-in) and `metrics` (this machine, or a token) are words of their own. A route without it does not start. */
    permission?: string;
    /** Nothing that says who asked or when is written down: no line in the log, no figure, no counting by address. */
    isAnonymous?: boolean;
    /** The address itself is a secret: logs name the route instead. */
    isSecret?: boolean;
  }
}

/** The log-in of a request in a district. */
export type Session = { readonly actor: Actor; readonly csrfToken: string; readonly mustChangePassword: boolean };

/** Who a request comes from; the accounts module fills it, tests put in their own. */
export type SessionLayer = {
  register(app: FastifyInstance): void | Promise<void>;
  /** Looked up in the transaction in which the request is answered. */
  findSession(request: FastifyRequest, reader: Reader): Promise<Session | null>;
};

export type WebDeps = {
  readonly world: World;
  readonly modules: readonly Module[];
  readonly permissions: Permissions;
  readonly session: SessionLayer;
  readonly execute: ExecuteDeps;
  readonly cache: PageCache;
  readonly metrics: Metrics;
  /** What the description of the interface takes from the shells: words for commands, the sheet of the public pages. */
  readonly docs: Pick<Docs, 'titleOf' | 'styleSheet' | 'refusals'>;
  /** What a collector of figures has to show; without it only this machine may ask. */
  readonly metricsToken: string | null;
  /** Folder of the built workspace; null where only the interface is served (tests). */
  readonly staffFolder: string | null;
  /** What lies under the sites of the wall. */
  readonly tiles: TileSettings | null;
  readonly trustProxy: boolean;
  readonly logger: 'all' | 'faults';
  readonly version: string;
};
