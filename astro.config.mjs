import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { remarkPlugins } from './src/markdown/index.ts';
import { numberCare } from './src/starlight/index.ts';
import { markdownKnowledge } from './src/starlight/markdown-knowledge.ts';
import { sidebar } from './src/starlight/navigation.ts';

const base = process.env.BASE_PATH ?? '/';

export default defineConfig({
  srcDir: '.',
  base,
  ...(process.env.SITE_URL && { site: process.env.SITE_URL }),
  trailingSlash: 'always',
  prefetch: false,
  devToolbar: { enabled: false },
  markdown: { processor: unified({ remarkPlugins: remarkPlugins(markdownKnowledge(base)) }) },
  integrations: [
    starlight({
      title: 'Number Care',
      locales: {
        en: { label: 'English', lang: 'en' },
        pt: { label: 'Português', lang: 'pt-BR' },
        ru: { label: 'Русский', lang: 'ru' },
      },
      defaultLocale: 'en',
      sidebar,
      expressiveCode: false,
      disable404Route: true,
      pagefind: false,
      markdown: { headingLinks: false },
      plugins: [numberCare()],
    }),
  ],
});
