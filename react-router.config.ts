import type { Config } from '@react-router/dev/config';

/** Stands where a Remix application would have `remix.config.js` (docs/decisions/0001). */
export default {
  appDirectory: 'app',
  buildDirectory: 'build/app',
  ssr: true,
} satisfies Config;
