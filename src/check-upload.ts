import { findClassificationMark } from '#/kernel/classification-mark.ts';
import { Problem } from '#/kernel/problem.ts';
import { readDocument } from '#/platform/documents/read.ts';
import type { ReadRefusal } from '#/platform/documents/refusal.ts';
import { checkPicture, isPicture } from '#/platform/picture.ts';
import type { FileCheck } from '#/platform/web/uploads.ts';

/** A telephone's photo has 3–8 MB. */
const MAX_PICTURE_BYTES = 20 * 1024 * 1024;

/** Called a picture, and none by its bytes: whoever sent it believes it shows something. */
const NAMED_PICTURE = /\.(jpe?g|png|webp|hei[cf]|gif|bmp|tiff?|avif)$/i;

/** A document of pictures alone, or a table too large to be read as a list, is evidence all the same. */
const KEPT_ALL_THE_SAME: readonly ReadRefusal['kind'][] = ['empty', 'too-many-cells'];

/**
 * What every upload passes before it is kept, whatever it is for. Documents are read once, in a thread with limits, to see that they bear no
 * 密级 and carry no macros, password or bomb; what cannot be read cannot be seen to be clean, and is refused. Pictures and PDF show their
 * mark only to people: there the file name is looked at.
 */
export const checkUpload: FileCheck = async (bytes, name, mediaType) => {
  const marked = findClassificationMark(name);
  if (marked !== null) throw refused({ kind: 'classified', mark: marked.mark });
  if (isPicture(mediaType)) {
    if (bytes.length > MAX_PICTURE_BYTES)
      throw new Problem(413, 'picture-too-large', { name, bytes: bytes.length, limit: MAX_PICTURE_BYTES });
    return checkPicture(bytes, name);
  }
  if (NAMED_PICTURE.test(name)) throw new Problem(415, 'picture-unreadable', { name });
  if (mediaType === 'application/pdf') return;
  const read = await readDocument(bytes, name);
  if (!read.ok && !KEPT_ALL_THE_SAME.includes(read.refusal.kind)) throw refused(read.refusal);
};

function refused(refusal: ReadRefusal): Problem {
  return new Problem(415, 'file-refused', refusal);
}
