/**
 * What the browsers of our floor (docs/operators/browsers.md) do not have yet, and our code uses. Nothing is replaced where it is there.
 * The build brings the syntax down to the floor, not these.
 */
function add(owner: object, name: string, value: unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, configurable: true, writable: true });
}

/** Chrome 110. */
add(Array.prototype, 'toSorted', function toSorted<Item>(this: readonly Item[], compare?: (a: Item, b: Item) => number) {
  return [...this].sort(compare);
});
add(Array.prototype, 'toReversed', function toReversed<Item>(this: readonly Item[]) {
  return [...this].reverse();
});

/** Chrome 117. */
add(Map, 'groupBy', <Item, Key>(items: Iterable<Item>, keyOf: (item: Item, index: number) => Key) => {
  const groups = new Map<Key, Item[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
});

/** Chrome 120. */
add(URL, 'canParse', (url: string, base?: string) => {
  try {
    return new URL(url, base) !== null;
  } catch {
    return false;
  }
});
