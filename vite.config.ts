import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  // Fonts and land outlines stay files of their own: a data: address would be refused by the content security policy.
  build: { assetsInlineLimit: 0, target: 'es2022' },
});
