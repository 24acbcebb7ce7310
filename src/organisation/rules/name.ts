/** A name as it is compared: width, blanks, quotes and case do not tell two units apart. */
export function nameKey(text: string): string {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'“”‘’《》〈〉]/g, '')
    .replace(/[·•‧・∙⋅]/g, '·');
  // Signs that stood apart may join once the blank between them is gone.
  return bare.normalize('NFKC');
}

/** 市民政局 is not ours: what stands before a bare name may say that another level is meant. */
const OTHER_LEVEL = /[市省镇乡]$/;
/** 委办 and 政办 are too short to know a unit by. */
const LEAST_BARE = 3;

/** 单位的叫法: who `text` names somewhere within it, by name, alias, or either without the district before it (民政局 for 区民政局); nobody where it may be two. */
export function findUnitWithin<It extends Pick<Named, 'id' | 'name' | 'aliases'>>(
  units: readonly It[],
  text: string,
): { readonly unit: It; readonly rest: string } | null {
  const key = nameKey(text);
  const found = units.flatMap((unit) =>
    callsOf(unit).flatMap(({ call, isBare }) => placesOf(key, call, isBare).map((at) => ({ unit, call, at }))),
  );
  const longest = Math.max(0, ...found.map((it) => it.call.length));
  const best = found.filter((it) => it.call.length === longest);
  if (best.length === 0 || best.some((it) => it.unit.id !== best[0]!.unit.id)) return null;
  const { unit, call, at } = best[0]!;
  return { unit, rest: `${key.slice(0, at)} ${key.slice(at + call.length)}` };
}

function callsOf({ name, aliases }: Pick<Named, 'name' | 'aliases'>): readonly { readonly call: string; readonly isBare: boolean }[] {
  const whole = [name, ...aliases].map(nameKey);
  const bare = whole.map(withoutPlace).filter((it) => it.length >= LEAST_BARE && !whole.includes(it));
  return [
    ...whole.filter((it) => it.length >= 2).map((call) => ({ call, isBare: false })),
    ...bare.map((call) => ({ call, isBare: true })),
  ];
}

function placesOf(key: string, call: string, isBare: boolean): readonly number[] {
  const places: number[] = [];
  for (let at = key.indexOf(call); at >= 0; at = key.indexOf(call, at + 1))
    if (!isBare || !OTHER_LEVEL.test(key.slice(0, at))) places.push(at);
  return places;
}

type Named = { readonly id: string; readonly name: string; readonly aliases: readonly string[]; readonly isActive: boolean };

export type UnitMatch<It extends Named = Named> =
  | { readonly kind: 'exact'; readonly unit: It }
  | { readonly kind: 'alias'; readonly unit: It }
  | { readonly kind: 'similar'; readonly units: readonly It[] }
  | { readonly kind: 'none' };

/** Whom a document means by `text`: certainly, by another name, or perhaps; a doubtful match is offered, never taken. */
export function findUnitByName<It extends Named>(units: readonly It[], text: string): UnitMatch<It> {
  const key = nameKey(text);
  const active = units.filter((it) => it.isActive);
  const named = active.find((it) => nameKey(it.name) === key);
  if (named !== undefined) return { kind: 'exact', unit: named };
  const called = active.find((it) => it.aliases.some((alias) => nameKey(alias) === key));
  if (called !== undefined) return { kind: 'alias', unit: called };
  const ranked = active
    .map((unit) => ({ unit, closeness: Math.max(...[unit.name, ...unit.aliases].map((name) => closenessOf(nameKey(name), key))) }))
    .filter(({ closeness }) => closeness > 0)
    .sort((a, b) => b.closeness - a.closeness);
  return ranked.length === 0 ? { kind: 'none' } : { kind: 'similar', units: ranked.slice(0, 5).map(({ unit }) => unit) };
}

/** Letters of two in a row that both names share, over all of them (Dice); below this names only share words such as 管理局. */
const LEAST_DICE = 0.6;

function closenessOf(name: string, text: string): number {
  const [a, b] = [withoutPlace(name), withoutPlace(text)];
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 3 && long.endsWith(short)) return 0.95;
  if (isAbbreviation(short, long)) return 0.9;
  const dice = diceOf(a, b);
  return dice >= LEAST_DICE ? dice : 0;
}

/** 云冈区民政局 and 区民政局 are 民政局. A leading 市 stays: 市场监督管理局 begins with it. */
function withoutPlace(name: string): string {
  const bare = name.replace(/^(?:\p{Script=Han}{2,6}?市)?(?:\p{Script=Han}{1,5}?[区县旗]|[区县旗])(?=\p{Script=Han}{2})/u, '');
  return bare.length >= 2 ? bare : name;
}

/** 卫健局 for 卫生健康局: the same first and last sign, and all its signs in order. */
function isAbbreviation(short: string, long: string): boolean {
  if (short.length < 3 || short.length >= long.length || short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const sign of long) if (sign === short[at]) at += 1;
  return at === short.length;
}

function diceOf(a: string, b: string): number {
  const pairs = (text: string) => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
  const [left, right] = [pairs(a), pairs(b)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}
