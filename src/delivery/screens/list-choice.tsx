import { Button, Select } from 'antd';
import { useNavigate } from 'react-router';
import { useLabels } from '#/ui/locale.tsx';
import { EmptyState } from '#/ui/page.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { labels } from './labels.ts';
import type { useList } from './use-list.ts';

export function ListChoice({ of: { frozen, list, choose } }: { readonly of: ReturnType<typeof useList> }) {
  const words = useLabels(labels);
  if (frozen.length < 2) return null;
  return (
    <Select
      aria-label={words.list}
      value={list?.id}
      onChange={choose}
      popupMatchSelectWidth={false}
      options={frozen.map(({ id, title }) => ({ value: id, label: title }))}
    />
  );
}

export function NoList() {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  return (
    <EmptyState title={words.noList} text={words.noListText}>
      <Button type="primary" onClick={() => navigate(`/${district}/programmes`)}>
        {words.toLists}
      </Button>
    </EmptyState>
  );
}
