import { Button } from 'antd';
import { use } from 'react';
import { LocaleContext } from '#/ui/locale.tsx';
import { labels } from './labels.ts';

export function LanguageSwitch() {
  const { locale, setLocale } = use(LocaleContext);
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <Button type="text" size="small" lang={other} onClick={() => setLocale(other)}>
      {labels[locale].language}
    </Button>
  );
}
