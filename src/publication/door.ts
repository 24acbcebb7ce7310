export { signEdition } from './actions/circulation.ts';
export { prepareEdition, publishEdition, reviewEdition } from './actions/editions.ts';
export { releasePicture, withholdPicture } from './actions/pictures.ts';
export { findCurrentEdition, getEdition, listEditions } from './store/editions.ts';
export { choosePictures } from './store/pictures.ts';
export { publishedParts } from './store/published-parts.ts';
