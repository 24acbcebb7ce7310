/** 口令: at least this long (GB/T 22239-2019 8.1.4.1 asks for complexity without a number; ten is the practice of provincial 政务 platforms, 来源: 待核实). */
export const LEAST_LENGTH = 10;
/** From this length on a sentence of one kind of sign will do (NIST SP 800-63B 3.1.1.2 counts length before variety). */
export const LENGTH_WITHOUT_VARIETY = 16;
/** The hash takes no more; longer input would only cost time. */
export const MOST_LENGTH = 128;

export type PasswordFault =
  | { readonly kind: 'password-too-short'; readonly least: number }
  | { readonly kind: 'password-too-long'; readonly most: number }
  | { readonly kind: 'password-too-plain'; readonly enoughAt: number }
  | { readonly kind: 'password-holds-user-name' }
  | { readonly kind: 'password-too-common' }
  | { readonly kind: 'password-unchanged' };

const CLASSES: readonly RegExp[] = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

/** What remains of the passwords seen most often in published leaks when digits and signs at both ends are dropped. */
const COMMON: ReadonlySet<string> = new Set([
  'password',
  'passwd',
  'admin',
  'administrator',
  'root',
  'welcome',
  'letmein',
  'iloveyou',
  'woaini',
  'woaizhongguo',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsx',
  'qazwsxedc',
  'qweasdzxc',
  'abc',
  'abcd',
  'abcde',
  'abcdef',
  'test',
  'guest',
  'user',
  'monkey',
  'dragon',
  'china',
  'zhongguo',
  'beijing',
  'datong',
  'luoshi',
  'minsheng',
  'zhengfu',
  'mima',
]);

const DISGUISES: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

function core(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  const plain = core(lower);
  const undisguised = core(core(lower.replace(/[\d!]+$/, '')).replace(/[@4310!$57]/g, (sign) => DISGUISES[sign] ?? sign));
  return plain === '' || COMMON.has(plain) || COMMON.has(undisguised) || isRun(lower);
}

/** One sign repeated, or signs that follow each other on the keyboard or in the alphabet, make no password. */
function isRun(lower: string): boolean {
  const signs = [...lower];
  if (new Set(signs).size <= 2) return true;
  const steps = new Set(signs.slice(1).map((sign, i) => sign.codePointAt(0)! - signs[i]!.codePointAt(0)!));
  return steps.size === 1;
}

/** Everything that speaks against a new password, so that a person reads all of it at once. The old one is compared by its hash, elsewhere. */
export function passwordFaults(password: string, userName: string): readonly PasswordFault[] {
  const length = [...password].length;
  const variety = CLASSES.filter((it) => it.test(password)).length;
  const faults: PasswordFault[] = [];
  if (length < LEAST_LENGTH) faults.push({ kind: 'password-too-short', least: LEAST_LENGTH });
  if (password.length > MOST_LENGTH) faults.push({ kind: 'password-too-long', most: MOST_LENGTH });
  if (variety < 3 && length < LENGTH_WITHOUT_VARIETY) faults.push({ kind: 'password-too-plain', enoughAt: LENGTH_WITHOUT_VARIETY });
  if (userName !== '' && password.toLowerCase().includes(userName.toLowerCase())) faults.push({ kind: 'password-holds-user-name' });
  if (isCommon(password)) faults.push({ kind: 'password-too-common' });
  return faults;
}
