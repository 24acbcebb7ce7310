import { type Locale, longDate, number } from '#/kernel/format.ts';
import { type Html, html } from '#/kernel/html.ts';
import { type PublicAdjustment, type PublicProject, type PublicPromise, projectCode } from '../rules/content.ts';
import { NO_PLACES } from '../rules/places.ts';
import { editionLine, leftOutLine, whoLine } from './board.ts';
import { disclosureTable, type PublishedEdition } from './disclosure.ts';
import { projectEvents } from './events.ts';
import { latelyNote } from './lately.ts';
import { href, type Look, listPath } from './look.ts';
import { partFacts, partsSection } from './parts.ts';
import { picturesSection } from './pictures.ts';
import { placesSection } from './places.ts';
import { chart, strip } from './project-chart.ts';
import { badge, bar, figureText, official, reportLine, shares, statementOf, targetText, whySentences } from './promise.ts';
import { pageWords } from './words.ts';

/** 一件实事: the words of the list, and each promise with plan and actual. */
export function projectBody(published: PublishedEdition, project: PublicProject, look: Look): Html {
  const { content } = published.edition;
  const { locale } = look;
  const words = pageWords[locale];
  const code = projectCode(content.year, project.no);
  const levels = project.levels.map((it) => words.levels[it] ?? it).join(locale === 'en' ? ', ' : '、');
  return html`<h1>${words.project(project.no)} ${official(project.name, locale)}</h1>
${editionLine(published, look)}
<p class="counts"><span>${badge(project.light, locale)}</span><span>${whoLine(project, locale)}</span><span class="day">${words.code} ${code}</span></p>
<section><h2>${words.original}</h2><blockquote lang="zh-CN">${project.text}</blockquote>
<p class="note">${words.origins[content.origin]}${levels !== '' && html` · ${levels}`}${project.note !== null && html` · ${official(project.note, locale)}`}</p></section>
${project.promises.map((promise) => promiseSection(published, promise, look))}${leftOutLine(project, locale)}
${projectEvents(content, project, look)}
${placesSection(
  content,
  (content.places ?? NO_PLACES).sites.filter((it) => it.no === project.no),
  look,
)}
${picturesSection(project, published, locale)}
<section><p>${words.hotline(code)}</p><p><a href="${href(look, listPath(content.district, content))}">${words.backToBoard}</a></p></section>
${disclosureTable(published, locale)}`;
}

function promiseSection(published: PublishedEdition, promise: PublicPromise, look: Look): Html {
  const { edition, figureIds } = published;
  const { content } = edition;
  const { locale } = look;
  const words = pageWords[locale];
  const why = whySentences(promise, locale);
  const figure = figureIds.get(promise.promiseId);
  const said = statementOf(promise);
  return html`<section class="plan" id="${promise.position}"><h2>${official(`${promise.verb}${promise.object}`, locale)}</h2>
<p class="large">${figureText(promise, locale)} ${badge(promise.light, locale, promise.stale)}</p>
${bar(promise, locale)}<p class="note">${shares(promise, locale)}</p>
${why.length > 0 && html`<h3>${words.whyThisLight}</h3><ul class="sentences">${why.map((it) => html`<li>${it}</li>`)}</ul>`}
${said !== null && html`<p class="said">${words.said('')}${official(said, locale)}</p>`}
<p class="note">${reportLine(promise, locale)}${figure !== undefined && html` · <a href="${href(look, `/${content.district}/figures/${figure}`)}">${words.openFigure}</a>`}</p>
${adjustmentsOf(promise, locale)}${stepsTable(promise, locale)}${chart(promise, content, locale)}${strip(promise, content, locale)}</section>`;
}

/** What a decision changed after freezing, beside the words of the list. */
function adjustmentsOf({ adjustments, measureUnit }: PublicPromise, locale: Locale): Html | null {
  const words = pageWords[locale];
  if (adjustments.length === 0) return null;
  const after = ({ kind, after: it }: PublicAdjustment): Html | string => {
    if (kind === 'target') return `${words.target} ${it.target === null ? words.none : `${number(it.target)} ${measureUnit}`}`;
    if (kind === 'deadline') return words.until(it.dueOn === null ? words.none : longDate(it.dueOn, locale));
    return official(it.object, locale);
  };
  return html`<h3>${words.adjustments}</h3><ul class="sentences">${adjustments.map(
    (it) =>
      html`<li>${longDate(it.decidedOn, locale)} ${official(`${it.decision}（${it.documentNo}）`, locale)}：${words.adjustmentKinds[it.kind]}，${after(it)}。${official(it.reason, locale)}</li>`,
  )}</ul>`;
}

