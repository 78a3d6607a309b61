export default function SimulatorTab() {
  return null;
}
