import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { number, percent } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { labels } from './step-labels.ts';
import type { StepProject } from './steps-contract.ts';

/** 点位步骤: the projects that are carried out at sites, and how far each is by its steps. */
export default function StepProjects() {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const projects = useRead<readonly StepProject[]>('/planning/step-projects');
  return (
    <Page title={words.title} lead={words.lead}>
      <Whole of={projects}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={words.none} text={words.noneText}>
              <Button type="primary" onClick={() => navigate(`/${district}/sites`)}>
                {words.toSites}
              </Button>
            </EmptyState>
          ) : (
            <DataTable
              rows={rows}
              keyOf={({ id }) => id}
              fileName={words.title}
              columns={[
                {
                  title: words.project,
                  text: ({ no, name }) => `${no} ${name}`,
                  show: ({ id, no, name }) => (
                    <Link to={`/${district}/sites/steps/${id}`}>
                      {no} {name}
                    </Link>
                  ),
                },
                { title: words.sites, text: ({ sites }) => sites, width: 90, align: 'right' },
                { title: words.steps, text: ({ steps }) => steps, width: 90, align: 'right', onlyWide: true },
                {
                  title: words.share,
                  text: ({ share }) => (share.share === null ? '—' : percent(share.share)),
                  show: ({ share }) =>
                    share.share === null ? (
                      <span className="soft">{words.noSteps}</span>
                    ) : (
                      <>
                        {percent(share.share)}{' '}
                        <small className="soft">{words.shareSaid(number(share.numerator), number(share.denominator))}</small>
                      </>
                    ),
                  align: 'right',
                },
              ]}
            />
          )
        }
      </Whole>
    </Page>
  );
}
