import { longDate } from '#/kernel/format.ts';
import type { Proposal } from '../rules/measure.ts';
import { numberText, type Order } from '../rules/order.ts';
import type { OrderProfile } from '../rules/profile.ts';
import type { Slip } from '../rules/slip.ts';
import { labels } from '../words/labels.ts';
import type { PaperForm } from './form-word.ts';

const words = labels['zh-CN'];

/** 单据的底子: the order, how its unit is called now, and who prints it. */
export type PaperGround = {
  readonly order: Order;
  readonly unitNow: string;
  readonly holder: string | null;
  readonly profile: OrderProfile;
  readonly band: string | null;
};

function bearer({ order, unitNow, holder }: PaperGround): PaperForm['rows'] {
  const unit = order.unitName === unitNow ? order.unitName : `${order.unitName}（现${unitNow}）`;
  const post = order.postTitle === null ? '主要负责人' : order.postTitle;
  return [
    { name: '责任单位', text: unit },
    { name: '责任岗位', text: `${post}${holder === null ? '' : `（${holder}）`}` },
  ];
}

function matter({ order, profile }: PaperGround): PaperForm['rows'] {
  const kind = profile.kinds.find(({ code }) => code === order.kind)?.name ?? order.kind;
  const from = order.sourceText === '' ? words.sources[order.sourceKind] : `${words.sources[order.sourceKind]}：${order.sourceText}`;
  return [
    { name: '工作事项', text: order.matter },
    ...(order.requirement === '' ? [] : [{ name: '工作要求', text: order.requirement }]),
    { name: '来源、类别', text: `${from}；${kind}${order.isUrgent ? '；紧急' : ''}` },
  ];
}

const SIGNING: PaperForm['rows'] = [
  { name: '签收', text: '签收人：　　　　　　　　　　签收时间：', tall: false },
  { name: '办理情况', text: '', tall: true },
];

/** 交办单. */
export function assignForm(ground: PaperGround): PaperForm {
  const { order, profile } = ground;
  const code = profile.colours.assign;
  const feedback = order.feedbackBy === null ? '' : `；${longDate(order.feedbackBy)}前反馈进展`;
  return {
    title: '督办事项交办单',
    under: `编号：交办${numberText(order)}`,
    colour: { code, word: `${words.colours[code]}　交办` },
    band: ground.band,
    rows: [
      ...matter(ground),
      ...bearer(ground),
      { name: '时限要求', text: `${longDate(order.signBy)}前签收${feedback}；${longDate(order.dueOn)}前办结` },
      { name: '交办', text: `${senderOf(order)}　${longDate(order.issuedOn)}` },
      ...SIGNING,
    ],
    after: ['办结后申请销号，附佐证材料；对本单有异议的，可以书面申辩；到期前确需延期的，说明理由和进展。'],
  };
}

/** 催办单、督办单. */
export function slipForm(ground: PaperGround, slip: Slip): PaperForm {
  const { order } = ground;
  const late = slip.daysLate === 0 ? '尚未到期' : `已逾期 ${slip.daysLate} 天`;
  return {
    title: slip.kind === 'urge' ? '督办事项催办单' : '督办通知单',
    under: `编号：${slip.kind === 'urge' ? '催办' : '督办'}${numberText(slip)}`,
    colour: { code: slip.colour, word: `${words.colours[slip.colour]}　${slip.kind === 'urge' ? '催办' : '督办'}` },
    band: ground.band,
    rows: [
      { name: '原交办单', text: `交办${numberText(order)}，${longDate(order.issuedOn)}` },
      ...matter(ground),
      ...bearer(ground),
      { name: '办理时限', text: `${longDate(slip.forDueOn)}，${late}` },
      { name: '现要求', text: `${longDate(slip.replyBy)}前办结，或书面说明原因和完成时间${slip.reason === '' ? '' : `。${slip.reason}`}` },
      { name: '发单', text: `${longDate(slip.issuedOn)}` },
      ...SIGNING,
    ],
    after: [],
  };
}

/** 呈给: a leader's post, and who holds it. */
type ProposalTo = { readonly title: string; readonly holder: string | null };

/** 呈批单: the facts, and room for the leader to write. */
export function proposalForm(ground: PaperGround, proposal: Proposal, to: ProposalTo | null): PaperForm {
  const { order } = ground;
  const { facts } = proposal;
  const slips = facts.slips.map(
    (it) => `${it.kind === 'urge' ? '催办' : '督办'}${it.number}（${longDate(it.issuedOn)}发，要求${longDate(it.replyBy)}前办结）`,
  );
  const known = [
    facts.signedOn === null ? '未签收' : `${longDate(facts.signedOn)}签收`,
    facts.repliedOn === null ? '未反馈' : `${longDate(facts.repliedOn)}首次反馈`,
    ...(facts.extended === 0 ? [] : [`延期 ${facts.extended} 次`]),
    ...(facts.returned === 0 ? [] : [`销号申请退回 ${facts.returned} 次`]),
  ];
  return {
    title: `${words.measures[proposal.measure]}呈批单`,
    under: `编号：呈批${numberText(proposal)}`,
    colour: null,
    band: ground.band,
    rows: [
      { name: '督办事项', text: `交办${numberText(order)}：${order.matter}` },
      ...bearer(ground),
      { name: '办理时限', text: `${longDate(facts.dueOn)}，已逾期 ${facts.daysLate} 天` },
      { name: '办理记录', text: [`${known.join('；')}。`, ...slips].join('\n') },
      { name: '建议', text: `按督办规则，建议对${order.unitName}${words.measureActs[proposal.measure]}。` },
      {
        name: '呈报',
        text: `${to === null ? '' : `呈${to.title}${to.holder === null ? '' : ` ${to.holder}`}　`}${longDate(proposal.proposedOn)}`,
      },
      { name: '领导批示', text: decisionText(proposal), tall: true },
    ],
    after: ['以上事实取自督办台账。是否采取措施、如何采取，由领导决定。'],
  };
}

function decisionText({ state, leaderPost, leaderName, decidedOn, decision }: Proposal): string {
  if (decidedOn === null) return '';
  const said = state === 'refused' ? '不同意' : '同意';
  return `${said}。${decision ?? ''}\n${leaderPost} ${leaderName}　${longDate(decidedOn)}`;
}

/** Where a post is called by who holds it, he is named once. */
function senderOf({ senderPost, senderName }: Pick<Order, 'senderPost' | 'senderName'>): string {
  return senderPost === senderName || senderPost === '' ? senderName : `${senderPost} ${senderName}`;
}
