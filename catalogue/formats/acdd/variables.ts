import type { CatalogueRecord, ObservedVariable } from '../../model/index.ts';
import { present, type Report } from '../reading/index.ts';
import { axisOf, isTimeUnit, namedBy } from './axes.ts';
import type { Header, HeaderVariable } from './header.ts';
import { languageMapOf } from './languages.ts';

/** Attributes by which variables name those that only serve them (CF 3.4, 5.6, 7.1, 7.2, 9.5; ACDD and NCEI). */
const serving = [
  'ancillary_variables',
  'ancillary_data',
  'bounds',
  'climatology',
  'cell_measures',
  'grid_mapping',
  'formula_terms',
  'platform',
  'instrument',
  'crs',
  'sample_dimension',
  'instance_dimension',
];

/**
 * What was observed or modelled: the variables that are no coordinates, no flags of quality, no identifiers and no
 * containers of attributes.
 */
export function variablesOf(
  header: Header,
  language: string,
  report: Report,
): CatalogueRecord['resource']['variables'] {
  const served = namedBy(header, ...serving);
  const coordinates = namedBy(header, 'coordinates');
  return header.variables.flatMap((variable) => {
    const { name, attributes } = variable;
    if (axisOf(variable, header) !== undefined || served.has(name) || coordinates.has(name)) return [];
    if (!isObservation(variable, header)) return [];
    checkNames(variable, report);
    return [observed(variable, languageMapOf(attributes, language, 'long_name'), language, header)];
  });
}

const numeric =
  /^(byte|ubyte|short|ushort|int|uint|int64|uint64|long|ulong|float|real|double|u?int(8|16|32)|float(32|64))$/i;
const whole = /^(byte|ubyte|short|ushort|u?int(8|16|32|64)?|u?long)$/i;
/** Argo keeps what was done to the values beside them. */
const books = /^HISTORY_/;
const flags = /(^|_)(qc|qcflag|qf|flags?|ql|uql|quality|qartod.*|qc_agg|qc_tests)$|^(qc|qartod|flag)_/i;
const errors = /_(error|err|uncertainty|std_?err|stderr)$/i;

function isObservation({ name, type, dimensions, attributes }: HeaderVariable, header: Header): boolean {
  const standard = attributes.text('standard_name') ?? '';
  if (/(status|quality)_flag$|\s(standard_error|number_of_observations|status_flag)$/.test(standard))
    return false;
  if (attributes.has('flag_values') || attributes.has('flag_masks') || attributes.has('flag_meanings'))
    return false;
  if (attributes.has('cf_role') || attributes.has('sample_dimension') || attributes.has('grid_mapping_name'))
    return false;
  if (/^(time|location|identifier|quality)$/i.test(attributes.text('ioos_category') ?? '')) return false;
  if (flags.test(name) || books.test(name)) return false;
  if (errors.test(name) && header.variables.some((other) => other.name === name.replace(errors, '')))
    return false;
  const units = attributes.text('units');
  if (isTimeUnit(units ?? '')) return false;
  // Axes of projected grids are coordinates too.
  if (attributes.has('axis') || /^(projection_[xyz]|grid_(longitude|latitude))/.test(standard)) return false;
  const isNumber = type === undefined || numeric.test(type);
  if (!isNumber) return standard !== '';
  // A number with neither unit nor standard name nor a fraction counts or identifies something.
  if (units !== undefined || standard !== '')
    return dimensions === undefined || dimensions.length > 0 || standard !== '';
  if (type === undefined || whole.test(type)) return false;
  return (dimensions === undefined || dimensions.length > 0) && !isDimension(name, header);
}

const isDimension = (name: string, header: Header) =>
  header.dimensions.some((dimension) => dimension.name === name);

function checkNames({ name, type, attributes }: HeaderVariable, report: Report): void {
  if (attributes.text('units') === undefined && (type === undefined || numeric.test(type)))
    report.warning(
      'unit-missing',
      attributes.place('units'),
      `The variable ${name} has no units.`,
      'Give units that UDUNITS knows; "1" for what has none (CF 3.1).',
    );
  const standard = attributes.first('standard_name');
  if (standard && !/^[A-Za-z][A-Za-z0-9_]*( [a-z_]+)?$/.test(standard.text))
    report.warning(
      'standard-name-invalid',
      standard.place,
      `"${standard.text}" cannot be a standard name.`,
      'Use a name of the CF standard name table, or long_name for a name of your own.',
    );
}

function observed(
  { name, attributes }: HeaderVariable,
  names: Record<string, string>,
  language: string,
  header: Header,
): ObservedVariable {
  const [low, high] = rangeOf(attributes);
  const description = languageMapOf(attributes, language, 'comment', 'description', 'definition');
  const identifier = attributes.text('sdn_parameter_urn', 'parameter_urn', 'urn');
  const standard = attributes.text('standard_name');
  const [factor] = attributes.numbers('scale_factor');
  const [offset] = attributes.numbers('add_offset');
  return {
    names: Object.keys(names).length > 0 ? names : { [language]: (standard ?? name).replaceAll('_', ' ') },
    shortName: name,
    ...(Object.keys(description).length > 0 ? { description } : {}),
    ...present({
      standardName: standard,
      unit: attributes.text('units'),
      unitUri: addressOf(attributes.text('sdn_uom_urn', 'sdn_uom_uri')),
      identifier,
      uri: addressOf(attributes.text('sdn_parameter_uri') ?? identifier),
      minimum: low,
      maximum: high,
      scaleFactor: factor,
      offset,
      contentType:
        attributes.text('coverage_content_type') ?? header.attributes.text('coverage_content_type'),
    }),
  };
}

/** What occurs (`actual_range`), else what may occur (`valid_min` and `valid_max`, `valid_range`). */
function rangeOf(attributes: HeaderVariable['attributes']): (number | undefined)[] {
  for (const name of ['actual_range', 'valid_range']) {
    const numbers = attributes.numbers(name);
    if (name === 'valid_range' && attributes.has('valid_min')) break;
    if (numbers.length === 2) return [Math.min(...numbers), Math.max(...numbers)];
  }
  return [attributes.numbers('valid_min')[0], attributes.numbers('valid_max')[0]];
}

/** `SDN:P01::TEMPPR01` stands for its concept in the NERC Vocabulary Server. */
function addressOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/^https?:\/\/\S+$/.test(text)) return text;
  const urn = /^SDN:([A-Z]\d\d):[^:]*:(\w+)$/.exec(text);
  return urn ? `http://vocab.nerc.ac.uk/collection/${urn[1]}/current/${urn[2]}/` : undefined;
}
