import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RunOptions } from './api.ts';
import { useWorkplace } from './session.ts';

/** Reads `/api/{district}{path}`; asks again when the window is looked at after a while. `null` as path waits. */
export function useRead<Value>(path: string | null): UseQueryResult<Value> {
  const { api } = useWorkplace();
  return useQuery({ queryKey: [api.district, path], enabled: path !== null, queryFn: () => api.get<Value>(path!) });
}

/** Sends one command; afterwards everything read from its stages is read anew. */
export function useCommand<Input, Value>(name: string, options?: { readonly keepReads?: boolean }) {
  const { api } = useWorkplace();
  const queries = useQueryClient();
  return useMutation({
    mutationKey: [name],
    mutationFn: ({ input, ...rest }: { readonly input: Input } & RunOptions) => api.run<Value>(name, input, rest),
    onSuccess: () => (options?.keepReads ? undefined : queries.invalidateQueries()),
  });
}
