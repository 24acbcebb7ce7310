import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useState } from 'react';
import { isFailure } from '#/ui/api.ts';
import { forgetShell } from '#/ui/offline-shell.ts';
import { ErrorState, Loading } from '#/ui/page.tsx';
import { ChangePassword } from './change-password.tsx';
import { EnrolTotp } from './enrol-totp.tsx';
import { LogIn } from './log-in.tsx';
import { useArrival } from './provider.tsx';
import { sessionApi } from './session-api.ts';
import { Workspace } from './workspace.tsx';

/** Lets in whoever is logged in and ready. A log-in that ends later is renewed over the page, which stays as it is. */
export function Gate() {
  const queries = useQueryClient();
  const [hasEnded, setEnded] = useState(false);
  const me = useQuery({ queryKey: ['me'], queryFn: sessionApi.me, staleTime: Number.POSITIVE_INFINITY });
  // The workspace is built in short turns, between which the page answers.
  const isBuilt = useDeferredValue(me.data !== undefined, false);
  useArrival(me.data);
  const onLogInNeeded = useCallback(() => setEnded(true), []);
  const enter = useCallback(async () => {
    await queries.refetchQueries({ queryKey: ['me'] });
    setEnded(false);
    await queries.invalidateQueries();
  }, [queries]);
  const leave = useCallback(async () => {
    const left = await sessionApi.logOut(me.data?.csrf ?? '').catch(() => null);
    sessionStorage.clear();
    await forgetShell();
    location.assign(left?.goTo ?? '/staff/');
  }, [me.data]);

  if (isFailure(me.error) && me.error.status === 401 && !me.data) return <LogIn onEntered={enter} />;
  if (me.error && !me.data) return <ErrorState problem={me.error} onAgain={() => me.refetch()} />;
  if (!me.data || !isBuilt) return <Loading />;
  if (me.data.stand === 'change-password') return <ChangePassword me={me.data} onChanged={enter} onLeave={leave} />;
  if (me.data.stand === 'enrol-totp') return <EnrolTotp me={me.data} onEnrolled={enter} onLeave={leave} />;
  return (
    <>
      <Workspace me={me.data} onLogInNeeded={onLogInNeeded} onLeave={leave} />
      {hasEnded && <LogIn again username={me.data.account.username} onEntered={enter} />}
    </>
  );
}
