/** Sizes of files: `12,4 Mo`; one decimal at every size, so that they compare at a glance. */
import { formatDecimal } from '../../../shared/format/number.ts';
import { useLanguage } from '../../parts/reader.tsx';

const MEBIBYTE = 1024 * 1024;

export function useSize(): (bytes: number) => string {
  const language = useLanguage();
  const unit = language === 'fr' ? 'Mo' : 'MB';
  return (bytes) => `${formatDecimal(bytes / MEBIBYTE, { language, decimals: 1 })}\u00a0${unit}`;
}
