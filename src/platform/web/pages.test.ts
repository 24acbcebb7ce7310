import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { html } from '#/kernel/html.ts';
import type { Module, PublicPage } from '../module.ts';
import type { WebDeps } from './deps.ts';
import { answerErrors } from './errors.ts';
import { makePageCache } from './page-cache.ts';
import { mountPages } from './pages.ts';

async function statusOf(page: PublicPage): Promise<number> {
  const app = Fastify();
  answerErrors(app);
  const module = { globalPages: [{ path: '/page', run: async () => page }] } as unknown as Module;
  mountPages(app, { modules: [module], cache: makePageCache() } as unknown as WebDeps);
  return (await app.inject('/page')).statusCode;
}

const PHONE = '13812345678';
const CASES: readonly (readonly [what: string, page: PublicPage, status: number])[] = [
  ['a page without personal data', { mediaType: 'text/html', body: html`<p title="${PHONE}">咨询请到窗口</p>` }, 200],
  ['a number in the text of a page', { mediaType: 'text/html', body: html`<p>${PHONE}</p>` }, 500],
  ['a number between angle brackets in a page', { mediaType: 'text/html', body: html`<p>${`<${PHONE}>`}</p>` }, 500],
  [
    'a number between angle brackets in open data',
    { mediaType: 'application/json', body: JSON.stringify({ text: `联系人<${PHONE}>` }) },
    500,
  ],
  ['a number between angle brackets in a table', { mediaType: 'text/csv', body: `联系人,<${PHONE}>` }, 500],
  ['a number that a reviewer let through', { mediaType: 'text/html', body: html`<p>${PHONE}</p>`, released: [PHONE] }, 200],
];

for (const [what, page, status] of CASES) {
  test(`${what}: ${status === 200 ? 'goes out' : 'is stopped'}`, async () => {
    assert.equal(await statusOf(page), status);
  });
}
