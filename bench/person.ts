import { randomUUID } from 'node:crypto';
import { type Request, requestOf } from './load.ts';

/** Somebody who logged in with name and password and now acts through HTTP, as the workspace does. */
export type Person = {
  readonly cookie: string;
  readonly csrf: string;
  get(path: string): Promise<Response>;
  run<Value>(command: string, input: unknown): Promise<Value>;
  /** A command as bytes, each with an id of its own. */
  bytesOf(command: string, input: unknown): Buffer;
};

export async function logIn(address: string, district: string, username: string, password: string): Promise<Person> {
  const opened = await fetch(`${address}/api/session/log-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (!opened.ok) throw new Error(`${username} cannot log in: ${await opened.text()}`);
  const cookie = opened.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const me = (await (await fetch(`${address}/api/session/me`, { headers: { cookie } })).json()) as { csrf: string };
  const api = `/api/${district}`;
  const sending = (command: string, input: unknown): Request => ({
    method: 'POST',
    path: `${api}/${command.replace('.', '/')}`,
    headers: { cookie, 'x-luoshi-csrf': me.csrf },
    body: JSON.stringify({ id: randomUUID(), name: command, version: 1, input, device: 'bench' }),
  });
  return {
    cookie,
    csrf: me.csrf,
    get: (path) => fetch(`${address}${api}${path}`, { headers: { cookie } }),
    bytesOf: (command, input) => requestOf(address, sending(command, input)),
    async run<Value>(command: string, input: unknown) {
      const { method, path, headers, body } = sending(command, input);
      const answer = await fetch(address + path, { method, body: body!, headers: { ...headers, 'content-type': 'application/json' } });
      const outcome = (await answer.json()) as { ok?: boolean; value: Value };
      if (outcome.ok !== true) throw new Error(`${command}: ${answer.status} ${JSON.stringify(outcome)}`);
      return outcome.value;
    },
  };
}
