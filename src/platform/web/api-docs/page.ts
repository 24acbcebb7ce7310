import type { z } from 'zod';
import type { Locale } from '#/kernel/format.ts';
import { type Html, html } from '#/kernel/html.ts';
import type { AnyCommand } from '../../command.ts';
import type { AnyRead, Module } from '../../module.ts';
import type { Permissions } from '../../roles.ts';
import { schemaOf } from '../openapi.ts';
import { type JsonSchema, kindOf, sampleOf } from './sample.ts';
import { docsWords } from './words.ts';

export type Docs = {
  readonly modules: readonly Module[];
  readonly permissions: Permissions;
  readonly version: string;
  readonly locale: Locale;
  /** What a command does, in words. */
  readonly titleOf: (command: string, locale: Locale) => string;
  readonly styleSheet: string;
  /** Kind of refusal → names of its facts, for each command. */
  readonly refusals: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
};

export const docsPath = (locale: Locale, stage = '') => `/api/docs${locale === 'en' ? '/en' : ''}${stage === '' ? '' : `/${stage}`}`;

/** 接口说明: the stages with how much each offers, and how to call. */
export function docsIndex(docs: Docs): Html {
  const words = docsWords[docs.locale];
  const shown = docs.modules.filter(offersSomething);
  return framed(
    docs,
    '',
    html`<h1>${words.title} <small>${docs.version}</small></h1><p class="lede">${words.lead}</p>
<p><a href="/api/openapi.json">${words.machine}</a></p>
<section><h2>${words.stages}</h2><ul class="cards">${shown.map(
      ({ name, commands, reads = [] }) =>
        html`<li><h3><a href="${docsPath(docs.locale, name)}">${name}</a></h3><p>${words.commands(commands.length)} · ${words.reads(reads.length)}</p></li>`,
    )}</ul></section>
<section><h2>${words.calling}</h2>${words.callingText.map((it) => html`<p>${it}</p>`)}</section>`,
  );
}

export const offersSomething = ({ commands, reads = [] }: Module) => commands.length + reads.length > 0;

/** Every command and read of one stage. */
export function docsOfStage(docs: Docs, { name, commands, reads = [] }: Module): Html {
  const words = docsWords[docs.locale];
  return framed(
    docs,
    name,
    html`<p><a href="${docsPath(docs.locale)}">${words.back}</a></p><h1>${words.title}：${name}</h1>
${commands.map((it) => commandSection(docs, it))}${reads.map((it) => readSection(docs, it))}`,
  );
}

function commandSection(docs: Docs, it: AnyCommand): Html {
  const words = docsWords[docs.locale];
  const schema = jsonOf(it.input);
  const body = { id: '01990000-0000-7000-8000-000000000000', name: it.name, version: it.version, input: sampleOf(schema) };
  return html`<section id="${it.name}"><h2>${docs.titleOf(it.name, docs.locale)}</h2>
<p><code>POST /api/{district}/${it.name.replace('.', '/')}</code></p>${allowed(docs, 'permission' in it ? it.permission : null)}
<h3>${words.input}</h3>${fieldTable(docs, schema, words.input)}
<h3>${words.example}</h3><div class="wide" tabindex="0" role="region" aria-label="${words.example}"><pre>${JSON.stringify(body, null, 2)}</pre></div>
<h3>${words.refusals}</h3>${refusalTable(docs, it.name)}</section>`;
}

/** 暂不能提交 of one command: the kinds, and the facts beside each. */
function refusalTable({ locale, refusals }: Docs, command: string): Html {
  const words = docsWords[locale];
  const kinds = Object.entries(refusals[command] ?? {});
  if (kinds.length === 0) return html`<p>${words.none}</p>`;
  return html`<div class="wide" tabindex="0" role="region" aria-label="${words.refusals}"><table><caption class="out-of-sight">${words.refusals}</caption><thead><tr><th scope="col">kind</th><th scope="col">${words.facts}</th></tr></thead>
<tbody>${kinds.map(([kind, facts]) => html`<tr><th scope="row"><code>${kind}</code></th><td>${facts.map((it) => html`<code>${it}</code> `)}</td></tr>`)}</tbody></table></div>`;
}

function readSection(docs: Docs, it: AnyRead): Html {
  const words = docsWords[docs.locale];
  const schema = jsonOf(it.query);
  const path = `/api/{district}${it.path.replace(/:(\w+)/g, '{$1}')}`;
  const asked = new URLSearchParams(
    Object.entries(sampleOf(schema) as object)
      .filter(([name]) => !it.path.includes(`:${name}`))
      .map(([name, value]) => [name, String(value)]),
  ).toString();
  return html`<section><h2><code>GET ${path}</code></h2>${it.summary !== undefined && html`<p lang="en">${it.summary}</p>`}${allowed(docs, it.permission)}
<h3>${words.parameters}</h3>${fieldTable(docs, schema, words.parameters)}
<h3>${words.example}</h3><div class="wide" tabindex="0" role="region" aria-label="${words.example}"><pre>GET ${path.replace('{district}', '990001')}${asked === '' ? '' : `?${asked}`}</pre></div></section>`;
}

function allowed({ permissions, locale }: Docs, permission: string | null): Html {
  const words = docsWords[locale];
  if (permission === null) return html`<p>${words.permission}：${words.anonymous}</p>`;
  const roles = permissions[permission] ?? [];
  return html`<p>${words.permission}：<code>${permission}</code> · ${words.roles}：${roles.length === 0 ? words.nobody : roles.join(', ')}</p>`;
}

function fieldTable({ locale }: Docs, { properties = {}, required = [] }: JsonSchema, caption: string): Html {
  const words = docsWords[locale];
  const fields = Object.entries(properties);
  if (fields.length === 0) return html`<p>${words.none}</p>`;
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table><caption class="out-of-sight">${caption}</caption><thead><tr><th scope="col">${words.field}</th><th scope="col">${words.kind}</th><th scope="col"></th></tr></thead>
<tbody>${fields.map(([name, it]) => html`<tr><th scope="row"><code>${name}</code></th><td>${kindOf(it)}</td><td>${required.includes(name) ? words.required : words.optional}</td></tr>`)}</tbody></table></div>`;
}

function jsonOf(schema: z.ZodType): JsonSchema {
  return schemaOf(schema) as JsonSchema;
}

function framed({ locale, styleSheet }: Docs, stage: string, body: Html): Html {
  const words = docsWords[locale];
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}${stage !== '' && `：${stage}`} · 落实</title>
<link rel="stylesheet" href="${styleSheet}">
<link rel="icon" href="data:,">
</head>
<body>
<header class="masthead page"><a class="seal" href="/" lang="zh-CN">落实</a><nav><ul><li><a href="${docsPath(other, stage)}" lang="${other}" hreflang="${other}">${words.other}</a></li></ul></nav></header>
<main class="page" id="content">
${body}
</main>
</body>
</html>
`;
}
