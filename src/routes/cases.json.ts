import type { APIRoute } from 'astro';
import { contextFor } from '../components/context.ts';
import { knowledge } from '../knowledge/index.ts';
import { boardData } from '../tools/recovery/props.ts';
import { localeOf, localePaths } from './paths.ts';

export const getStaticPaths = localePaths;

/** What the recovery page fetches once a case is begun or a symptom is searched. */
export const GET: APIRoute = ({ params }) =>
  Response.json(boardData(contextFor(localeOf(params), import.meta.env.BASE_URL), knowledge()));
