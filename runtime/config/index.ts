export { signingSecret } from './secret.ts';

import { delimiter, resolve } from 'node:path';
import { z } from 'zod';
import { DomainError } from '../errors/index.ts';

const port = z.coerce.number().int().min(0).max(65_535);

/** Every variable that Halocline reads, with its default; `docs/configuration.md` is written from it. */
const environment = z.object({
  /** Port of the web server. */
  PORT: port.default(3000),
  /** Address that it listens on. */
  HOST: z.string().default('127.0.0.1'),
  /** Folder of the databases, uploads and mail. */
  HALOCLINE_DATA: z.string().min(1).default('data'),
  /** Public address of the portal, without a slash at the end. */
  HALOCLINE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Repository identifier of OAI-PMH, a domain name; frozen at the first start, independent of the public address. */
  HALOCLINE_OAI_ID: z
    .string()
    .regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/i, 'must look like a domain name')
    .default('halocline.example.org'),
  /** Real address of the operator: OAI-PMH adminEmail, User-Agent of harvests. */
  HALOCLINE_CONTACT: z.email().default('catalogue@halocline.example.org'),
  /** Name of the portal. */
  HALOCLINE_NAME: z.string().min(1).default('Halocline'),
  /** Key for sessions, at least 32 characters; made and kept in the data folder when absent. */
  HALOCLINE_SECRET: z.string().min(32).optional(),
  /** Whether the example data centres are served and harvested: `yes`, `no`. */
  HALOCLINE_EXAMPLES: z.enum(['yes', 'no']).default('yes'),
  /** Whether the links of records are checked, which asks the servers of others (seldom, and politely): `yes`, `no`. */
  HALOCLINE_CHECK_LINKS: z.enum(['yes', 'no']).default('yes'),
  /** Days that the problems which a run met are kept (1 to 3650); the run and its counts stay, and so does what it changed. */
  HALOCLINE_RUN_LOG_DAYS: z.coerce.number().int().min(1).max(3650).default(90),
  /** Folder of schemas (XSD, JSON schema, SHACL) for validation; `schemas` in the data folder unless told. Checks that need it say so when it is absent. */
  HALOCLINE_SCHEMAS: z.string().optional(),
  /** Folders of this machine whose data files may be crawled as archives, with all below them, parted by `:` (`;` on Windows). */
  HALOCLINE_ARCHIVES: z.string().optional(),
  /** How often contacts of sources get a digest of what to mend, unless the source says otherwise: `never`, `daily`, `weekly`. */
  HALOCLINE_DIGEST: z.enum(['never', 'daily', 'weekly']).default('never'),
  /** SMTP server, `smtp://user:password@host:port`; mail goes to a folder when absent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Number of trusted proxies in front (X-Forwarded-For). */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Configuration = {
  port: number;
  host: string;
  /** Absolute. */
  dataFolder: string;
  publicUrl: string;
  oaiRepositoryIdentifier: string;
  contact: string;
  name: string;
  secret: string | undefined;
  examples: boolean;
  checkLinks: boolean;
  runLogDays: number;
  schemasFolder: string | undefined;
  /** Absolute. */
  archiveFolders: readonly string[];
  digest: z.infer<typeof environment>['HALOCLINE_DIGEST'];
  smtpUrl: string | undefined;
  trustedProxies: number;
  logLevel: z.infer<typeof environment>['LOG_LEVEL'];
};

/**
 * Reads the configuration.
 * @param variables usually `process.env`; empty strings count as absent
 * @throws DomainError `invalid`: one sentence per wrong variable, which and why
 */
export function readConfiguration(variables: Record<string, string | undefined>): Configuration {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const shown = secret.test(name) ? '' : ` It is "${given[name] ?? ''}".`;
      return `${name}: ${issue.message}.${shown}`;
    });
    throw new DomainError('invalid', `The configuration is wrong. ${sentences.join(' ')}`);
  }
  const value = parsed.data;
  return {
    port: value.PORT,
    host: value.HOST,
    dataFolder: resolve(value.HALOCLINE_DATA),
    publicUrl: (value.HALOCLINE_URL ?? `http://localhost:${value.PORT}`).replace(/\/+$/, ''),
    oaiRepositoryIdentifier: value.HALOCLINE_OAI_ID,
    contact: value.HALOCLINE_CONTACT,
    name: value.HALOCLINE_NAME,
    secret: value.HALOCLINE_SECRET,
    examples: value.HALOCLINE_EXAMPLES === 'yes',
    checkLinks: value.HALOCLINE_CHECK_LINKS === 'yes',
    runLogDays: value.HALOCLINE_RUN_LOG_DAYS,
    schemasFolder: value.HALOCLINE_SCHEMAS,
    archiveFolders: (value.HALOCLINE_ARCHIVES ?? '')
      .split(delimiter)
      .filter((folder) => folder.trim() !== '')
      .map((folder) => resolve(folder.trim())),
    digest: value.HALOCLINE_DIGEST,
    smtpUrl: value.SMTP_URL,
    trustedProxies: value.TRUSTED_PROXIES,
    logLevel: value.LOG_LEVEL,
  };
}

const secret = /SECRET|SMTP/;
