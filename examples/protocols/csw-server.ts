import { element, elementWith, render, type XmlElement } from '../documents/xml.ts';
import { type CswRequest, OwsException, readCswRequest } from './csw-request.ts';
import { type Answer, answer, type Handler } from './http.ts';

/** A record of a catalogue: what csw:Record says of it, and its documents by output schema. */
export type CswRecord = {
  readonly identifier: string;
  readonly title: string;
  readonly type: string;
  /** A date-time in UTC. */
  readonly modified: string;
  readonly abstract: string | undefined;
  readonly subjects: readonly string[];
  /** XML without a declaration, by address of the output schema. */
  readonly documents: Readonly<Record<string, string>>;
};

export type CswCatalogue = {
  readonly title: string;
  readonly abstract: string;
  readonly provider: string;
  readonly keywords: readonly string[];
  /** The most records that one answer holds, whatever is asked. */
  readonly pageSize: number;
  readonly outputSchemas: readonly string[];
  readonly records: readonly CswRecord[];
};

const CSW_SCHEMA = 'http://www.opengis.net/cat/csw/2.0.2';

const NAMESPACES = [
  `xmlns:csw="${CSW_SCHEMA}"`,
  'xmlns:ows="http://www.opengis.net/ows"',
  'xmlns:ogc="http://www.opengis.net/ogc"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dct="http://purl.org/dc/terms/"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

/**
 * A CSW 2.0.2 catalogue: GetCapabilities, DescribeRecord, GetRecords and GetRecordById, as keyword-value pairs and as
 * posted XML. Records stand in the order of their identifiers. The only filter understood is a range of dct:modified.
 * @param address the catalogue's own address
 */
export function cswServer(catalogue: CswCatalogue, address: string): Handler {
  const records = [...catalogue.records].sort((a, b) => (a.identifier < b.identifier ? -1 : 1));
  const sorted: CswCatalogue = { ...catalogue, records };
  return (question) => {
    try {
      const request = readCswRequest(question);
      switch (request.operation) {
        case 'GetCapabilities':
          return xml(capabilities(sorted, address));
        case 'DescribeRecord':
          return xml(`<csw:DescribeRecordResponse ${NAMESPACES}/>`);
        case 'GetRecordById':
          return xml(getRecordById(sorted, request));
        case 'GetRecords':
          return xml(getRecords(sorted, request));
      }
    } catch (error) {
      if (!(error instanceof OwsException)) throw error;
      return xml(exceptionReport(error), 400);
    }
  };
}

function xml(content: string, status = 200): Answer {
  return answer(
    'application/xml; charset=UTF-8',
    `<?xml version="1.0" encoding="UTF-8"?>\n${content}\n`,
    status,
  );
}

function exceptionReport({ code, locator, message }: OwsException): string {
  return `<ows:ExceptionReport ${NAMESPACES} version="1.2.0" language="en">
${render(elementWith('ows:Exception', { exceptionCode: code, locator }, element('ows:ExceptionText', message)), 1)}
</ows:ExceptionReport>`;
}

function getRecords(catalogue: CswCatalogue, request: CswRequest): string {
  const { elementSet, startPosition } = request;
  const outputSchema = checkedSchema(catalogue, request.outputSchema);
  const { since, until } = request.modified;
  const matched = catalogue.records.filter(
    ({ documents, modified }) =>
      (outputSchema === CSW_SCHEMA || outputSchema in documents) &&
      (since === undefined || modified >= since) &&
      (until === undefined || modified <= until),
  );
  const size = request.resultType === 'hits' ? 0 : Math.min(request.maxRecords, catalogue.pageSize);
  const shown = matched.slice(startPosition - 1, startPosition - 1 + size);
  const following = startPosition + shown.length;
  const numbers = [
    `numberOfRecordsMatched="${matched.length}"`,
    `numberOfRecordsReturned="${shown.length}"`,
    `nextRecord="${following > matched.length ? 0 : following}"`,
    `elementSet="${elementSet}"`,
    `recordSchema="${outputSchema}"`,
  ].join(' ');
  return `<csw:GetRecordsResponse ${NAMESPACES} version="2.0.2">
  <csw:SearchStatus timestamp="${new Date().toISOString()}"/>
  <csw:SearchResults ${numbers}>
${shown.map((record) => documentOf(record, outputSchema, elementSet)).join('\n')}
  </csw:SearchResults>
</csw:GetRecordsResponse>`;
}

function getRecordById(catalogue: CswCatalogue, request: CswRequest): string {
  const outputSchema = checkedSchema(catalogue, request.outputSchema);
  const documents = catalogue.records
    .filter(({ identifier, documents }) => {
      const kept = outputSchema === CSW_SCHEMA || outputSchema in documents;
      return kept && request.identifiers.includes(identifier);
    })
    .map((record) => documentOf(record, outputSchema, request.elementSet));
  return `<csw:GetRecordByIdResponse ${NAMESPACES}>\n${documents.join('\n')}\n</csw:GetRecordByIdResponse>`;
}

function checkedSchema(catalogue: CswCatalogue, asked: string | undefined): string {
  if (asked === undefined) return CSW_SCHEMA;
  if (asked === CSW_SCHEMA || catalogue.outputSchemas.includes(asked)) return asked;
  throw new OwsException(
    'InvalidParameterValue',
    'outputSchema',
    `No record is kept in the schema ${asked}.`,
  );
}

/** A whole document whatever the element set, as ISO catalogues commonly send it; csw:Record in the three sets. */
function documentOf(record: CswRecord, outputSchema: string, elementSet: string): string {
  const document = record.documents[outputSchema];
  if (document !== undefined) return document;
  const name = { brief: 'csw:BriefRecord', summary: 'csw:SummaryRecord' }[elementSet] ?? 'csw:Record';
  const longer = name !== 'csw:BriefRecord';
  return render(
    element(
      name,
      element('dc:identifier', record.identifier),
      element('dc:title', record.title),
      element('dc:type', record.type),
      longer && record.subjects.map((subject) => element('dc:subject', subject)),
      longer && element('dct:modified', record.modified.slice(0, 10)),
      longer && record.abstract !== undefined && element('dct:abstract', record.abstract),
    ),
    2,
  );
}

function capabilities(catalogue: CswCatalogue, address: string): string {
  const parameter = (name: string, values: readonly string[]) =>
    elementWith(
      'ows:Parameter',
      { name },
      values.map((value) => element('ows:Value', value)),
    );
  const link = { 'xlink:type': 'simple', 'xlink:href': address };
  const operation = (name: string, parameters: readonly XmlElement[] = []) =>
    elementWith(
      'ows:Operation',
      { name },
      element('ows:DCP', element('ows:HTTP', elementWith('ows:Get', link), elementWith('ows:Post', link))),
      parameters,
    );
  const schemas = parameter('outputSchema', [CSW_SCHEMA, ...catalogue.outputSchemas]);
  const sets = parameter('ElementSetName', ['brief', 'summary', 'full']);
  const sections = [
    element(
      'ows:ServiceIdentification',
      element('ows:Title', catalogue.title),
      element('ows:Abstract', catalogue.abstract),
      element(
        'ows:Keywords',
        catalogue.keywords.map((keyword) => element('ows:Keyword', keyword)),
      ),
      element('ows:ServiceType', 'CSW'),
      element('ows:ServiceTypeVersion', '2.0.2'),
    ),
    element(
      'ows:ServiceProvider',
      element('ows:ProviderName', catalogue.provider),
      element('ows:ServiceContact'),
    ),
    element(
      'ows:OperationsMetadata',
      operation('GetCapabilities'),
      operation('DescribeRecord'),
      operation('GetRecords', [parameter('resultType', ['hits', 'results']), schemas, sets]),
      operation('GetRecordById', [schemas, sets]),
      elementWith(
        'ows:Constraint',
        { name: 'MaxRecordDefault' },
        element('ows:Value', String(catalogue.pageSize)),
      ),
    ),
    element(
      'ogc:Filter_Capabilities',
      element(
        'ogc:Spatial_Capabilities',
        element('ogc:GeometryOperands', element('ogc:GeometryOperand', 'gml:Envelope')),
        element('ogc:SpatialOperators', elementWith('ogc:SpatialOperator', { name: 'BBOX' })),
      ),
      element(
        'ogc:Scalar_Capabilities',
        element(
          'ogc:ComparisonOperators',
          element('ogc:ComparisonOperator', 'LessThanEqualTo'),
          element('ogc:ComparisonOperator', 'GreaterThanEqualTo'),
        ),
      ),
      element('ogc:Id_Capabilities', element('ogc:FID')),
    ),
  ];
  return `<csw:Capabilities ${NAMESPACES} xmlns:gml="http://www.opengis.net/gml" version="2.0.2">
${sections.map((section) => render(section, 1)).join('\n')}
</csw:Capabilities>`;
}
