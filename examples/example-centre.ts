import type { Handler } from './protocols/http.ts';

/** One example data centre as a harvester is told of it. */
export type ExampleCentre = {
  id: string;
  name: { en: string; fr: string };
  description: { en: string; fr: string };
  homepage: string;
  contactEmail: string;
  location: { longitude: number; latitude: number };
  protocol: 'csw' | 'oai-pmh' | 'dcat' | 'folder';
  url: string;
  /** What the protocol needs besides the address: `metadataPrefix`, `set`, `outputSchema`. */
  options: Record<string, string>;
};

/** A centre before its server has an address. */
export type CentreDefinition = Omit<ExampleCentre, 'url'> & {
  /** Where its service stands below `/{id}`, with a leading slash. */
  readonly entry: string;
  /**
   * Makes the little server of the centre.
   * @param root the address of `/{id}`, without a trailing slash
   */
  readonly open: (root: string) => Handler;
};
