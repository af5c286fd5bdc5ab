import type { Resource } from '../../../model/index.ts';
import { inline, string } from '../fields.ts';
import { table } from '../table.ts';
import { citation, isCited } from './citation.ts';

export type ApplicationSchema = Resource['applicationSchemas'][number];

/** MD_ApplicationSchemaInformation */
export const applicationSchema = table<ApplicationSchema>()(
  'applicationSchema',
  () => ({ titles: {}, identifiers: [], dates: [] }),
  {
    name: inline<ApplicationSchema>(() => citation, isCited),
    schemaLanguage: string('schemaLanguage'),
    constraintLanguage: string('constraintLanguage'),
  },
);
