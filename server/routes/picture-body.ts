import { type Picture, PictureProblem, readPicture } from "../document/picture.ts";
import { AppError } from "../errors.ts";

/** A picture that a page sends along. @throws AppError bad-body naming the field. */
export function pictureOf(field: string, dataUrl: string): Picture {
  try {
    return readPicture(dataUrl);
  } catch (error) {
    if (!(error instanceof PictureProblem)) throw error;
    const { message, allowed } = error;
    throw new AppError("bad-body", `the body is refused: ${field}`, [{ field, message, allowed }]);
  }
}
