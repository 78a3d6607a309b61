/**
 * Imported before any schema is made: zod would try to compile it with `new Function`, which the
 * window's policy refuses and reports.
 */
import { z } from 'zod';

z.config({ jitless: true });
