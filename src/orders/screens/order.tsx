import { App, Button } from 'antd';
import { Link, useParams } from 'react-router';
import { longDate, shortDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { FileNames } from '#/ui/files-field.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { Day } from '#/ui/parts.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { numberText } from '../rules/order.ts';
import { eventLine } from '../words/events.ts';
import { labels } from '../words/labels.ts';
import type { OrderView } from './contract.ts';
import { DueMark, SlipMark, StateMark } from './marks.tsx';
import { OrderActs } from './order-acts.tsx';
import { Requests } from './requests.tsx';
import { screenLabels } from './screen-labels.ts';
import './orders.css';

/** 一件督办: what it is, what can be done next, and how it came here. */
export default function OrderScreen() {
  const words = useLabels(screenLabels);
  const { district } = useWorkplace();
  const { orderId } = useParams();
  const view = useRead<OrderView>(`/orders/order?orderId=${orderId}`);
  const title = view.data ? numberText(view.data.order) : words.title;
  const back = (
    <Link className="plain-link" to={`/${district}/orders`}>
      {words.back}
    </Link>
  );
  return (
    <Page title={title} lead={view.data?.order.matter} actions={back}>
      <Whole of={view}>{(it) => <Ordered view={it} />}</Whole>
    </Page>
  );
}

function Ordered({ view }: { readonly view: OrderView }) {
  const words = useLabels(screenLabels);
  return (
    <div className="one-order">
      <p className="order-marks">
        <StateMark order={view.order} /> <DueMark order={view.order} />{' '}
        <SlipMark
          urged={view.slips.filter(({ kind }) => kind === 'urge').length}
          demanded={view.slips.filter(({ kind }) => kind === 'demand').length}
        />
      </p>
      <Section title={words.acts}>
        <OrderActs view={view} />
      </Section>
      <Requests view={view} />
      <Section title={words.facts}>
        <Facts view={view} />
      </Section>
      <Section title={words.papers}>
        <Papers view={view} />
      </Section>
      <Section title={words.course}>
        <Course view={view} />
      </Section>
      <Section title={words.waiting}>
        <Waiting view={view} />
      </Section>
    </div>
  );
}

function Facts({ view: { order, bearer, profile } }: { readonly view: OrderView }) {
  const words = useLabels(screenLabels);
  const named = useLabels(labels);
  const locale = useLocale();
  const kind = profile.kinds.find(({ code }) => code === order.kind)?.name ?? order.kind;
  const lines: readonly (readonly [string, React.ReactNode])[] = [
    ...(order.requirement === '' ? [] : [[words.requirement, order.requirement] as const]),
    [words.unit, bearer.unitNow === order.unitName ? order.unitName : `${order.unitName}（${words.renamed(bearer.unitNow)}）`],
    ...(order.postTitle === null
      ? []
      : [[words.post, bearer.isPostHeld ? `${order.postTitle} ${bearer.holder}` : `${order.postTitle}：${words.vacant}`] as const]),
    [words.kind, `${kind} · ${profile.name}`],
    [words.source, order.sourceText === '' ? named.sources[order.sourceKind] : `${named.sources[order.sourceKind]}：${order.sourceText}`],
    [words.issuedOn, `${longDate(order.issuedOn, locale)} ${words.by(order.senderName, order.senderPost)}`],
    [words.signBy, <Day key="sign" on={order.signBy} />],
    ...(order.feedbackBy === null ? [] : [[words.feedbackBy, <Day key="feedback" on={order.feedbackBy} />] as const]),
    [
      words.dueOn,
      `${longDate(order.dueOn, locale)}${order.dueOn === order.firstDueOn ? '' : `（${words.firstDue(shortDate(order.firstDueOn, locale))}）`}`,
    ],
    [words.province, order.provinceNumber ?? words.noProvince],
  ];
  return (
    <dl className="order-facts">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Papers({ view: { order, slips, proposals } }: { readonly view: OrderView }) {
  const words = useLabels(screenLabels);
  const named = useLabels(labels);
  const locale = useLocale();
  const { api, district } = useWorkplace();
  const { message } = App.useApp();
  const save = (path: string) => () =>
    api.download(path).then(
      ({ blob, name }) => saveFile(name, blob),
      (problem: unknown) => message.error(sentenceOf(problem, locale), 8),
    );
  const rows = [
    { key: 'assign', name: `${words.assignSlip}${numberText(order)}`, on: order.issuedOn, query: `orderId=${order.id}` },
    ...slips.map((it) => ({
      key: it.id,
      name: `${named.slips[it.kind]}${numberText(it)}（${named.colours[it.colour]}）`,
      on: it.issuedOn,
      query: `orderId=${order.id}&slipId=${it.id}`,
    })),
  ];
  return (
    <ul className="paper-rows">
      {rows.map((it) => (
        <li key={it.key}>
          <span>
            {it.name} <span className="soft">{longDate(it.on, locale)}</span>
          </span>
          <span>
            <Link className="plain-link" to={`/${district}/orders/${order.id}/slip?${it.query}`}>
              {words.print}
            </Link>{' '}
            <Button size="small" type="link" onClick={save(`/orders/slip.docx?${it.query}`)}>
              {words.word}
            </Button>
          </span>
        </li>
      ))}
      {proposals.map((it) => (
        <li key={it.id}>
          <span>
            {named.measures[it.measure]} {numberText(it)} <span className="soft">{longDate(it.proposedOn, locale)}</span>
          </span>
          <Button size="small" type="link" onClick={save(`/orders/proposal.docx?proposalId=${it.id}`)}>
            {words.word}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Course({ view }: { readonly view: OrderView }) {
  const words = useLabels(screenLabels);
  const locale = useLocale();
  return (
    <ol className="course">
      {view.events.toReversed().map((it) => (
        <li key={it.id}>
          <time dateTime={it.on}>{longDate(it.on, locale)}</time>
          <div>
            <p>
              <b>{eventLine(it.kind, it.facts, locale)}</b>{' '}
              <span className="soft">
                {words.by(it.byName, it.byPost)}
                {it.isTyped && words.typed}
              </span>
            </p>
            {it.body !== '' && <p className="said">{it.body}</p>}
            <FileNames files={it.files} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Waiting({ view }: { readonly view: OrderView }) {
  const words = useLabels(screenLabels);
  const named = useLabels(labels);
  const locale = useLocale();
  if (view.waiting.length === 0) return <p className="soft">{words.nothingWaits}</p>;
  return (
    <ul className="waiting">
      {view.waiting.map((it) => (
        <li key={it.id}>{words.waitingLine(named.steps[it.step], longDate(it.dueOn, locale))}</li>
      ))}
    </ul>
  );
}
