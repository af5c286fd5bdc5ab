/** A change whose place in a document can't be told for certain. */
export class Uncertain extends Error {}
