import type { Locale } from '#/kernel/format.ts';
import type { BoxRefusal, BoxState } from '../rules/box.ts';

export const boxStateWords: Readonly<Record<Locale, Readonly<Record<BoxState, string>>>> = {
  'zh-CN': {
    keys: '受托人生成密钥',
    credentials: '制作凭证条',
    ready: '待开始投票',
    open: '正在投票',
    closed: '已截止，待受托人解密',
    counted: '已开票',
    abandoned: '已作废',
  },
  en: {
    keys: 'trustees make their keys',
    credentials: 'slips to be made',
    ready: 'ready to open',
    open: 'open',
    closed: 'closed, trustees to decrypt',
    counted: 'counted',
    abandoned: 'given up',
  },
};

/** What failed in a key or a ballot, for whoever has to do it again. */
const CHECKS: Readonly<Record<string, readonly [string, string]>> = {
  'not-canonical': ['不是本系统生成的格式', 'not in the written form'],
  'other-election': ['属于另一场投票', 'made for another election'],
  'not-in-group': ['含有不合规定的数', 'a number outside the group'],
  'wrong-shape': ['题目或选项的个数不符', 'wrong number of questions or answers'],
  'individual-proof': ['单项证明不成立', 'the proof of one mark fails'],
  'overall-proof': ['总数证明不成立', 'the proof of the sum fails'],
  'blank-proof': ['弃权证明不成立', 'the proof of the blank fails'],
  signature: ['签名不成立', 'the signature fails'],
  certificate: ['证书不成立', 'the certificate fails'],
  coefficients: ['公布的系数不成立', 'the published coefficients fail'],
  threshold: ['人数与门限不符', 'not as many as the threshold wants'],
  shares: ['份额个数不符', 'not one share for each trustee'],
  share: ['份额与公布的系数不符', 'the share does not fit the published coefficients'],
  'proof-of-knowledge': ['没有证明自己持有私钥', 'no proof of the private key'],
  'verification-key': ['公钥与各人公布的系数不符', 'the key does not follow from what was published'],
  'listed-twice': ['有重复', 'one stands there twice'],
};

export function checkWords(check: string, locale: Locale): string {
  const found = CHECKS[check];
  return found === undefined ? check : found[locale === 'en' ? 1 : 0];
}

export function boxSentence(it: BoxRefusal, locale: Locale): string {
  return locale === 'en' ? en(it) : zh(it);
}

function zh(it: BoxRefusal): string {
  switch (it.kind) {
    case 'box-not-open':
      if (it.state === 'abandoned') return '这个票箱已经作废，这张票没有记录。请听会议主持人说明';
      return it.state === 'ready' ? '投票还没有开始，请等待宣布开始后再投' : '投票已经截止，这张票没有记录';
    case 'ballot-malformed':
      return `这张票没有记录：${checkWords(it.check, 'zh-CN')}。请刷新页面重新填写`;
    case 'unknown-credential':
      return '这个凭证不在本次投票的凭证之内。请核对凭证条，或到工作人员处换领';
    case 'too-many-tries':
      return `错误的凭证过多，请 ${it.seconds} 秒后再试`;
    case 'credential-used':
      return '这个凭证已经投过一张票，一个凭证只能投一次。如果不是您本人投的，请立即向监票人提出';
    case 'box-full':
      return `票箱已有 ${it.admitted} 张票，与发出的凭证条数相同，这张票没有记录。请向监票人提出`;
    case 'session-not-electronic':
      return '大会通过的表决办法没有采用电子表决票，请使用纸质表决票';
    case 'form-not-electronic':
      return '排序的表决办法不能使用电子表决票，请使用纸质表决票';
    case 'round-has-box':
      return '这一轮已经有票箱；要另设，请先说明理由作废原来的';
    case 'round-decided':
      return '这一轮已经有结果，不再设票箱';
    case 'box-elsewhere':
      return `票箱现在是“${boxStateWords['zh-CN'][it.state]}”，这一步要在“${boxStateWords['zh-CN'][it.wanted]}”时办理`;
    case 'place-taken':
      return `${it.title}的位置已由另一人承担`;
    case 'holds-another-place':
      return `您已承担${it.title}，一人只承担一个位置`;
    case 'certificates-missing':
      return `还缺：${it.titles.join('、')}。请等他们完成上一步`;
    case 'already-published':
      return `${it.title}的这一步已经完成`;
    case 'key-not-proven':
      return `${it.title}提交的内容核验不通过：${checkWords(it.check, 'zh-CN')}。请用原来的密钥文件重做这一步`;
    case 'credentials-unfit':
      return `凭证清单核验不通过：${checkWords(it.check, 'zh-CN')}。请重新制作`;
    case 'credentials-too-few':
      return `凭证只有 ${it.has} 个，名册上有 ${it.roll} 名代表，每人都要有一条`;
    case 'slips-exceed-present':
      return `凭证条 ${it.slips} 条加上已发纸质票 ${it.papers} 张，超过到会的 ${it.present} 人`;
    case 'slips-exceed-handed':
      return `签到台登记发出凭证条 ${it.handed} 条，不能按 ${it.slips} 条开始；请先在签到台登记`;
    case 'too-few-ballots':
      return `票箱里不足 ${it.least} 张票，开票会让人看出个别代表的选择；请继续投票，或作废票箱改用纸质票`;
    case 'slips-exceed-credentials':
      return `凭证条 ${it.slips} 条超过制作的 ${it.credentials} 条`;
    case 'slips-fewer-than-before':
      return `已登记发出 ${it.admitted} 条，不能改为较少的 ${it.slips} 条`;
    case 'nobody-voted':
      return '票箱里还没有票。没有人使用电子表决票的，请说明理由作废票箱';
    case 'decryption-not-proven':
      return `${it.title}的解密证明不成立，没有采用。请核对是不是用了原来的密钥文件`;
    case 'trustees-missing':
      return `需要 ${it.needed} 名受托人解密，现有 ${it.has} 名；还可请：${it.titles.join('、')}`;
    case 'tally-does-not-open':
      return '各受托人的解密合起来得不出票数，请停止使用并保存存档，交监票人核查';
    case 'box-not-counted':
      return `这一轮的电子票箱还是“${boxStateWords['zh-CN'][it.state]}”；请先开票（没有人使用的，说明理由作废），再合并计票`;
    case 'result-standing':
      return '这一轮已经有结果，票箱不再作废';
  }
}

