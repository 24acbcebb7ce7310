import type { FileCheck } from '#/platform/web/uploads.ts';

/** What every upload passes before it is kept, whatever it is for. */
export const checkUpload: FileCheck = async () => {};
