import { accept, type Result, refuse } from '../result.ts';
import type { Network, NetworkRefusal } from './network.ts';

/** The network with numbers for names: links sorted by their ends, tasks in an order in which every predecessor comes first. */
export type Ordered = {
  readonly order: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Positions of a task's links in `byTo` and `byFrom`: `first[task]` up to `first[task + 1]`. */
  readonly byTo: Int32Array;
  readonly firstTo: Int32Array;
  readonly byFrom: Int32Array;
  readonly firstFrom: Int32Array;
};

export function ordered({
  tasks,
  links,
  deadlines,
}: Network): Result<Ordered & { readonly numberOf: ReadonlyMap<string, number> }, NetworkRefusal> {
  const numberOf = new Map<string, number>();
  for (let i = 0; i < tasks.length; i++) {
    const { id, startedOn, finishedOn } = tasks[i]!;
    if (numberOf.has(id)) return refuse({ kind: 'duplicate-task', task: id });
    if (startedOn && finishedOn && finishedOn < startedOn) return refuse({ kind: 'finished-before-started', task: id });
    numberOf.set(id, i);
  }
  const [from, to] = [new Int32Array(links.length), new Int32Array(links.length)];
  for (let i = 0; i < links.length; i++) {
    const link = links[i]!;
    const a = numberOf.get(link.from);
    const b = numberOf.get(link.to);
    if (a === undefined || b === undefined)
      return refuse({ kind: 'unknown-task', task: a === undefined ? link.from : link.to, where: 'link' });
    from[i] = a;
    to[i] = b;
  }
  const lost = deadlines.find((it) => !numberOf.has(it.task));
  if (lost !== undefined) return refuse({ kind: 'unknown-task', task: lost.task, where: 'deadline' });
  const [byTo, firstTo] = grouped(to, tasks.length);
  const [byFrom, firstFrom] = grouped(from, tasks.length);
  const order = topological({ from, to, byFrom, firstFrom }, tasks.length);
  if (order.length < tasks.length) return refuse({ kind: 'cycle', tasks: cycleIn({ from, byTo, firstTo }, order, tasks) });
  return accept({ order, from, to, byTo, firstTo, byFrom, firstFrom, numberOf });
}

/** Counting sort of links by one of their ends. */
function grouped(ends: Int32Array, count: number): readonly [Int32Array, Int32Array] {
  const first = new Int32Array(count + 1);
  for (const end of ends) first[end + 1]!++;
  for (let i = 0; i < count; i++) first[i + 1]! += first[i]!;
  const [next, sorted] = [first.slice(), new Int32Array(ends.length)];
  for (let i = 0; i < ends.length; i++) sorted[next[ends[i]!]!++] = i;
  return [sorted, first];
}

type Forward = Pick<Ordered, 'from' | 'to' | 'byFrom' | 'firstFrom'>;

function topological({ to, byFrom, firstFrom }: Forward, count: number): Int32Array {
  const open = new Int32Array(count);
  for (const it of to) open[it]!++;
  const order = new Int32Array(count);
  let length = 0;
  for (let i = 0; i < count; i++) if (open[i] === 0) order[length++] = i;
  for (let at = 0; at < length; at++) {
    const task = order[at]!;
    for (let i = firstFrom[task]!; i < firstFrom[task + 1]!; i++) if (--open[to[byFrom[i]!]!]! === 0) order[length++] = to[byFrom[i]!]!;
  }
  return order.subarray(0, length);
}

/** Going back from any task that could not be ordered comes round in the end; the circle begins with the name that sorts first. */
function cycleIn(
  { from, byTo, firstTo }: Pick<Ordered, 'from' | 'byTo' | 'firstTo'>,
  order: Int32Array,
  tasks: Network['tasks'],
): readonly string[] {
  const isOrdered = new Set(order);
  const before = (task: number) => {
    for (let i = firstTo[task]!; i < firstTo[task + 1]!; i++) if (!isOrdered.has(from[byTo[i]!]!)) return from[byTo[i]!]!;
    return task;
  };
  const seen = new Set<number>();
  let task = tasks.findIndex((_, i) => !isOrdered.has(i));
  while (!seen.has(task)) {
    seen.add(task);
    task = before(task);
  }
  const circle = [task];
  for (let it = before(task); it !== task; it = before(it)) circle.unshift(it);
  const names = circle.map((it) => tasks[it]!.id);
  const first = names.indexOf([...names].sort()[0]!);
  return [...names.slice(first), ...names.slice(0, first)];
}
