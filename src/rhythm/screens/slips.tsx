import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { numberText } from '#/orders/rules/order.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels } from '#/ui/locale.tsx';
import { Page, Whole } from '#/ui/page.tsx';
import { SecrecyBand } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { MeetingAnswer } from './contract.ts';
import { meetingLabels } from './meeting-labels.ts';
import { useDownload } from './use-download.ts';
import './rhythm.css';

/** `GET /orders/slip`: the form as its stage fills it in. */
type Slip = {
  readonly form: {
    readonly title: string;
    readonly under: string;
    readonly colour: { readonly word: string } | null;
    readonly band: string | null;
    readonly rows: readonly { readonly name: string; readonly text: string; readonly tall?: boolean }[];
    readonly after: readonly string[];
  };
};

/** 打印交办单: all of the meeting's at once, each on a page of its own, before people leave the room. */
export default function SlipsScreen() {
  const words = useLabels(meetingLabels);
  const { meetingId } = useParams();
  const { district } = useWorkplace();
  const download = useDownload();
  const meeting = useRead<MeetingAnswer>(`/rhythm/meeting?meetingId=${meetingId}`);
  return (
    <Page title={words.orders} lead={<Link to={`/${district}/meetings/${meetingId}`}>{words.title}</Link>}>
      <SecrecyBand inline />
      <Whole of={meeting}>
        {({ orders }) => (
          <>
            <p className="acts no-print">
              <Button type="primary" onClick={() => window.print()}>
                {words.slips}
              </Button>
              {orders.map((it) => (
                <Button key={it.id} onClick={() => download(`/orders/slip.docx?orderId=${it.id}`)}>
                  {numberText(it)} Word
                </Button>
              ))}
            </p>
            {orders.map(({ id }) => (
              <SlipPage key={id} orderId={id} />
            ))}
          </>
        )}
      </Whole>
    </Page>
  );
}

function SlipPage({ orderId }: { readonly orderId: string }) {
  const slip = useRead<Slip>(`/orders/slip?orderId=${orderId}`);
  return (
    <Whole of={slip}>
      {({ form }) => (
        <article className="slip-page" lang="zh-CN">
          {form.band !== null && <p className="soft">{form.band}</p>}
          {form.colour !== null && <p className="slip-colour">{form.colour.word}</p>}
          <h2>{form.title}</h2>
          <p className="slip-number">{form.under}</p>
          <table>
            <tbody>
              {form.rows.map(({ name, text, tall }) => (
                <tr key={name} className={tall ? 'tall' : ''}>
                  <th scope="row">{name}</th>
                  <td>{text}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {form.after.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </article>
      )}
    </Whole>
  );
}
