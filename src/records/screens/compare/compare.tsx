import { App, Button } from 'antd';
import { compare } from '#/kernel/comparison/compare.ts';
import type { Comparison } from '#/kernel/comparison/figure.ts';
import { comparisonText, offerSentence, reasonSentence, verdictWords } from '#/kernel/comparison/words.ts';
import { useKept } from '#/ui/kept.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { NumberText } from '../entries/entry-fields.tsx';
import { FigureFields } from './figure-fields.tsx';
import { faultText, labels } from './labels.ts';
import { claimedFault, claimedOf, comparableFrom, EMPTY, EXAMPLES, isEmpty, isFaulty, type TypedPair } from './typed.ts';
import './compare.css';

const NOTHING: TypedPair = { a: EMPTY, b: EMPTY, claimed: '' };

/** 两个数能不能比: figures from promises or typed from a newspaper, and what the one rule says of them. */
export default function CompareScreen() {
  const words = useLabels(labels);
  const [pair, setPair, clear] = useKept<TypedPair>('two-figures', NOTHING);
  const [a, b] = [comparableFrom(pair.a), comparableFrom(pair.b)];
  const isBare = [pair.a, pair.b].every(({ kind }) => kind === 'count') && [pair.a, pair.b].some(({ count }) => count === '');
  const fault = isBare ? claimedFault(pair.claimed) : null;
  const isWrong = fault !== null || isFaulty(pair.a) || isFaulty(pair.b);
  const claimed = isBare ? claimedOf(pair.claimed) : null;
  return (
    <Page title={words.title} lead={words.lead} wide>
      <p className="compare-acts no-print">
        {words.examples}：
        <Button size="small" onClick={() => setPair(EXAMPLES.example85)}>
          {words.example85}
        </Button>
        <Button size="small" onClick={() => setPair(EXAMPLES.example92)}>
          {words.example92}
        </Button>
        <Button size="small" type="link" onClick={clear}>
          {words.clear}
        </Button>
      </p>
      <div className="compare-sides">
        <FigureFields title={words.a} typed={pair.a} onChange={(it) => setPair({ ...pair, a: it })} />
        <FigureFields title={words.b} typed={pair.b} onChange={(it) => setPair({ ...pair, b: it })} />
      </div>
      {isBare && (
        <div className="compare-claimed">
          <Field name={words.claimed} hint={words.claimedHint} fault={faultText(fault, words)}>
            <NumberText value={pair.claimed} onText={(text) => setPair({ ...pair, claimed: text })} />
          </Field>
        </div>
      )}
      {isWrong && <p role="status">{words.mend}</p>}
      {!isWrong && !isEmpty(pair) && <Said comparison={compare(a, b, claimed === null ? null : { change: claimed / 100 })} />}
    </Page>
  );
}

const SHAPES = { comparable: '●', caution: '▲', refused: '■' } as const;

function Said({ comparison }: { readonly comparison: Comparison }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const copy = () => navigator.clipboard.writeText(comparisonText(comparison, locale)).then(() => message.success(words.copied));
  return (
    <Section title={words.verdict}>
      <p className={`compare-verdict ${comparison.verdict}`} role="status">
        <i aria-hidden="true">{SHAPES[comparison.verdict]}</i> {verdictWords[locale][comparison.verdict]}
      </p>
      {comparison.reasons.length > 0 && (
        <>
          <h3>{words.reasons}</h3>
          <ul>
            {comparison.reasons.map((it) => (
              <li key={reasonSentence(it, locale)}>{reasonSentence(it, locale)}</li>
            ))}
          </ul>
        </>
      )}
      {comparison.offers.length > 0 && (
        <>
          <h3>{words.offers}</h3>
          <ul>
            {comparison.offers.map((it) => (
              <li key={offerSentence(it, comparison, locale)}>{offerSentence(it, comparison, locale)}</li>
            ))}
          </ul>
        </>
      )}
      <Button className="no-print" onClick={copy}>
        {words.copy}
      </Button>
    </Section>
  );
}
