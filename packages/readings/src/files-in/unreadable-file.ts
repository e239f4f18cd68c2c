/** The file cannot be read, now or later; the message is for the person who brought it, in French. */
export class UnreadableFile extends Error {}
