import { InboxOf } from './inbox.tsx';

/** 单位审核: what a colleague of the unit has written, passed on to the office or returned to him. */
export default function UnitReview() {
  return <InboxOf step="unit" />;
}
