/** The one error that a decoder may throw: the payload does not follow its specification. `message` says what and at which byte. */
export class DecodeError extends Error {
  override readonly name = "DecodeError";
}
