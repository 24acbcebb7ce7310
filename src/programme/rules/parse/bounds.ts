import type { Mention, Reading } from './mentions.ts';
import type { Bound } from './parsed.ts';
import { splitVerb, verbLength } from './verbs.ts';

const AT_LEAST_BEFORE =
  /(?:不少于|不低于|不小于|不短于|不得少于|不得低于|至少|最少|最低|超过|超出|突破|大于|高于|多于|≥|>|(?<![赶力])超|逾|达?满)(?:到)?\s?$/;
const AT_MOST_BEFORE = /(?:不超过|不高于|不多于|不大于|不得超过|不得高于|控制在|低于|小于|少于|压减到|下降到|降至|降到|≤|<)\s?$/;
const NEGATED = /不$|不得$/;
const APPROX_BEFORE = /(?:大约|大概|将近|(?<![节预签公合契条简制大履])约|(?<![附就最邻靠远亲贴])近)\s?$/;
const AT_LEAST_BEHIND = /^(?:\(?(?:及|含)?\)?(?:\(含\))?以上|\(含\)以上|起步)/;
const AT_MOST_BEHIND = /^(?:\(?(?:及|含)?\)?以[内下]|之内)/;
const APPROX_BEHIND = /^(?:左右|上下)/;
/** `至少建成1个`: the bound stands before the verb of the same figure. */
const LEADING = /(至少|不少于|不低于|不超过|最多)([^，。；：、\d]{0,12})$/;

/** `60个(标准车位)以上`: a bracket about the measure. */
const ASIDE = /^\([\u4e00-\u9fff]{1,8}\)(?=及?以[上内下]|左右)/;

export type Limits = { readonly bound: Bound; readonly approx: boolean };

/** What the words around one figure say about it; a bound of the figures before it in the same list is passed in as `inherited`. */
export function limitsOf(reading: Reading, mention: Mention, inherited: Bound | null): Limits & { readonly leads: Bound | null } {
  const { text, clauses } = reading;
  const clauseStart = clauses.clauseStart(mention.start);
  const before = text.slice(Math.max(clauseStart, mention.start - 24), mention.start);
  const behind = text
    .slice(mention.unitEnd, mention.unitEnd + 16)
    .replace(/^[\s余多]+/, '')
    .replace(ASIDE, '');
  const leads = leadingBound(before);
  const nearly = before.replace(/(?:不少于|至少|超过|控制在|达到|达|为|共|的)\s?$/, '');
  const approx = mention.more || APPROX_BEFORE.test(before) || APPROX_BEFORE.test(nearly) || APPROX_BEHIND.test(behind);
  const trailing = AT_LEAST_BEHIND.test(behind) ? 'at_least' : AT_MOST_BEHIND.test(behind) ? 'at_most' : null;
  const own = trailing ?? leads ?? (mention.more || mention.max !== null ? 'at_least' : null);
  return { bound: own ?? inherited ?? 'exact', approx, leads };
}

function leadingBound(before: string): Bound | null {
  const plain = before.replace(/(?:大约|约|近)\s?$/, '');
  if (AT_LEAST_BEFORE.test(plain)) return NEGATED.test(plain.replace(/(?:超过|大于|高于|多于|超)\s?$/, '')) ? 'at_most' : 'at_least';
  if (AT_MOST_BEFORE.test(plain)) return NEGATED.test(plain.replace(/(?:低于|小于|少于)\s?$/, '')) ? 'at_least' : 'at_most';
  const leading = LEADING.exec(plain);
  if (leading === null || (leading[2] !== '' && verbLength(leading[2]!) === 0)) return null;
  return leading[1] === '不超过' || leading[1] === '最多' ? 'at_most' : 'at_least';
}

/** Each figure with its limits. A leading `不少于` holds for the whole list it opens, until a clause ends or another verb begins. */
export function limitsOfAll(reading: Reading): readonly Limits[] {
  const { text, clauses, mentions } = reading;
  const all: Limits[] = [];
  let list: { readonly clause: number; readonly bound: Bound } | null = null;
  for (const [index, mention] of mentions.entries()) {
    const clause = clauses.clauseStart(mention.start);
    const previous = mentions[index - 1];
    const between = previous === undefined ? '' : text.slice(previous.unitEnd, mention.start);
    const goesOn: boolean = list !== null && list.clause === clause && isListed(between);
    const limits = limitsOf(reading, mention, goesOn ? list!.bound : null);
    all.push({ bound: limits.bound, approx: limits.approx });
    list = limits.leads !== null ? { clause, bound: limits.leads } : goesOn ? list : null;
  }
  return all;
}

/** `、400场` or `以及1000场` goes on with the list; `、提供1000个` begins another phrase. */
function isListed(between: string): boolean {
  const joint = Math.max(between.lastIndexOf('、'), between.lastIndexOf('和'), between.lastIndexOf('及'), between.lastIndexOf('与'));
  if (joint < 0) return false;
  return splitVerb(between.slice(joint + 1)).verb === '';
}
