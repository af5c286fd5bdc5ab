import type { JsonObject } from '../../json/index.ts';

/** Terms of the vocabulary of Croissant 1.1, under the names that its context gives them. */
const terms = [
  'arrayShape',
  'citeAs',
  'column',
  'containedIn',
  'equivalentProperty',
  'extract',
  'field',
  'fileProperty',
  'fileObject',
  'fileSet',
  'format',
  'includes',
  'isArray',
  'isLiveDataset',
  'jsonPath',
  'key',
  'md5',
  'parentField',
  'path',
  'recordSet',
  'references',
  'regex',
  'repeated',
  'replace',
  'samplingRate',
  'separator',
  'source',
  'subField',
  'transform',
];

/** The context that a Croissant document must hold (1.1, "Namespaces"), with the language of its texts. */
export function croissantContext(language: string | undefined): JsonObject {
  return {
    ...(language === undefined || language === 'und' ? {} : { '@language': language }),
    '@vocab': 'https://schema.org/',
    sc: 'https://schema.org/',
    cr: 'http://mlcommons.org/croissant/',
    rai: 'http://mlcommons.org/croissant/RAI/',
    dct: 'http://purl.org/dc/terms/',
    conformsTo: 'dct:conformsTo',
    data: { '@id': 'cr:data', '@type': '@json' },
    dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
    examples: { '@id': 'cr:examples', '@type': '@json' },
    ...Object.fromEntries(terms.map((term) => [term, `cr:${term}`])),
  };
}
