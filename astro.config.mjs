import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { planproof } from './site/astro/planproof.ts';
import data from './site/entitlements.gen.json' with { type: 'json' };
import { docsMarkdown } from './site/markdown/docs-markdown.ts';
import { sidebar } from './site/sidebar.ts';

// The theme adds a sitemap unless one of this name is there; a site that has no address yet cannot have one.
const noSitemap = { name: '@astrojs/sitemap', hooks: {} };

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist/site',
  trailingSlash: 'always',
  prefetch: false,
  devToolbar: { enabled: false },
  integrations: [
    docsMarkdown(),
    planproof({ data: 'site/plans.gen.json' }),
    noSitemap,
    starlight({
      title: data.product,
      description: `What each ${data.product} plan holds, and how contracts work.`,
      favicon: '/favicon.svg',
      customCss: ['./site/styles/tokens.css', './site/styles/docs.css'],
      components: {
        Header: './site/components/docs/DocsHeader.astro',
        MobileMenuFooter: './site/components/docs/Nothing.astro',
        ThemeProvider: './site/components/docs/SystemTheme.astro',
        ThemeSelect: './site/components/docs/Nothing.astro',
      },
      sidebar,
      credits: false,
      disable404Route: true,
      expressiveCode: false,
      lastUpdated: false,
    }),
  ],
});
