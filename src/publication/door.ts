export { prepareEdition, publishEdition, reviewEdition, signEdition } from './actions/editions.ts';
export { releasePicture, withholdPicture } from './actions/pictures.ts';
export { findCurrentEdition, getEdition, listEditions } from './store/editions.ts';
export { choosePictures } from './store/pictures.ts';
