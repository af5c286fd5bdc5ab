import type { Config } from '@react-router/dev/config';

/** Stands where a Remix application would have `remix.config.js` (docs/decisions/0001). */
export default {
  appDirectory: 'app',
  buildDirectory: 'build/app',
  ssr: true,
  // What the next major version will do otherwise; named, so that each is a decision and not a surprise.
  future: {
    v8_middleware: false,
    v8_passThroughRequests: false,
    v8_splitRouteModules: false,
    v8_trailingSlashAwareDataRequests: false,
    v8_viteEnvironmentApi: false,
  },
} satisfies Config;