/** 节点: the steps of an approved plan, done or not. */
function stepsTable({ steps, object }: PublicPromise, locale: Locale): Html | null {
  const words = pageWords[locale];
  if (steps.length === 0) return null;
  return html`<table><caption>${official(object, locale)}：${words.steps}</caption>
<thead><tr><th scope="col">${words.step}</th><th scope="col">${words.dueOn}</th><th scope="col" class="number">${words.weight}</th><th scope="col">${words.state}</th></tr></thead>
<tbody>${steps.map((it) => html`<tr><th scope="row">${official(it.title, locale)}</th><td>${it.dueOn}</td><td class="number">${number(it.weight)}</td><td>${it.isDone ? words.stepDone : words.stepOpen}</td></tr>`)}</tbody></table>`;
}

/** A figure with the row it stands in and its place in the chain of figures of one promise. */
export type FigurePage = {
  readonly id: string;
  readonly published: PublishedEdition;
  readonly project: PublicProject;
  readonly promise: PublicPromise;
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
};

/** 数字说明: numerator, denominator, unit, period, definition, who adopted it, and what came before and after. */
export function figureBody(it: FigurePage, look: Look): Html {
  const { published, project, promise } = it;
  const { content } = published.edition;
  const { locale } = look;
  const words = pageWords[locale];
  const to = (id: string) => href(look, `/${content.district}/figures/${id}`);
  return html`<h1>${official(`${promise.verb}${promise.object}`, locale)}</h1>
<p class="as-of">${words.figure} · ${words.asOf(longDate(content.asOf, locale))} · <a href="${href(look, listPath(content.district, content, `/${project.no}`, promise.position))}">${words.project(project.no)} ${official(project.name, locale)}</a></p>
${it.supersededBy !== null && html`<p class="notice">${words.laterNote}<a href="${to(it.supersededBy)}">${words.later}</a></p>`}
<p class="large">${figureText(promise, locale)} ${badge(promise.light, locale, promise.stale)}</p>
<dl class="facts">${figureFacts(it, look).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${partsSection(promise, locale)}${latelyNote(promise, content, locale)}
${it.supersedes !== null && html`<p><a href="${to(it.supersedes)}">${words.earlier}</a></p>`}
${disclosureTable(published, locale, [
  ['figure', it.id],
  ...(promise.evidenceDigest === null ? [] : [['evidence', promise.evidenceDigest] as const]),
])}`;
}

function figureFacts({ published, promise }: FigurePage, look: Look): readonly (readonly [string, Html | string])[] {
  const { content, number: no } = published.edition;
  const { locale } = look;
  const words = pageWords[locale];
  const why = whySentences(promise, locale);
  const approvedBy = promise.approvedBy === null ? words.none : official(promise.approvedBy, locale);
  const from = promise.doneFrom === 'stage' ? `（${words.fromStage}${promise.stage === null ? '' : `：${promise.stage}`}）` : '';
  return [
    [words.numerator, promise.done === null ? words.noFigure : `${number(promise.done)} ${promise.measureUnit}${from}`],
    [words.denominator, targetText(promise, locale)],
    ...(shares(promise, locale) === null ? [] : [[words.share, shares(promise, locale)!] as const]),
    [words.scope, html`${official(content.districtName, locale)}（${content.district}）`],
    [words.period, words.listPeriod(longDate(content.from, locale), longDate(content.to, locale))],
    [words.asOfShort, longDate((promise.doneFrom === 'records' ? null : promise.doneOn) ?? content.asOf, locale)],
    [words.definition, words.definitionVersion(content.programmeVersion)],
    ...ruleFacts(promise, locale),
    ...partFacts(promise, locale),
    ...(promise.approvedBy === null && promise.doneFrom === 'records' ? [] : [[words.approvedBy, approvedBy] as const]),
    ...(promise.evidenceDigest === null && promise.doneFrom !== 'records' ? [[words.evidence, words.noEvidence] as const] : []),
    [words.light, html`${badge(promise.light, locale, promise.stale)} ${why.join(locale === 'en' ? '. ' : '；')}`],
    [words.inEdition, html`<a href="${href(look, listPath(content.district, content, `/editions/${no}`))}">${words.editionNo(no!)}</a>`],
  ];
}

function ruleFacts({ countingRule, parts }: PublicPromise, locale: Locale): readonly (readonly [string, Html | string])[] {
  const words = pageWords[locale];
  if (countingRule === null) return parts === undefined ? [[words.counts, words.countsNone]] : [];
  const { counts, when, proof, accepts } = countingRule;
  return [
    [words.counts, official([counts, ...accepts.map((it) => words.accepts(it.measureUnit, it.reason))].join('；'), locale)],
    [words.countsWhen, official(when, locale)],
    [words.countsProof, official(proof, locale)],
  ];
}
