import { z } from 'zod';
import { citation } from './citation.ts';
import { languageMap, translations } from './language.ts';
import { onlineReference, responsibility } from './party.ts';

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
  /** What defines it (ISO formatSpecification). */
  specification: languageMap.optional(),
  amendment: z.string().optional(),
  /** How it is unpacked (ISO fileDecompressionTechnique). */
  decompression: z.string().optional(),
  /** The specification as it is cited, where more is told than name and version (ISO 19115-1). */
  citation: citation.optional(),
  translations: translations.optional(),
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
  /** Rights of this distribution that differ from the resource's, in words. */
  rights: languageMap.optional(),
  issued: z.string().optional(),
  modified: z.string().optional(),
  /** BCP 47 tags. */
  languages: z.array(z.string()).optional(),
  /** adms:status and dcatap:availability as the EU authority tables name them, by address. */
  status: z.string().optional(),
  availability: z.string().optional(),
  /** Media types of the compression and the package (dcat:compressFormat, dcat:packageFormat). */
  compressFormat: z.string().optional(),
  packageFormat: z.string().optional(),
  /** The service that gives the data, where it is not the address itself (dcat:accessService). */
  accessService: z
    .object({ url: z.string(), titles: languageMap.optional(), descriptionUrl: z.string().optional() })
    .optional(),
  /** Tiles, layers… that the data come in (ISO unitsOfDistribution). */
  unitsOfDistribution: z.string().optional(),
  /** Bytes of the whole transfer that this is one of several links of; `byteSize` where it is the only one. */
  transferSize: z.number().nonnegative().optional(),
  /** Addresses that description, protocol and profile are anchored to. */
  descriptionUri: z.string().optional(),
  protocolUri: z.string().optional(),
  applicationProfileUri: z.string().optional(),
  /** ISO 19115-1 protocolRequest. */
  protocolRequest: z.string().optional(),
  translations: translations.optional(),
});
export type Distribution = z.infer<typeof distribution>;

export const distributor = z.object({
  responsibility,
  fees: z.string().optional(),
  orderingInstructions: languageMap.optional(),
  /** When the data can be had, and how long an order takes (ISO MD_StandardOrderProcess). */
  plannedAvailable: z.string().optional(),
  turnaround: languageMap.optional(),
});

/** What data come on besides the network (ISO MD_Medium). */
export const offlineMedium = z.object({
  /** ISO MD_MediumNameCode or a name. */
  name: z.string().optional(),
  density: z.number().optional(),
  densityUnits: z.string().optional(),
  volumes: z.number().optional(),
  /** ISO MD_MediumFormatCode. */
  formats: z.array(z.string()).default([]),
  note: languageMap.optional(),
  /** Bytes, and tiles, layers… that the data come in. */
  transferSize: z.number().nonnegative().optional(),
  unitsOfDistribution: z.string().optional(),
});
export type OfflineMedium = z.infer<typeof offlineMedium>;

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
        /** The links again, where more is told of one than its address. */
        online: z.array(onlineReference).optional(),
        description: languageMap.optional(),
        invocationName: z.string().optional(),
        parameters: z
          .array(
            z.object({
              name: z.string(),
              /** `in`, `out`, `in/out`. */
              direction: z.string().optional(),
              description: languageMap.optional(),
              optionality: z.string().optional(),
              repeatability: z.boolean().optional(),
              valueType: z.string().optional(),
            }),
          )
          .optional(),
      }),
    )
    .default([]),
  /** Identifiers or URLs of the datasets it operates on. */
  operatesOn: z.array(z.string()).default([]),
  /** Address of the service itself, and of what describes it (dcat:endpointURL, dcat:endpointDescription). */
  endpointUrls: z.array(z.string()).optional(),
  endpointDescriptions: z.array(z.string()).optional(),
  /** Which operation gives which dataset (ISO SV_CoupledResource). */
  coupledResources: z
    .array(
      z.object({
        operation: z.string().optional(),
        identifier: z.string(),
        scopedName: z.string().optional(),
      }),
    )
    .optional(),
  /** Fees and conditions of access (ISO accessProperties). */
  accessProperties: z
    .object({
      fees: z.string().optional(),
      plannedAvailable: z.string().optional(),
      orderingInstructions: languageMap.optional(),
      turnaround: languageMap.optional(),
    })
    .optional(),
});
