import { newId } from '#/kernel/id.ts';

/** 暂不能办理: the rule said no, and says why in facts. `stage` names whose words make the sentence. */
export type Refused = Error & { readonly stage: string; readonly refusal: Refusal };

/** 无法处理: 400, 403, 404, 413, 429, 5xx, or 0 when the network did not answer. */
export type Failure = Error & { readonly status: number; readonly code: string; readonly facts: Readonly<Record<string, unknown>> };

export function refused(stage: string, refusal: Refusal): Refused {
  return Object.assign(new Error(`${stage}: ${refusal.kind}`), { stage, refusal });
}

export function failure(status: number, code: string, facts: Readonly<Record<string, unknown>> = {}): Failure {
  return Object.assign(new Error(`${status} ${code}`), { status, code, facts });
}

export function isRefused(problem: unknown): problem is Refused {
  return problem instanceof Error && 'refusal' in problem;
}

export function isFailure(problem: unknown): problem is Failure {
  return problem instanceof Error && 'status' in problem;
}

export type Refusal = { readonly kind: string; readonly [fact: string]: unknown };
export type StoredFile = { readonly digest: string; readonly name: string; readonly size: number; readonly mediaType: string };
export type RunOptions = {
  readonly base?: Readonly<Record<string, number>>;
  readonly version?: number;
  /** Set where somebody's papers are sent: until an answer comes they are in this page's memory, and in no storage. */
  readonly inMemory?: boolean;
};

type ApiSettings = {
  readonly district: string;
  readonly csrf: () => string;
  readonly post: () => string | null;
  readonly onLogInNeeded: () => void;
};
export type Api = ReturnType<typeof makeApi>;

const RETRY_AFTER_MS = [600, 2_000] as const;
const WAITING = 'luoshi-waiting';

/** The one way from a screen to the server. A command keeps its id until an answer arrives, so sending again never does it twice. */
export function makeApi(settings: ApiSettings) {
  const headers = (): Record<string, string> => {
    const post = settings.post();
    return { accept: 'application/json', 'x-luoshi-csrf': settings.csrf(), ...(post && { 'x-luoshi-post': post }) };
  };

  async function call(path: string, init: RequestInit = {}): Promise<Response> {
    const url = path.startsWith('/api/') ? path : `/api/${settings.district}${path}`;
    const response = await fetch(url, { credentials: 'same-origin', ...init, headers: { ...headers(), ...init.headers } }).catch(
      () => null,
    );
    if (!response) throw failure(0, 'offline');
    if (response.status === 401) settings.onLogInNeeded();
    return response;
  }

  async function get<Value>(path: string): Promise<Value> {
    return answerOf<Value>(await call(path), stageOf(path));
  }

  async function run<Value>(name: string, input: unknown, options: RunOptions = {}): Promise<Value> {
    const [stage, verb] = name.split('.') as [string, string];
    const key = JSON.stringify([settings.district, name, input, options]);
    const content = { name, version: options.version ?? 1, input, ...(options.base && { base: options.base }) };
    const body = options.inMemory ? untoldEnvelope(key, content) : waitingEnvelope(key, content);
    const response = await withRetry(() =>
      call(`/${stage}/${verb}`, { method: 'POST', body, headers: { 'content-type': 'application/json' } }),
    );
    if (response.status !== 401 && response.status < 500) forget(key);
    return answerOf<Value>(response, stage);
  }

  /** An envelope as it was made, and made once: from the outbox. */
  async function send<Value>(name: string, body: string): Promise<Value> {
    const [stage, verb] = name.split('.') as [string, string];
    return answerOf<Value>(
      await call(`/${stage}/${verb}`, { method: 'POST', body, headers: { 'content-type': 'application/json' } }),
      stage,
    );
  }

  /** To the store of files, or to the intake of a stage. */
  async function upload(file: Blob, name: string, path = '/files'): Promise<StoredFile> {
    const form = new FormData();
    form.append('file', file, name);
    const response = await withRetry(() => call(path, { method: 'POST', body: form }));
    return answerOf<StoredFile>(response, 'platform');
  }

  async function download(path: string): Promise<{ readonly blob: Blob; readonly name: string }> {
    const response = await call(path);
    if (!response.ok) await answerOf(response, stageOf(path));
    return { blob: await response.blob(), name: nameFrom(response.headers.get('content-disposition')) };
  }

  return { district: settings.district, get, run, send, upload, download };
}

export async function answerOf<Value>(response: Response, stage: string): Promise<Value> {
  const body = (await response.json().catch(() => null)) as Record<string, unknown> | null;
  if (response.ok && body?.ok === false) throw refused(stage, body.refusal as Refusal);
  if (response.ok) return (body && body.ok === true && 'value' in body ? body.value : body) as Value;
  const refusal = (body?.refusal ?? body) as Partial<Refusal> | null;
  if (response.status === 409 && typeof refusal?.kind === 'string') throw refused(stage, refusal as Refusal);
  throw failure(
    response.status,
    typeof body?.code === 'string' ? body.code : 'fault',
    (body?.facts ?? body ?? {}) as Record<string, unknown>,
  );
}

async function withRetry(send: () => Promise<Response>): Promise<Response> {
  for (const pause of RETRY_AFTER_MS) {
    const response = await send().catch((problem: unknown) => {
      if (isFailure(problem) && problem.status === 0 && navigator.onLine) return null;
      throw problem;
    });
    if (response && response.status !== 502 && response.status !== 503) return response;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return send();
}

function stageOf(path: string): string {
  return path.replace(/^\/api(\/\w+)?/, '').split('/')[1] ?? 'platform';
}

/** Envelopes without an answer yet live in sessionStorage: a reload followed by the same input sends the same id. */
function waitingEnvelope(key: string, content: object): string {
  const waiting = readWaiting();
  const kept = waiting[key];
  if (kept) return kept;
  const body = envelopeText(content);
  writeWaiting({ ...waiting, [key]: body });
  return body;
}

const envelopeText = (content: object) => JSON.stringify({ id: newId(), ...content, madeAt: new Date().toISOString(), device: deviceId() });

const untold = new Map<string, string>();
function untoldEnvelope(key: string, content: object): string {
  const body = untold.get(key) ?? envelopeText(content);
  untold.set(key, body);
  return body;
}

function forget(key: string): void {
  untold.delete(key);
  const { [key]: _answered, ...rest } = readWaiting();
  writeWaiting(rest);
}

let memory: Record<string, string> = {};
function readWaiting(): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem(WAITING) ?? '{}') as Record<string, string>;
  } catch {
    return memory;
  }
}
function writeWaiting(waiting: Record<string, string>): void {
  memory = waiting;
  try {
    sessionStorage.setItem(WAITING, JSON.stringify(waiting));
  } catch {
    // A full or blocked storage: the ids live in memory until the page closes.
  }
}

function deviceId(): string {
  try {
    const kept = localStorage.getItem('luoshi-device');
    if (kept) return kept;
    const fresh = newId();
    localStorage.setItem('luoshi-device', fresh);
    return fresh;
  } catch {
    return 'browser';
  }
}

function nameFrom(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  return encoded ? decodeURIComponent(encoded) : (/filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? 'download');
}
