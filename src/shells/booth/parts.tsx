import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { encode } from 'uqr';
import { boothWords } from '#/ballot/words/booth.ts';
import type { Locale } from '#/kernel/format.ts';

/** Chinese first; the switch changes only this page. */
export function useBoothLocale() {
  const [locale, setLocale] = useState<Locale>('zh-CN');
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return { locale, words: boothWords[locale], toggle: () => setLocale(locale === 'en' ? 'zh-CN' : 'en') };
}

export function Frame({ title, other, onOther, children }: { title: string; other: string; onOther: () => void; children: ReactNode }) {
  return (
    <main className="page">
      <div className="bar">
        <h1>{title}</h1>
        <button type="button" className="plain" onClick={onOther}>
          {other}
        </button>
      </div>
      {children}
    </main>
  );
}

export function Code({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg className="code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} fill="#000" />
    </svg>
  );
}

/** In groups of four, so that two people can compare it aloud. */
export function grouped(tracker: string): string {
  return tracker.replace(/(.{4})(?=.)/g, '$1 ');
}

export function saveText(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
