import { Misuse, type Verb } from '../../verb.ts';
import { count } from './count.ts';
import { rehearseVerb } from './rehearse.ts';
import { verifyVerb } from './verify.ts';

const PARTS: Readonly<Record<string, Verb['run']>> = { count, verify: verifyVerb, rehearse: rehearseVerb };

/** `ballot`: counting, checking and rehearsing a vote; none of it needs a database. */
export const ballot: Verb = {
  usage:
    'ballot count <sheet.json> | verify <archive.bel> | rehearse --voters 12 --candidates 12 --seats 10 --trustees 3 [--threshold 2] --out DIR [--json]',
  does: '票决：计票、核验归档文件、演练 · counts a vote, checks its archive, rehearses one',
  async run(call) {
    const [what = ''] = call.args.words;
    const part = Object.hasOwn(PARTS, what) ? PARTS[what] : undefined;
    if (part === undefined)
      throw new Misuse(`ballot 后面应为 ${Object.keys(PARTS).join('、')} · ballot wants one of these${what ? `, not ${what}` : ''}`);
    return part(call);
  },
};
