import { z } from 'zod';
import { languageMap } from './language.ts';
import { responsibility } from './party.ts';

/** What one can do with an access link; derived from protocol and function, never sent as such. */
export const accessKinds = [
  'download',
  'subset',
  'view',
  'service',
  'documentation',
  'landing-page',
  'order',
  'other',
] as const;
export type AccessKind = (typeof accessKinds)[number];

/** A format that the data come in; `uri` is its entry in a register or its media type's. */
export const dataFormat = z.object({
  name: z.string(),
  version: z.string().optional(),
  uri: z.string().optional(),
});
export type DataFormat = z.infer<typeof dataFormat>;

/** One way to the data (ISO onLine with its format, dcat:Distribution, schema.org DataDownload). */
export const distribution = z.object({
  url: z.string(),
  names: languageMap.default({}),
  descriptions: languageMap.default({}),
  kind: z.enum(accessKinds),
  /** Protocol as normalised (Cat-Interop name such as `OGC:WMS`, `OPeNDAP:OPeNDAP`, `WWW:DOWNLOAD`). */
  protocol: z.string().optional(),
  protocolAsGiven: z.string().optional(),
  applicationProfile: z.string().optional(),
  /** ISO CI_OnLineFunctionCode as given: download, information, offlineAccess, order, search… */
  function: z.string().optional(),
  mediaType: z.string().optional(),
  format: dataFormat.optional(),
  /** Bytes. */
  byteSize: z.number().nonnegative().optional(),
  checksum: z.object({ algorithm: z.string(), value: z.string() }).optional(),
  /** dcat:accessService endpoint or conformsTo of the service. */
  conformsTo: z.array(z.string()).default([]),
  licence: z.string().optional(),
  issued: z.string().optional(),
  modified: z.string().optional(),
});
export type Distribution = z.infer<typeof distribution>;

export const distributor = z.object({
  responsibility,
  fees: z.string().optional(),
  orderingInstructions: languageMap.optional(),
});

/** What a service record says of itself (srv:SV_ServiceIdentification, dcat:DataService). */
export const serviceDescription = z.object({
  type: z.string().optional(),
  typeVersions: z.array(z.string()).default([]),
  couplingType: z.string().optional(),
  operations: z
    .array(
      z.object({
        name: z.string(),
        platforms: z.array(z.string()).default([]),
        urls: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  /** Identifiers or URLs of the datasets it operates on. */
  operatesOn: z.array(z.string()).default([]),
});

export const graphic = z.object({
  url: z.string(),
  description: languageMap.optional(),
  type: z.string().optional(),
});
