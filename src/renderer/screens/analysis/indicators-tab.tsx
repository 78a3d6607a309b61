export default function IndicatorsTab() {
  return null;
}
