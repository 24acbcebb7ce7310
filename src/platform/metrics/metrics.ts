import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import type { Outcome } from '../command.ts';

/** 运行指标: figures of the running program, without a word of what people wrote and without the name of a district or a person. */
export type Metrics = {
  readonly registry: Registry;
  request(it: { readonly method: string; readonly route: string; readonly status: number; readonly seconds: number }): void;
  /** A public page sent from memory, before any routing. */
  keptPage(): void;
  /** Counts how a command ended, and passes its answer or its fault on. */
  command<Answer extends Outcome>(name: string, running: Promise<Answer>): Promise<Answer>;
  job(name: string, result: 'done' | 'failed'): void;
  /** Memory, processor and event loop; for the server only. */
  watchProcess(): void;
};

/** From a page out of memory to a bulletin of a hundred promises. */
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export function makeMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'luoshi_http_requests_total',
    help: 'Requests by method, pattern of the address and status.',
    labelNames: ['method', 'route', 'status'] as const,
    registers,
  });
  const durations = new Histogram({
    name: 'luoshi_http_request_duration_seconds',
    help: 'From the request to the end of the answer.',
    labelNames: ['method', 'route'] as const,
    buckets: SECONDS,
    registers,
  });
  const kept = new Counter({ name: 'luoshi_kept_pages_total', help: 'Public pages sent from memory, not among the requests.', registers });
  const commands = new Counter({
    name: 'luoshi_commands_total',
    help: 'Commands by name and how they ended; a repeated sending counts again.',
    labelNames: ['command', 'result'] as const,
    registers,
  });
  const jobs = new Counter({
    name: 'luoshi_job_runs_total',
    help: 'Turns of the jobs of the calendar in this process.',
    labelNames: ['job', 'result'] as const,
    registers,
  });
  return {
    registry,
    request({ method, route, status, seconds }) {
      requests.inc({ method, route, status });
      durations.observe({ method, route }, seconds);
    },
    keptPage: () => kept.inc(),
    async command(name, running) {
      try {
        const outcome = await running;
        commands.inc({ command: name, result: outcome.ok ? 'accepted' : 'refused' });
        return outcome;
      } catch (fault) {
        commands.inc({ command: name, result: endOf(fault) });
        throw fault;
      }
    },
    job: (job, result) => jobs.inc({ job, result }),
    watchProcess: () => collectDefaultMetrics({ register: registry }),
  };
}

function endOf(fault: unknown): 'denied' | 'malformed' | 'fault' {
  if (fault instanceof Problem) return fault.status === 403 ? 'denied' : 'malformed';
  return fault instanceof z.ZodError ? 'malformed' : 'fault';
}
