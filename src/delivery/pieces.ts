/** A message that a platform shows in several pieces is one message: it stands there whole or not at all, and is edited as one. */
import { PlatformError } from '../platform.ts';

/** How one piece is posted, and taken away again. */
type Posting<Piece, Posted> = {
  post(piece: Piece, before: readonly Posted[]): Promise<Posted>;
  remove(posted: Posted): Promise<void>;
  /** A piece stands there that could not be taken away. */
  onLeft(error: unknown): void;
};

type Editing<Piece, Posted> = {
  replace(posted: Posted, piece: Piece): Promise<void>;
  remove(posted: Posted): Promise<void>;
};

/** Posts all pieces in their order; `before` are those that stand there already. Throws what a post threw; then the beginning is taken back. */
export async function postPieces<Piece, Posted>(
  pieces: readonly Piece[],
  { post, remove, onLeft }: Posting<Piece, Posted>,
): Promise<readonly Posted[]> {
  const posted: Posted[] = [];
  for (const piece of pieces) {
    try {
      posted.push(await post(piece, posted));
    } catch (error) {
      // When all of it may stand there, its beginning is not to be missing.
      if (!(error instanceof PlatformError && error.outcome === 'ambiguous')) await takeBack();
      throw error;
    }
  }
  return posted;

  /** The whole is sent again later. */
  async function takeBack(): Promise<void> {
    for (const one of posted) await remove(one).catch(onLeft);
  }
}

/** Puts the pieces in the place of those that stand there. Throws a PlatformError, before anything is changed, when there are more. */
export async function editPieces<Piece, Posted>(
  pieces: readonly Piece[],
  standing: readonly Posted[],
  { replace, remove }: Editing<Piece, Posted>,
): Promise<void> {
  // There is no place for a message between others, and none for what a new one would be known by.
  if (pieces.length > standing.length) throw new PlatformError('permanent', 'msg_too_long');
  for (const [index, one] of standing.entries()) {
    const piece = pieces[index];
    await (piece === undefined ? remove(one) : replace(one, piece));
  }
}
