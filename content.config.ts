import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { TOOLS, TOPICS } from './src/knowledge/schema.ts';

export const collections = {
  docs: defineCollection({
    // Rendered anew at every build: a kept rendering would show the rules' old values.
    loader: glob({ base: 'content/docs', pattern: '**/[^_]*.md', deferRender: true }),
    schema: docsSchema({
      extend: z.object({
        topics: z.array(z.enum(TOPICS)).default([]),
        kind: z.enum(['guide', 'playbook']).optional(),
        /** What to do, in three lines. */
        inShort: z.array(z.string()).length(3).optional(),
        /** Ids of the rules the page rests on, shown with their evidence. */
        rules: z.array(z.string()).default([]),
        /** Calculators that help. */
        tools: z.array(z.enum(TOOLS)).default([]),
        /** The guide to read next. */
        readNext: z.string().optional(),
        /** Whether the page may use the width of the screen: tables, tools. */
        wide: z.boolean().default(false),
        /** The pages above this one, for the line of links over the title. */
        above: z.array(z.object({ title: z.string(), path: z.string() })).default([]),
      }),
    }),
  }),
};
