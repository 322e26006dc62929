import { describeAccessibility } from './accessible.ts';

describeAccessibility('ru');
