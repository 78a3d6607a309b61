/** Counts as the imports write them: `12 431`. */
import { formatCount } from '../../../shared/format/number.ts';
import { useLanguage } from '../../parts/reader.tsx';

export function useCount(): (value: number) => string {
  const language = useLanguage();
  return (value) => formatCount(value, { language });
}
