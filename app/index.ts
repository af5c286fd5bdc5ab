export type { PortalConfiguration, PortalServices } from './services.ts';
