import { answer, conditional, type Handler, notFound } from './http.ts';

/** One address of a catalogue in RDF: a page of it, or the whole in another serialisation. */
export type RdfPage = {
  /** Path below the centre, with its leading slash. */
  readonly path: string;
  /** The number of the page, as the parameter `page` gives it; the first may leave it out. */
  readonly page: number;
  readonly contentType: string;
  readonly body: string;
  /** When anything on it was last changed: a date-time in UTC. */
  readonly modified: string;
};

/** A catalogue in RDF as files that a producer's software writes: pages told apart by the parameter `page`. */
export function dcatServer(pages: readonly RdfPage[]): Handler {
  return (question) => {
    const asked = question.parameters.get('page') ?? '1';
    if (!/^[1-9]\d*$/.test(asked)) {
      return answer('text/plain; charset=utf-8', `"${asked}" is not the number of a page.\n`, 400);
    }
    const page = pages.find(({ path, page }) => path === question.path && page === Number(asked));
    if (page === undefined) return notFound(`${question.path}?page=${asked}`);
    return conditional(question, page.contentType, page.body, page.modified);
  };
}
