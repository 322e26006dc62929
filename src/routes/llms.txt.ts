import type { APIRoute } from 'astro';
import { contextFor, plainText } from '../components/context.ts';
import { knowledge } from '../knowledge/index.ts';
import { LOCALES } from '../knowledge/schema.ts';

/** The rules in short, for language models, with where to read more. */
export const GET: APIRoute = () => {
  const { rules, version } = knowledge();
  const root = import.meta.env.BASE_URL.replace(/\/$/, '');
  const sections = LOCALES.map((locale) => {
    const context = contextFor(locale, import.meta.env.BASE_URL);
    const lines = [...rules.values()].map(
      (rule) =>
        `- [${plainText(context, rules, rule.title)}](${context.link(`/rules/${rule.id}/`)}): ${plainText(context, rules, rule.summary)} (${context.words.stances[rule.stance]}; ${context.words.evidence.grades[rule.evidence]})`,
    );
    return `## ${context.words.languages[locale]}\n\n> ${context.words.home.lead}\n\n${lines.join('\n')}`;
  });
  const head = `# Number Care\n\n> Guidance for businesses that message customers on WhatsApp, with every source side by side. WhatsApp decides alone; the thresholds are vendors' estimates.\n\n- [All data as JSON](${root}/api/v1/rules.json), version ${version}\n- [Its JSON Schema](${root}/api/v1/rules.schema.json)`;
  return new Response(`${[head, ...sections].join('\n\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};
