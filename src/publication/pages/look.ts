import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Locale } from '#/kernel/format.ts';
import type { Html } from '#/kernel/html.ts';
import type { ListKey } from '../rules/edition.ts';

/** How a page is read: its language, and whether in the large-type version (长辈版). Each look has addresses of its own, so that pages can be kept as files. */
export type Look = { readonly locale: Locale; readonly big: boolean };

export const LOOKS: readonly Look[] = [
  { locale: 'zh-CN', big: false },
  { locale: 'zh-CN', big: true },
  { locale: 'en', big: false },
  { locale: 'en', big: true },
];

export function prefixOf({ locale, big }: Look): string {
  return `${locale === 'en' ? '/en' : ''}${big ? '/big' : ''}`;
}

/** The address of a page in a look: `/en/big/140214/2026`. */
export function href(look: Look, path: string): string {
  const whole = `${prefixOf(look)}${path}`;
  return whole.length > 1 && path === '/' ? whole.slice(0, -1) : whole;
}

/** The lists beside the district's ten things have their kind before the year; `place` is a heading within the page. */
export function listPath(district: string, { kind, year }: ListKey, rest = '', place: number | null = null): string {
  return `/${district}${kind === 'ten-things' ? '' : `/${kind}`}/${year}${rest}${place === null ? '' : `#${place}`}`;
}

/** What a page hands to the frame around it. */
export type Framed = {
  readonly look: Look;
  readonly title: string;
  /** Without the look's prefix; the frame makes the links to the other looks from it. */
  readonly path: string;
  readonly district: { readonly code: string; readonly name: string } | null;
  /** The list that the navigation points into. */
  readonly list: ListKey | null;
  readonly section: 'board' | 'with-me' | 'how' | 'editions' | 'districts' | null;
  /** 演示: the civil day that a demo district sees. */
  readonly demoOn: CivilDate | null;
  readonly body: Html;
  /** What a page says of itself where it is passed on. */
  readonly description?: string;
};

/** 公开页面的外壳: fills in the page frame and serves the style sheet. The shell stands behind all stages, so it is handed in. */
export type PublicShell = {
  readonly frame: (page: Framed) => Html;
  readonly styleSheet: { readonly path: `/${string}`; readonly bytes: Buffer };
};
