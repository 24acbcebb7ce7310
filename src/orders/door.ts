/** What later stages may call on the server. */
export { type DraftRefused, type IssuedOrder, issueOrders } from './actions/issue.ts';
export { listOrderFacts, type OrderFacts, type OrderFactsQuery } from './store/facts.ts';
export { getOrder } from './store/orders.ts';
