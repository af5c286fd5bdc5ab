export type { PortalConfiguration, PortalServices } from './services.ts';
export { slugOf } from './themes/slug.ts';