function en(it: BoxRefusal): string {
  switch (it.kind) {
    case 'box-not-open':
      if (it.state === 'abandoned') return 'This box was given up; the ballot is not recorded. Listen to what the chair says';
      return it.state === 'ready' ? 'Voting has not begun; wait until it is announced' : 'Voting has ended; this ballot is not recorded';
    case 'ballot-malformed':
      return `This ballot is not recorded: ${checkWords(it.check, 'en')}. Reload the page and fill it in again`;
    case 'unknown-credential':
      return 'This credential is not of this vote. Check your slip, or ask for another';
    case 'too-many-tries':
      return `Too many wrong credentials; try again in ${it.seconds} seconds`;
    case 'credential-used':
      return 'This credential has cast its ballot; one credential, one ballot. If it was not you, tell a scrutineer at once';
    case 'box-full':
      return `The box holds ${it.admitted} ballots, as many as slips were handed out; this one is not recorded. Tell a scrutineer`;
    case 'session-not-electronic':
      return 'The adopted sheet has no electronic ballot; use paper';
    case 'form-not-electronic':
      return 'Priority numbers cannot be voted on electronically; use paper';
    case 'round-has-box':
      return 'This round has a box; give it up with a reason before another is set up';
    case 'round-decided':
      return 'This round is decided';
    case 'box-elsewhere':
      return `The box is “${boxStateWords.en[it.state]}”; this is done while it is “${boxStateWords.en[it.wanted]}”`;
    case 'place-taken':
      return `Somebody else is ${it.title}`;
    case 'holds-another-place':
      return `You are ${it.title}; one person holds one place`;
    case 'certificates-missing':
      return `Still missing: ${it.titles.join(', ')}. Wait for their step`;
    case 'already-published':
      return `${it.title} has done this step`;
    case 'key-not-proven':
      return `What ${it.title} sent fails: ${checkWords(it.check, 'en')}. Do this step again with the same key file`;
    case 'credentials-unfit':
      return `The credentials fail: ${checkWords(it.check, 'en')}. Make them again`;
    case 'credentials-too-few':
      return `${it.has} credentials for ${it.roll} deputies on the roll; each needs one`;
    case 'slips-exceed-present':
      return `${it.slips} slips and ${it.papers} papers are more than the ${it.present} who are here`;
    case 'slips-exceed-handed':
      return `The check-in desk noted ${it.handed} slips; note the others there before opening for ${it.slips}`;
    case 'too-few-ballots':
      return `The box holds fewer than ${it.least} ballots, and opening it would tell single votes; go on voting, or give it up and vote on paper`;
    case 'slips-exceed-credentials':
      return `${it.slips} slips are more than the ${it.credentials} made`;
    case 'slips-fewer-than-before':
      return `${it.admitted} slips are recorded as handed out; it cannot become ${it.slips}`;
    case 'nobody-voted':
      return 'The box is empty. If nobody voted electronically, give it up with a reason';
    case 'decryption-not-proven':
      return `The decryption of ${it.title} is not proven and was not taken. Check that the key file is the right one`;
    case 'trustees-missing':
      return `${it.needed} trustees have to decrypt, ${it.has} have; still possible: ${it.titles.join(', ')}`;
    case 'tally-does-not-open':
      return 'The decryptions together give no counts. Stop, keep the archive, and call the scrutineers';
    case 'box-not-counted':
      return `The electronic box of this round is “${boxStateWords.en[it.state]}”; count it (or give it up with a reason) before the votes are counted together`;
    case 'result-standing':
      return 'This round has its result; the box stays';
  }
}
