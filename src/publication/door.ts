export { prepareEdition, publishEdition, reviewEdition, signEdition } from './actions.ts';
export { findCurrentEdition } from './store/editions.ts';
