import { createContext, useContext } from 'react';
import type { Locale } from '#/kernel/format.ts';

export type Labels<Words> = { readonly 'zh-CN': Words; readonly en: Words };

export const LocaleContext = createContext<{ readonly locale: Locale; readonly setLocale: (locale: Locale) => void }>({
  locale: 'zh-CN',
  setLocale: () => {},
});

export function useLocale(): Locale {
  return useContext(LocaleContext).locale;
}

/** The labels of a room in the language of the reader. */
export function useLabels<Words>(labels: Labels<Words>): Words {
  return labels[useLocale()];
}
