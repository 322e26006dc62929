import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { TOPICS } from './src/knowledge/schema.ts';

export const collections = {
  docs: defineCollection({
    // Rendered anew at every build: a kept rendering would show the rules' old values.
    loader: glob({ base: 'content/docs', pattern: '**/[^_]*.md', deferRender: true }),
    schema: docsSchema({
      extend: z.object({
        topics: z.array(z.enum(TOPICS)).default([]),
        /** Whether the page may use the width of the screen: tables, tools. */
        wide: z.boolean().default(false),
        /** The pages above this one, for the line of links over the title. */
        above: z.array(z.object({ title: z.string(), path: z.string() })).default([]),
      }),
    }),
  }),
};
