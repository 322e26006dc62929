import type { APIRoute } from 'astro';
import { dataFile } from './data-file.ts';

export const GET: APIRoute = () => Response.json(dataFile());
