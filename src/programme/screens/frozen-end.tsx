import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useLabels } from '#/ui/locale.tsx';
import { EmptyState } from '#/ui/page.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { Draft } from '../rules/draft.ts';
import { labels } from './labels.ts';

/** The end of the wizard: the draft is gone, and what is read from here on is the frozen list. */
export function FrozenEnd({ draft }: { readonly draft: Draft }) {
  const words = useLabels(labels);
  const navigate = useNavigate();
  const { district } = useWorkplace();
  const queries = useQueryClient();
  useEffect(() => {
    queries.invalidateQueries();
  }, [queries]);
  const list = `year=${draft.year}&kind=${draft.kind}`;
  const hasProgress = draft.projects.some(({ progress }) => progress?.confirmed);
  return (
    <EmptyState title={words.frozen} text={hasProgress ? words.frozenWithProgress : words.frozenText}>
      {hasProgress && (
        <Button type="primary" onClick={() => navigate(`/${district}/inbox?${list}&take=progress`)}>
          {words.toProgress}
        </Button>
      )}
      <Button type={hasProgress ? 'default' : 'primary'} onClick={() => navigate(`/${district}/board?${list}`)}>
        {words.toBoard}
      </Button>
    </EmptyState>
  );
}
