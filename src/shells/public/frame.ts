import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { type Locale, longDate } from '#/kernel/format.ts';
import { type Html, html } from '#/kernel/html.ts';
import { demoKind } from '#/organisation/rules/district.ts';
import { demoWords } from '#/organisation/words/demo.ts';
import { type Framed, href, type Look, listPath, type PublicShell } from '#/publication/pages/look.ts';
import { frameWords } from './words.ts';

/** By family of pages; served as one file, in this order: what comes later may say otherwise of what stands before it. */
const PARTS = ['base', 'standing', 'rows', 'facts', 'places', 'narrow', 'pictures', 'print'] as const;
const bytes = Buffer.from(PARTS.map((it) => readFileSync(new URL(`./css/${it}.css`, import.meta.url), 'utf8')).join('\n'));
const path = `/assets/public.${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.css` as const;

/** The page around every public page: language, skip link, band of a demonstration, navigation, foot. No script, no style in the page. */
export const publicShell: PublicShell = { frame, styleSheet: { path, bytes } };

function frame(page: Framed): Html {
  const { look, title, body, demoOn, district, list } = page;
  const words = frameWords[look.locale];
  const feed =
    district !== null &&
    list !== null &&
    html`\n<link rel="alternate" type="application/atom+xml" href="${listPath(district.code, list, '/feed.atom')}" title="Atom">`;
  return html`<!doctype html>
<html lang="${look.locale}"${look.big && html` class="big"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>${passedOn(page)}
<link rel="stylesheet" href="${path}">
<link rel="icon" href="data:,">${feed}
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
${demoOn !== null && district !== null && demoBand(demoOn, district.code, look.locale)}
<header class="masthead page"><a class="seal" href="${href(look, '/')}" lang="zh-CN">落实</a>${district !== null && html`<a class="place" href="${href(look, `/${district.code}`)}" lang="zh-CN">${district.name}</a>`}
<nav aria-label="${words.navigation}"><ul>${navigation(page)}</ul></nav></header>
<main class="page" id="content" tabindex="-1">
${body}
</main>
<footer class="foot page"><p>${words.foot}</p></footer>
</body>
</html>
`;
}

/** What a messenger shows of an address that is passed on (the Open Graph protocol). */
function passedOn({ title, description, district, look }: Framed): Html {
  const said: readonly (readonly [string, string])[] = [
    ['og:type', 'website'],
    ['og:title', title],
    ['og:locale', look.locale === 'en' ? 'en_GB' : 'zh_CN'],
    ...(district === null ? [] : [['og:site_name', district.name] as const]),
    ...(description === undefined ? [] : [['og:description', description] as const]),
  ];
  const named = description === undefined ? null : html`\n<meta name="description" content="${description}">`;
  return html`${named}${said.map(([name, text]) => html`\n<meta property="${name}" content="${text}">`)}`;
}

function demoBand(on: CivilDate, code: string, locale: Locale): Html {
  const words = frameWords[locale];
  return html`<p class="demo" role="note">${demoWords[locale][demoKind(code)]} · ${words.demoDay(longDate(on, locale))}</p>`;
}

function navigation({ look, path: here, district, list, section }: Framed): readonly Html[] {
  const words = frameWords[look.locale];
  const links: readonly (readonly [Framed['section'], string, string])[] =
    district === null
      ? []
      : [
          ...(list === null
            ? []
            : ([
                ['board', words.board, listPath(district.code, list)],
                ['with-me', words.withMe, listPath(district.code, list, '/with-me')],
                ['editions', words.editions, listPath(district.code, list, '/editions')],
              ] as const)),
          ['how', words.how, `/${district.code}/how`],
        ];
  const other: Look = { ...look, locale: look.locale === 'en' ? 'zh-CN' : 'en' };
  return [
    ...links.map(
      ([name, word, to]) => html`<li><a href="${href(look, to)}"${name === section && html` aria-current="page"`}>${word}</a></li>`,
    ),
    html`<li><a href="${href({ ...look, big: !look.big }, here)}">${look.big ? words.standard : words.big}</a></li>`,
    html`<li><a href="${href(other, here)}" lang="${other.locale}" hreflang="${other.locale}">${words.otherLanguage}</a></li>`,
  ];
}
