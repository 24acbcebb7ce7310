import { Link, Navigate, useParams } from 'react-router';
import { useRead } from '#/ui/data.ts';
import { useLabels } from '#/ui/locale.tsx';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { EventToSignIn } from './contract.ts';
import { signInLabels } from './sign-in-labels.ts';

/** 活动签到: an event leads to the sign-in of the service that it is part of; of several somebody chooses. */
export default function SignInEventScreen() {
  const words = useLabels(signInLabels);
  const { entryId } = useParams();
  const { district } = useWorkplace();
  const view = useRead<EventToSignIn>(`/records/sign-in-event?entryId=${entryId}`);
  const to = ({ id, onDay }: EventToSignIn, kindId: string) => `/${district}/records/sign-in/${kindId}?event=${id}&day=${onDay}`;
  const only = view.data?.kinds.length === 1 ? view.data.kinds[0]! : null;
  if (only !== null) return <Navigate replace to={to(view.data!, only.id)} />;
  return (
    <Page title={words.eventTitle} lead={words.eventLead}>
      <Whole of={view}>
        {(it) => (
          <>
            <h2>{`${it.onDay} ${it.title}`}</h2>
            {!it.isOwn && <p className="notice">{words.eventOfOther}</p>}
            {it.isOwn && it.kinds.length === 0 && <EmptyState title={words.eventNoKind} text={words.eventNoKindText} />}
            <ul>
              {it.kinds.map(({ id, name }) => (
                <li key={id}>
                  <Link to={to(it, id)}>{name}</Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </Whole>
    </Page>
  );
}
