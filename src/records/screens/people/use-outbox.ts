import { useCallback, useEffect, useState } from 'react';
import { useLocale } from '#/ui/locale.tsx';
import { dropFromOutbox, putInOutbox, readOutbox, sendOutbox } from '#/ui/outbox.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';

const TRY_AGAIN_MS = 15_000;

/** What waits to be sent, kept in view; it goes out when the network is back, and every now and then. */
export function useOutbox() {
  const { api, district } = useWorkplace();
  const locale = useLocale();
  const [waiting, setWaiting] = useState(readOutbox(district));
  const [isOnline, setOnline] = useState(navigator.onLine);
  const send = useCallback(async () => {
    // Without network nothing is tried: what never left can still be dropped.
    if (navigator.onLine) await sendOutbox(api, (problem) => sentenceOf(problem, locale));
    setWaiting(readOutbox(district));
  }, [api, district, locale]);
  useEffect(() => {
    const changed = () => {
      setOnline(navigator.onLine);
      void send();
    };
    window.addEventListener('online', changed);
    window.addEventListener('offline', changed);
    const timer = setInterval(changed, TRY_AGAIN_MS);
    void send();
    return () => {
      window.removeEventListener('online', changed);
      window.removeEventListener('offline', changed);
      clearInterval(timer);
    };
  }, [send]);
  const put = (name: string, input: unknown, label: string) => {
    const id = putInOutbox(district, name, input, label);
    setWaiting(readOutbox(district));
    void send();
    return id;
  };
  const drop = (id: string) => {
    dropFromOutbox(district, id);
    setWaiting(readOutbox(district));
  };
  const isUnsent = (id: string) => readOutbox(district).some((it) => it.id === id && it.refusal === null && it.isTried !== true);
  /** False where it left already, or may have. */
  const dropUnsent = (id: string) => {
    if (!isUnsent(id)) return false;
    drop(id);
    return true;
  };
  return { waiting, isOnline, put, drop, send, isUnsent, dropUnsent };
}
