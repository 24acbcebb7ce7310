import { Button } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { useRead } from '#/ui/data.ts';
import { useLabels } from '#/ui/locale.tsx';
import { Page, Whole } from '#/ui/page.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { PaperView } from './contract.ts';
import { screenLabels } from './screen-labels.ts';
import './orders.css';

/** 单据: the slip as it prints on A4, the same rows as in Word. */
export default function SlipScreen() {
  const words = useLabels(screenLabels);
  const { district } = useWorkplace();
  const { orderId } = useParams();
  const [query] = useSearchParams();
  const slipId = query.get('slipId');
  const paper = useRead<PaperView>(`/orders/slip?orderId=${orderId}${slipId ? `&slipId=${slipId}` : ''}`);
  const actions = (
    <>
      <Button type="primary" onClick={() => window.print()}>
        {words.print}
      </Button>
      <Link className="plain-link" to={`/${district}/orders/${orderId}`}>
        {words.back}
      </Link>
    </>
  );
  return (
    <Page title={<span className="no-print">{words.papers}</span>} actions={actions}>
      <Whole of={paper}>{({ form }) => <Paper form={form} />}</Whole>
    </Page>
  );
}

function Paper({ form }: PaperView) {
  return (
    <article className={`slip-paper ${form.colour?.code ?? ''}`}>
      {form.band && <p className="slip-band">{form.band}</p>}
      {form.colour && <p className="slip-bar">{form.colour.word}</p>}
      <h2>{form.title}</h2>
      <p className="slip-under">{form.under}</p>
      <table>
        <tbody>
          {form.rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td className={row.tall ? 'slip-tall' : ''}>{row.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {form.after.map((it) => (
        <p key={it} className="slip-after">
          {it}
        </p>
      ))}
    </article>
  );
}
