declare module '@citation-js/core' {
  /** Items of CSL-JSON, formatted by the plugins that are loaded. */
  export class Cite {
    constructor(data: unknown, options?: { generateGraph?: boolean });
    format(format: string, options?: Record<string, unknown>): string;
  }
  export const plugins: {
    config: { get(reference: string): { styles?: { add(name: string, style: string): void } } };
  };
}
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
