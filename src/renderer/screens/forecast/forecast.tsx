/** Forecast. */
import { frameText } from '../../../shared/text/screens/frame.ts';
import { useText } from '../../parts/reader.tsx';
import { Screen } from '../../parts/screen.tsx';

export default function ForecastScreen() {
  const words = useText(frameText);
  return <Screen title={words.forecast}>{null}</Screen>;
}
