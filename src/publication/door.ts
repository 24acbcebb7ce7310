export { prepareEdition, publishEdition, reviewEdition, signEdition } from './actions/editions.ts';
export { releasePicture, withholdPicture } from './actions/pictures.ts';
export { findCurrentEdition } from './store/editions.ts';
