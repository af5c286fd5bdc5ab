import type { MiddlewareHandler } from 'hono';

/** Bytes that a form adds to the document in it: names, boundaries, line ends. */
const formOverhead = 64 * 1024;

/**
 * Refuses forms whose body is too long before anything of it is read. A form without a length is refused too: browsers
 * always send one, and the server cuts off what is longer than promised.
 * @param largest bytes of the document in the form
 */
export function refuseLargeForms(largest: number): MiddlewareHandler {
  return async (context, next) => {
    const length = context.req.header('content-length');
    if (length === undefined) return context.text('Send the form with its length.\n', 411);
    if (Number(length) > largest + formOverhead)
      return context.text(`The document is too large: at most ${largest} bytes are checked.\n`, 413);
    return next();
  };
}
