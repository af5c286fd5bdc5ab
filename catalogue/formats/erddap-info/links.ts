import { type CatalogueRecord, normaliseProtocol } from '../../model/index.ts';

type Distribution = CatalogueRecord['resource']['distributions'][number];

/** The server and the dataset that an address of ERDDAP is of: `https://…/erddap/info/{datasetID}/index.json`. */
export function placeOf(baseUrl: string | undefined): { server: string; datasetId: string } | undefined {
  const parts = /^(https?:\/\/.+?)\/(?:[a-z]{2}(?:-[A-Z]{2})?\/)?(?:info|griddap|tabledap)\/([^/?#.]+)/.exec(
    baseUrl ?? '',
  );
  const [, server, datasetId] = parts ?? [];
  return server && datasetId && datasetId !== 'index' ? { server, datasetId } : undefined;
}

/** The ways to the data that every ERDDAP offers: a form to choose from, and OPeNDAP for programs. */
export function linksOf(server: string, protocol: 'griddap' | 'tabledap', datasetId: string): Distribution[] {
  const address = `${server}/${protocol}/${datasetId}`;
  return [
    link(`${address}.html`, protocol, { en: 'Data access form', fr: 'Formulaire d’accès aux données' }),
    { ...link(address, 'OPeNDAP', { en: 'OPeNDAP' }), function: 'download' },
  ];
}

/** A link of a list of datasets, by the name of its column. */
export function link(url: string, protocol: string, names: Record<string, string>): Distribution {
  return { url, names, descriptions: {}, conformsTo: [], ...normaliseProtocol(protocol, url) };
}
