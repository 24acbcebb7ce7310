import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useCallback, useMemo, useState } from 'react';
import type { Locale } from '#/kernel/format.ts';
import { isFailure } from '#/ui/api.ts';
import { LocaleContext } from '#/ui/locale.tsx';
import { theme } from '#/ui/theme.ts';
import { Gate } from './gate.tsx';
import { nonce } from './nonce.ts';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      // A page that was kept answers without network too: it is asked before anybody gives up.
      networkMode: 'offlineFirst',
      retry: (count, problem) => count < 2 && isFailure(problem) && (problem.status === 0 || problem.status >= 500),
    },
    mutations: { retry: false },
  },
});

export function App() {
  const [locale, setLocale] = useState<Locale>(() => (localStorage.getItem('luoshi-locale') === 'en' ? 'en' : 'zh-CN'));
  const choose = useCallback((next: Locale) => {
    localStorage.setItem('luoshi-locale', next);
    // biome-ignore lint/suspicious/noDocumentCookie: a preference that the server reads, no secret
    document.cookie = `luoshi-locale=${next === 'en' ? 'en' : 'zh'}; path=/; max-age=31536000; samesite=lax`;
    document.documentElement.lang = next;
    setLocale(next);
  }, []);
  const language = useMemo(() => ({ locale, setLocale: choose }), [locale, choose]);
  return (
    <LocaleContext value={language}>
      <ConfigProvider theme={theme} locale={locale === 'en' ? enUS : zhCN} csp={{ nonce }} button={{ autoInsertSpace: false }}>
        <AntApp>
          <QueryClientProvider client={queries}>
            <Gate />
          </QueryClientProvider>
        </AntApp>
      </ConfigProvider>
    </LocaleContext>
  );
}
