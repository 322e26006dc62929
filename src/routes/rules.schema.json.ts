import type { APIRoute } from 'astro';
import { jsonSchema } from '../knowledge/data-file.ts';

export const GET: APIRoute = () => Response.json(jsonSchema());
